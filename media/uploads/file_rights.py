"""Reads what a picture's file says of its author, rights, place and camera: XMP first, then IPTC, then EXIF.

Runs in the child process; knows nothing of Django. Every value is plain text, cut to a sensible length.
"""

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from PIL import ExifTags, ImageFile, IptcImagePlugin

LONGEST_TEXT = 1000
IPTC_UTF8 = b"\x1b%G"
IPTC_TAGS = {
    "title": (2, 5), "headline": (2, 105), "caption": (2, 120), "creator": (2, 80), "credit_line": (2, 110),
    "copyright_notice": (2, 116), "source": (2, 115), "usage_terms": (2, 40), "place": (2, 90), "taken_on": (2, 55),
}  # fmt: skip
XMP_TAGS = {
    "title": "title", "headline": "Headline", "caption": "description", "alt_text": "AltTextAccessibility",
    "creator": "creator", "credit_line": "Credit", "copyright_notice": "rights", "source": "Source",
    "usage_terms": "UsageTerms", "web_statement": "WebStatement", "source_type": "DigitalSourceType", "place": "City",
    "taken_on": "DateCreated",
}  # fmt: skip
EXIF_TAGS = {
    "creator": ExifTags.Base.Artist,
    "copyright_notice": ExifTags.Base.Copyright,
    "caption": ExifTags.Base.ImageDescription,
}
CAMERA_TAGS = {
    "taken_on": ExifTags.Base.DateTimeOriginal,
    "serial_number": ExifTags.Base.BodySerialNumber,
    "lens_serial_number": ExifTags.Base.LensSerialNumber,
    "camera_owner": ExifTags.Base.CameraOwnerName,
}
UNREADABLE = (OSError, SyntaxError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError)


def read_file_rights(picture: ImageFile.ImageFile) -> dict[str, str]:
    """Return what the file says, empty where it says nothing; unreadable parts are left out."""
    found: dict[str, str] = {}
    readers: tuple[Callable[[ImageFile.ImageFile], dict[str, str]], ...] = (_from_xmp, _from_iptc, _from_exif)
    for read in readers:
        try:
            values = read(picture)
        except (*UNREADABLE, ParseError, DefusedXmlException):
            continue
        for name, value in values.items():
            found.setdefault(name, value)
    if "taken_on" in found:
        found["taken_on"] = _day(found["taken_on"])
    if "source_type" in found:
        found["source_type"] = found["source_type"].rstrip("/").rpartition("/")[2]
    return {name: value for name, value in found.items() if value}


def _from_xmp(picture: ImageFile.ImageFile) -> dict[str, str]:
    tree = picture.getxmp()
    packet = tree.get("xmpmeta") or tree.get("xapmeta") or tree
    described = (packet.get("RDF") or {}).get("Description") or {}
    merged: dict[str, Any] = {}
    for part in described if isinstance(described, list) else [described]:
        merged.update(part or {})
    values = {name: _plain(_xmp_text(merged.get(tag))) for name, tag in XMP_TAGS.items()}
    return {name: value for name, value in values.items() if value}


def _xmp_text(value: Any) -> str:
    if isinstance(value, dict):
        for container in ("Alt", "Seq", "Bag"):
            if container in value:
                return _xmp_text((value[container] or {}).get("li"))
        return str(value.get("text") or "")
    if isinstance(value, list):
        return ", ".join(filter(None, (_xmp_text(item) for item in value)))
    return str(value or "")


def _from_iptc(picture: ImageFile.ImageFile) -> dict[str, str]:
    records = IptcImagePlugin.getiptcinfo(picture) or {}
    is_utf8 = records.get((1, 90)) == IPTC_UTF8
    values = {name: _plain(_iptc_text(records.get(tag), is_utf8)) for name, tag in IPTC_TAGS.items()}
    return {name: value for name, value in values.items() if value}


def _iptc_text(value: Any, is_utf8: bool) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_iptc_text(item, is_utf8) for item in value)))
    if not value:
        return ""
    return value.decode("utf-8", "replace") if is_utf8 else decode_text(value)


def decode_text(value: bytes) -> str:
    """Return text written without naming its encoding: UTF-8 where it can be, else what Russian Windows writes."""
    for encoding in ("utf-8", "cp1251"):
        try:
            return value.decode(encoding)
        except UnicodeDecodeError:
            continue
    return value.decode("latin-1")


def _from_exif(picture: ImageFile.ImageFile) -> dict[str, str]:
    exif = picture.getexif()
    details = exif.get_ifd(ExifTags.IFD.Exif)
    values = {name: _exif_text(exif.get(tag)) for name, tag in EXIF_TAGS.items()}
    values |= {name: _exif_text(details.get(tag)) for name, tag in CAMERA_TAGS.items()}
    values["camera"] = f"{_exif_text(exif.get(ExifTags.Base.Make))} {_exif_text(exif.get(ExifTags.Base.Model))}".strip()
    values["coordinates"] = _coordinates(exif.get_ifd(ExifTags.IFD.GPSInfo))
    return {name: value for name, value in values.items() if value}


def _exif_text(value: Any) -> str:
    if isinstance(value, bytes):
        return _plain(decode_text(value))
    text = str(value or "")
    try:
        return _plain(decode_text(text.encode("latin-1")))
    except UnicodeEncodeError:
        return _plain(text)


def _coordinates(position: dict[int, Any]) -> str:
    try:
        latitude, longitude = (
            sum(float(part) / 60**power for power, part in enumerate(position[tag]))
            for tag in (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude)
        )
    except UNREADABLE:
        return ""
    south = position.get(ExifTags.GPS.GPSLatitudeRef) == "S"
    west = position.get(ExifTags.GPS.GPSLongitudeRef) == "W"
    return f"{-latitude if south else latitude:.6f}, {-longitude if west else longitude:.6f}"


def _plain(text: str) -> str:
    kept = "".join(letter if letter.isprintable() else " " for letter in text)
    return re.sub(r"\s+", " ", kept).strip()[:LONGEST_TEXT]


def _day(text: str) -> str:
    match = re.match(r"(\d{4})[-:]?(\d{2})[-:]?(\d{2})", text)
    return "-".join(match.groups()) if match else ""
