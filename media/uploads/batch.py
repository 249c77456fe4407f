"""The rights of a whole shoot, entered once for many files."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import get_image_form

from media.forms import CONFIRMED
from media.models import Photo

BATCH_FIELDS = (
    "rights_holder", "creator", "own_credit_line", "copyright_notice", "source_type", "basis", "source_url",
    "license_url", "usage_terms", "rights_valid_until", "taken_on", "place", "people_shown",
)  # fmt: skip
BATCH_DOCUMENTS = ("basis_document", "consent_document")


def shoot_rights_form(user: Any) -> forms.ModelForm:
    """Return the form shown above the files: those fields of a photo that a shoot has in common."""
    form: forms.ModelForm = get_image_form(Photo)(user=user)
    common = [name for name in Photo.admin_form_fields if name in {*BATCH_FIELDS, *BATCH_DOCUMENTS}]
    form.fields = {name: form.fields[name] for name in common}
    form.fields[CONFIRMED] = forms.BooleanField(
        label=_("Сохранять и те снимки, в файлах которых сказано другое"), required=False
    )
    return form
