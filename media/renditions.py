"""The files visitors get: every size and format of a photo, made ahead from one decoding."""

import io
import re
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django_tasks import task
from PIL import Image as PillowImage
from PIL import ImageOps
from wagtail.images import get_image_model

from media.metadata import credit_packet, encode

if TYPE_CHECKING:
    from media.models import Photo

WIDTHS = (400, 800, 1200, 1600)
FORMATS = ("avif", "webp", "jpeg")
FILE_NAME = re.compile(r"(?:^|/)(?P<key>\d{1,18})-[0-9a-f]{8}\w*\.width-\d+\w*\.(?:avif|webp|jpg)$")
EXTENSIONS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}


def specification(width: int, file_format: str) -> str:
    """Return the rendition's specification, in the form Wagtail's own filters have."""
    return f"width-{width}|format-{file_format}"


def make_renditions(photo: "Photo", replace: bool = False) -> int:
    """Make the files of ``photo`` that are missing, or all with ``replace``; return how many were made.

    The original is decoded once; smaller sizes come from the largest. Nothing is enlarged: the largest file of a
    small original has the original's width.
    """
    if replace:
        drop_renditions(photo)
    existing = set(photo.renditions.values_list("filter_spec", flat=True))
    wanted = [
        (width, name)
        for width in WIDTHS
        for name in FORMATS
        if specification(width, name) not in existing and _fits(photo, width)
    ]
    if not wanted:
        return 0
    packet = credit_packet(photo)
    with photo.file.open("rb") as original:
        picture = _decoded(original.read())
    for width in sorted({width for width, _ in wanted}, reverse=True):
        picture = _resized(picture, width)
        for name in [name for wanted_width, name in wanted if wanted_width == width]:
            _store(photo, picture, width, name, packet)
    photo.__dict__.pop("ready_files", None)
    return len(wanted)


def drop_renditions(photo: "Photo") -> None:
    """Delete every file made from ``photo``, those in storage once the open transaction commits."""
    for rendition in photo.renditions.all():
        rendition.delete()
    photo._prefetched_objects_cache = {}  # type: ignore[attr-defined]
    photo.__dict__.pop("ready_files", None)


def photo_key_of(path: str) -> int | None:
    """Return the key of the photo a visitors' file was made from, as its name tells, or ``None``."""
    match = FILE_NAME.search(path)
    return int(match["key"]) if match else None


@task()
def prepare_renditions(photo_key: int) -> int:
    """Make the missing files of a photo in the background."""
    photo = get_image_model().objects.filter(pk=photo_key).first()
    return make_renditions(photo) if photo else 0


def _decoded(content: bytes) -> PillowImage.Image:
    """Return the picture upright; a large JPEG no larger than its files need, which spares time and memory."""
    picture = PillowImage.open(io.BytesIO(content))
    picture.draft("RGB", (max(WIDTHS), max(WIDTHS)))
    return ImageOps.exif_transpose(picture).convert("RGB")


def _fits(photo: "Photo", width: int) -> bool:
    return width <= photo.width or width == min(WIDTHS)


def _resized(picture: PillowImage.Image, width: int) -> PillowImage.Image:
    if picture.width <= width:
        return picture
    height = round(picture.height * width / picture.width)
    return picture.resize((width, height), PillowImage.Resampling.LANCZOS)


def _store(photo: "Photo", picture: PillowImage.Image, width: int, name: str, packet: bytes) -> None:
    content = encode(picture.copy(), name.upper(), packet)
    file_name = f"{photo.pk}-{photo.get_file_hash()[:8]}.width-{width}.{EXTENSIONS[name]}"
    rendition = photo.renditions.model(image=photo, filter_spec=specification(width, name))
    rendition.file.save(file_name, ContentFile(content), save=False)
    rendition.width, rendition.height = picture.size
    rendition.save()
