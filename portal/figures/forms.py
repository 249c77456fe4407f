"""The editor's forms of a figure and of the acts on its values."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.figures.counters import known_filters, knows_filter

UNKNOWN_FILTER = _("Такого отбора нет. Пишите как в адресе списка, «название=значение»; здесь годятся: %(names)s.")
WITHOUT_VALUE = _("У цифры пока нет значения: сохраните черновик и добавьте его кнопкой «Новое значение».")


class FigureForm(WagtailAdminModelForm):
    """Says what keeps a figure from being published or counted; drafts are saved as they are."""

    def clean(self) -> dict[str, Any]:
        """Refuse to publish a figure without a value."""
        cleaned = super().clean()
        if not self.is_deferred_validation and "action-publish" in self.data and self.instance.current_value is None:
            self.add_error(None, ValidationError(WITHOUT_VALUE))
        self._check_filter(cleaned)
        return cleaned

    def _check_filter(self, cleaned: dict[str, Any]) -> None:
        counter, wanted = cleaned.get("counter"), cleaned.get("counter_filter")
        if counter and wanted and not knows_filter(counter, wanted):
            names = ", ".join(known_filters(counter))
            self.add_error("counter_filter", ValidationError(UNKNOWN_FILTER, params={"names": names}))
