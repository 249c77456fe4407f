"""Fills what an editor left blank with what the file says."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from media.enums import BasisOfUse, SourceType
from media.models import Photo, RightsHolder
from media.uploads.conflicts import holder_named_in

SAME_NAMES = ("creator", "copyright_notice", "usage_terms", "place", "alt_text")
LICENSES = {"by": BasisOfUse.CC_BY, "by-sa": BasisOfUse.CC_BY_SA}


def fill_blanks(photo: Photo, file_rights: Mapping[str, str]) -> None:
    """Set the blank rights of ``photo`` from its file; what a person has entered stays."""
    for name in SAME_NAMES:
        said = file_rights.get(name, "")
        longest = photo._meta.get_field(name).max_length  # type: ignore[union-attr]
        if said and not getattr(photo, name):
            setattr(photo, name, said[:longest])
    if photo.rights_holder_id is None:
        photo.rights_holder = holder_named_in(file_rights, RightsHolder.objects.all())
    if photo.taken_on is None:
        photo.taken_on = _date(file_rights.get("taken_on", ""))
    if file_rights.get("source_type") == SourceType.AI_GENERATED:
        photo.source_type = SourceType.AI_GENERATED
    _fill_licence(photo, file_rights.get("web_statement", ""))


def _fill_licence(photo: Photo, address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return
    if parts.hostname.removeprefix("www.") != "creativecommons.org":
        photo.source_url = photo.source_url or address
        return
    photo.license_url = photo.license_url or address
    licence = parts.path.strip("/").split("/")
    if not photo.basis and len(licence) > 1 and licence[0] == "licenses":
        photo.basis = LICENSES.get(licence[1], "")


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
