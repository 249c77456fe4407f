"""The rights entered for a photo, each beside what the photo's own file says."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from media.models import Photo
from media.searching import searchable

ENTERED = (
    "creator", "rights_holder", "copyright_notice", "source_url", "license_url", "usage_terms",
    "rights_valid_until", "place", "taken_on",
)  # fmt: skip
CHOSEN = ("basis", "people_shown", "source_type")
DOCUMENTS = ("basis_document", "consent_document")


@dataclass(frozen=True)
class RightsRow:
    """One right: what was entered, what the file says, and whether they differ."""

    label: str | Promise
    entered: Any
    in_file: str = ""
    url: str = ""

    @property
    def differs(self) -> bool:
        """Whether the file says something and it is not what was entered."""
        return bool(self.in_file) and searchable(self.in_file) != searchable(self.entered)


def rights_rows(photo: Photo) -> list[RightsRow]:
    """Return every right of the photo for the decision screen, unknown ones as an empty text."""
    said: dict[str, str] = photo.file_rights or {}
    rows = [
        RightsRow(_("подпись"), photo.credit_line, said.get("credit_line", "")),
        RightsRow(_("описание для незрячих"), photo.alt_text, said.get("alt_text", "")),
        RightsRow(_("описание по-английски"), photo.alt_text_english),
    ]
    rows += [RightsRow(_label(photo, name), getattr(photo, name) or "", said.get(name, "")) for name in ENTERED]
    rows += [RightsRow(_label(photo, name), getattr(photo, f"get_{name}_display")()) for name in CHOSEN]
    for name in DOCUMENTS:
        if getattr(photo, name):
            url = reverse("credits:document", args=[photo.pk, name])
            rows.append(RightsRow(_label(photo, name), _("открыть"), url=url))
    return rows


def _label(photo: Photo, name: str) -> Any:
    field: Any = photo._meta.get_field(name)
    return field.verbose_name
