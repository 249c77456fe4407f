"""The editor's forms of a figure and of the acts on its values."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

WITHOUT_VALUE = _("У цифры пока нет значения: сохраните черновик и добавьте его кнопкой «Новое значение».")


class FigureForm(WagtailAdminModelForm):
    """Says what keeps a figure from being published; drafts are saved as they are."""

    def clean(self) -> dict[str, Any]:
        """Refuse to publish a figure without a value."""
        cleaned = super().clean()
        if not self.is_deferred_validation and "action-publish" in self.data and self.instance.current_value is None:
            self.add_error(None, ValidationError(WITHOUT_VALUE))
        return cleaned
