"""The files visitors get: every size and format of a photo, made ahead from one decoding."""

import io
import logging
import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django_tasks import task
from PIL import Image as PillowImage
from PIL import ImageOps

from media.metadata import credit_packet, encode

if TYPE_CHECKING:
    from media.models import Photo

WIDTHS = (400, 800, 1200, 1600)
FORMATS = ("avif", "webp", "jpeg")
FILE_NAME = re.compile(r"(?:^|/)(?P<key>\d{1,18})-[0-9a-f]{8}\w*\.width-\d+\w*\.(?:avif|webp|jpg)$")
NAMES_AT_ONCE = 500
EXTENSIONS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}

logger = logging.getLogger(__name__)


class NotRead(Exception):
    """The storage does not give the original."""


class NotDecoded(Exception):
    """The original can't be opened as a picture."""


def specification(width: int, file_format: str) -> str:
    """Return the rendition's specification, in the form Wagtail's own filters have."""
    return f"width-{width}|format-{file_format}"


def make_renditions(photo: "Photo", replace: bool = False) -> int:
    """Make the files of ``photo`` that are missing, or all with ``replace``; return how many were made.

    What an interrupted process has left of a former original goes first, or it would pass for the present one. The
    original is decoded once; smaller sizes come from the largest. Nothing is enlarged: the largest file of a small
    original has the original's width.

    Raises:
        NotRead: the storage does not give the original.
        NotDecoded: it is no picture.
        Exception: whatever the storage raises that does not take a file; what was made before stays.
    """
    if replace or _has_files_of_another_original(photo):
        drop_renditions([photo])
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
    picture = _decoded(_original(photo))
    for width in sorted({width for width, _ in wanted}, reverse=True):
        picture = _resized(picture, width)
        for name in [name for wanted_width, name in wanted if wanted_width == width]:
            _store(photo, picture, width, name, packet)
    photo.__dict__.pop("ready_files", None)
    return len(wanted)


def _has_files_of_another_original(photo: "Photo") -> bool:
    own = f"{photo.pk}-{photo.get_file_hash()[:8]}"
    names = [name.rpartition("/")[2] for name in photo.renditions.values_list("file", flat=True)]
    return any(FILE_NAME.search(name) and not name.startswith(own) for name in names)


def drop_renditions(photos: Collection["Photo"]) -> None:
    """Forget every file made from ``photos`` at once; the files go from the storage once the transaction commits.

    Two queries whatever their number: nothing follows from a file's row being deleted but what is done here.
    """
    by_key = {photo.pk: photo for photo in photos}
    renditions = _rendition_model().objects.filter(image_id__in=by_key)
    found = list(renditions)
    for rendition in found:
        rendition.image = by_key[rendition.image_id]
    if found:
        renditions._raw_delete(renditions.db)
        found[0].cache_backend.delete_many([rendition.get_cache_key() for rendition in found])
        names = [rendition.file.name for rendition in found]
        transaction.on_commit(lambda: delete_files.enqueue(names))
    for photo in photos:
        photo._prefetched_objects_cache = {}  # type: ignore[attr-defined]
        photo.__dict__.pop("ready_files", None)


def photo_key_of(path: str) -> int | None:
    """Return the key of the photo a visitors' file was made from, as its name tells, or ``None``."""
    match = FILE_NAME.search(path)
    return int(match["key"]) if match else None


@task()
def delete_files(names: list[str]) -> int:
    """Delete files no rendition has any more; return how many the storage keeps: no address leads to them."""
    failed = 0
    for start in range(0, len(names), NAMES_AT_ONCE):
        some = names[start : start + NAMES_AT_ONCE]
        used = set(_rendition_model().objects.filter(file__in=some).values_list("file", flat=True))
        for name in sorted(set(some) - used):
            try:
                default_storage.delete(name)
            except Exception as error:  # whatever a storage raises
                logger.warning("The file %s was not deleted: %s", name, error)
                failed += 1
    return failed


def _rendition_model() -> Any:
    return apps.get_model("media", "Rendition")


def _original(photo: "Photo") -> bytes:
    try:
        with photo.file.open("rb") as original:
            return original.read()
    except Exception as error:  # whatever a storage raises
        raise NotRead(str(error)) from error


def _decoded(content: bytes) -> PillowImage.Image:
    """Return the picture upright; a large JPEG no larger than its files need, which spares time and memory."""
    try:
        picture = PillowImage.open(io.BytesIO(content))
        picture.draft("RGB", (max(WIDTHS), max(WIDTHS)))
        return ImageOps.exif_transpose(picture).convert("RGB")
    except Exception as error:  # whatever a decoder raises
        raise NotDecoded(str(error)) from error


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
    try:
        rendition.save()
    except Exception:
        default_storage.delete(rendition.file.name)
        raise
