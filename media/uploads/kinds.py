"""Tells what a file is by its first bytes; its name and the browser's word for it say nothing."""

import re
import zlib

READ_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF")
EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}

HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")
SIGNATURES = (
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"GIF8", "picture"),
    (b"%PDF", "document"),
    (b"PK\x03\x04", "document"),
    (b"\xd0\xcf\x11\xe0", "document"),
    (b"Rar!", "document"),
    (b"7z\xbc\xaf", "document"),
    (b"\x1f\x8b", "document"),
    (b"8BPS", "other-picture"),
    (b"%!PS", "other-picture"),
    (b"\xc5\xd0\xd3\xc6", "other-picture"),
    (b"II*\x00", "other-picture"),
    (b"MM\x00*", "other-picture"),
    (b"BM", "other-picture"),
    (b"\x00\x00\x01\x00", "other-picture"),
)
VECTOR = re.compile(rb"<svg[\s>]|<!DOCTYPE\s+svg", re.IGNORECASE)


def kind_of(content: bytes) -> str:
    """Return ``picture``, ``other-picture``, ``vector``, ``document`` or ``unknown``."""
    if content[4:8] == b"ftyp" and content[8:12] in HEIF_BRANDS:
        return "picture"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "picture"
    if _is_vector(content):
        return "vector"
    return next((kind for signature, kind in SIGNATURES if content.startswith(signature)), "unknown")


def is_cut(content: bytes) -> bool:
    """Tell whether a file that names its own length (WebP, AVIF, HEIC) is shorter than it says."""
    if content[:4] == b"RIFF":
        return len(content) < int.from_bytes(content[4:8], "little") + 8
    if content[4:8] != b"ftyp":
        return False
    place = 0
    while place + 8 <= len(content):
        size = int.from_bytes(content[place : place + 4], "big")
        if size < 8:
            return False
        place += size
    return place > len(content)


def _is_vector(content: bytes) -> bool:
    head = content[:4096]
    if head.startswith(b"\x1f\x8b"):
        head = _unpacked_head(content)
    return bool(VECTOR.search(head.replace(b"\x00", b"")))


def _unpacked_head(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(content[:4096], 4096)
    except zlib.error:
        return b""
