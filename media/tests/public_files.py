"""Reads files a visitor can fetch for what must not leave the editorial office."""

import io
from pathlib import Path

from PIL import Image as PillowImage
from PIL import UnidentifiedImageError

PICTURES = frozenset({".avif", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".webp"})
SECRETS = (b"Exif\x00\x00", b"8BIM", b"exif:GPS", b"SerialNumber", b"photoshop:History", b"xmpMM:")


def telling_files(folder):
    """Return the pictures below ``folder`` that tell of a place, a camera or an earlier picture, and what."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        if path.suffix.lower() in PICTURES and path.is_file():
            told = secrets_in(path.read_bytes())
            if told:
                found[str(path.relative_to(folder))] = told
    return found


def secrets_in(content):
    """Return what one file tells."""
    told = [secret.decode("latin-1") for secret in SECRETS if secret in content]
    if content.startswith(b"\xff\xd8") and content.count(b"\xff\xd8\xff") > 1:
        told.append("hidden picture")
    try:
        with PillowImage.open(io.BytesIO(content)) as picture:
            return told + [name for name, there in hidden_parts(picture).items() if there]
    except UnidentifiedImageError:
        return told  # a test has broken the file on purpose


def hidden_parts(picture):
    """Return which parts of an opened picture hold more than the picture."""
    return {"EXIF": bool(len(picture.getexif())), "profile": "icc_profile" in picture.info}
