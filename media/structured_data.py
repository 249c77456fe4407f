"""A shown photo as machines read it: whose it is, on what terms, where to ask."""

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from media.enums import SourceType

if TYPE_CHECKING:
    from media.models import Photo

# What Django's json_script escapes, and the two line separators JavaScript once took for line ends.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
DIGITAL_SOURCES = {
    SourceType.COMPOSITE: "https://schema.org/CompositeCaptureDigitalSource",
    SourceType.DRAWING: "https://schema.org/DigitalArtDigitalSource",
    SourceType.AI_GENERATED: "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
}


def image_object(photo: "Photo", address: str) -> dict[str, Any]:
    """Return schema.org ``ImageObject`` of the file at ``address``; what is not known is left out."""
    holder = photo.rights_holder.name if photo.rights_holder else ""
    is_house = photo.creator == holder
    values = {
        "contentUrl": absolute(address),
        "creditText": photo.credit_line,
        "creator": _party(photo.creator, "Organization" if is_house else "Person") if photo.creator else None,
        "copyrightNotice": photo.copyright_notice,
        "license": photo.license_url,
        "acquireLicensePage": absolute(credits_address(photo.pk)),
        "digitalSourceType": DIGITAL_SOURCES.get(SourceType(photo.source_type)),
    }
    filled = {name: value for name, value in values.items() if value}
    return {"@context": "https://schema.org", "@type": "ImageObject", **filled}


def credits_address(photo_key: int) -> str:
    """Return where visitors read whose a photo is and on what terms it is shown."""
    return f"{settings.PHOTO_CREDITS_PATH}?photo={photo_key}"


def absolute(address: str) -> str:
    """Return an address with this site's host, which machines need."""
    return address if "://" in address else f"{settings.WAGTAILADMIN_BASE_URL}{address}"


def script_text(data: dict[str, Any]) -> SafeString:
    """Return ``data`` as JSON that can't leave the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))  # noqa: S308


def _party(name: str, kind: str) -> dict[str, str]:
    return {"@type": kind, "name": name}
