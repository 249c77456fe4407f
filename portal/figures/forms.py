"""The editor's form of a figure."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class FigureForm(WagtailAdminModelForm):
    """Shows at the field what keeps a figure from being published; drafts are saved as they are."""

    def clean(self) -> dict[str, object]:
        """Refuse to publish without exactly one value to show."""
        cleaned = super().clean()
        if not self.is_deferred_validation and "values" in self.formsets:
            self._check_current_value()
        return cleaned

    def _check_current_value(self) -> None:
        forms = [form for form in self.formsets["values"].forms if not self._is_removed(form)]
        current = [form for form in forms if form["is_current"].value() in (True, "on", "true", "True")]
        if len(current) == 1:
            return
        message = _("Отметьте ровно одно значение, которое показывается на сайте.")
        if current:
            for form in current[1:]:
                form.add_error("is_current", message)
        self.add_error(None, ValidationError(message))

    @staticmethod
    def _is_removed(form: WagtailAdminModelForm) -> bool:
        return form["DELETE"].value() in (True, "on", "1") if "DELETE" in form.fields else False
