"""The forms of actions on many photos."""

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from media.bulk_changes import FILLED_FIELDS
from media.models import Photo
from media.uploads.documents import CheckedDocumentField, keep_document

SALT = "media.desk.document"


class ReasonForm(forms.Form):
    """Why many photos are rejected at once."""

    reason = forms.CharField(
        label=_("Причина"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if needs_reason:
            self.fields["reason"].required = True
            self.fields["reason"].error_messages["required"] = _("Напишите причину: её увидят те, кто загрузил снимки.")
        else:
            del self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        """Give an empty reason where none is asked for."""
        return {"reason": "", **(super().clean() or {})}


class FillForm(forms.ModelForm):
    """Rights for a whole shoot: only the ticked values are written, so an empty one never wipes anything by chance."""

    document = ""
    fill = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    stored_document = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Photo
        fields = FILLED_FIELDS
        widgets = {
            "rights_valid_until": AdminDateInput,
            "taken_on": AdminDateInput,
            "basis_document": forms.FileInput,
            "usage_terms": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stock = self.fields["basis_document"]
        self.fields["basis_document"] = CheckedDocumentField(label=stock.label, required=False, widget=stock.widget)
        choices = [(name, self.fields[name].label) for name in FILLED_FIELDS]
        self.fields["fill"].choices = choices  # type: ignore[attr-defined]

    def rows(self) -> list[dict[str, Any]]:
        """Return each field with whether it is ticked, as the template shows them."""
        ticked = self["fill"].value() or []
        return [{"name": name, "field": self[name], "is_ticked": name in ticked} for name in FILLED_FIELDS]

    def clean(self) -> dict[str, Any]:
        """Ask for at least one ticked value; keep an uploaded document between the preview and the change."""
        cleaned = super().clean() or {}
        if not cleaned.get("fill"):
            raise ValidationError(_("Отметьте, что заполнить."))
        if "basis_document" in cleaned["fill"]:
            self.document = self._kept_document(cleaned.get("basis_document"))
            kept = signing.dumps(self.document, salt=SALT)
            sent: Any = self.data
            self.data = MultiValueDict({**{name: sent.getlist(name) for name in sent}, "stored_document": [kept]})
        return cleaned

    def _kept_document(self, document: Any) -> str:
        if document:
            return keep_document(storages["private"], "rights", document)
        try:
            return signing.loads(self.data.get("stored_document", ""), salt=SALT)
        except signing.BadSignature:
            return ""

    def chosen_values(self) -> dict[str, Any]:
        """Return the ticked values by their fields."""
        values = {name: self.cleaned_data[name] for name in self.cleaned_data["fill"]}
        if "basis_document" in values:
            values["basis_document"] = self.document
        return values

    def mark(self) -> str:
        """Return, signed, the values as they are now; it goes with the preview and comes back with what it showed."""
        return signing.dumps(self._written(), salt=f"{SALT}.previewed")

    def is_as_previewed(self) -> bool:
        """Tell whether the values are those the preview has shown."""
        try:
            return signing.loads(self.data.get("previewed", ""), salt=f"{SALT}.previewed") == self._written()
        except signing.BadSignature:
            return False

    def _written(self) -> list[list[str]]:
        return sorted([name, str(getattr(value, "pk", value))] for name, value in self.chosen_values().items())
