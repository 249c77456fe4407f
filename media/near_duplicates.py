"""Recognising the same picture again: a hash of how it looks, near ones found by counting different bits."""

import io
from typing import TYPE_CHECKING

from django_tasks import task
from PIL import Image as PillowImage
from wagtail.images import get_image_model

if TYPE_CHECKING:
    from media.models import Photo

SIDE = 8
NEAR = 6
UNREADABLE = "-"


def look_of(content: bytes) -> str:
    """Return the difference hash of a picture: whether each of 64 points is brighter than the next, in hex.

    It survives other sizes, formats and compression; it is not proof that two pictures are one.
    """
    with PillowImage.open(io.BytesIO(content)) as picture:
        picture.draft("L", (SIDE * 8, SIDE * 8))
        small = picture.convert("L").resize((SIDE + 1, SIDE), PillowImage.Resampling.BILINEAR)
    points = list(small.getdata())
    bits = 0
    for row in range(SIDE):
        for column in range(SIDE):
            here = row * (SIDE + 1) + column
            bits = bits << 1 | (points[here] > points[here + 1])
    return f"{bits:016x}"


@task()
def remember_look(photo_key: int) -> str:
    """Keep the hash of a photo; a picture that can't be read is marked so and never matches."""
    photo = get_image_model().objects.filter(pk=photo_key).first()
    if photo is None:
        return ""
    try:
        with photo.file.open("rb") as original:
            look = look_of(original.read())
    except (OSError, ValueError):
        look = UNREADABLE
    get_image_model().objects.filter(pk=photo_key).update(perceptual_hash=look)
    return look


def find_lookalikes(photo: "Photo", limit: int = 8) -> list["Photo"]:
    """Return photos that are the same file or look the same, the nearest first."""
    others = get_image_model().objects.exclude(pk=photo.pk)
    same_file = others.filter(file_hash=photo.get_file_hash()).exclude(file_hash="")
    distances = dict.fromkeys(same_file.values_list("pk", flat=True)[:limit], -1)
    if len(photo.perceptual_hash) == SIDE * SIDE // 4 and has_features(photo.perceptual_hash):
        look = int(photo.perceptual_hash, 16)
        for key, text in others.exclude(perceptual_hash__in=("", UNREADABLE)).values_list("pk", "perceptual_hash"):
            distance = (look ^ int(text, 16)).bit_count()
            if distance <= NEAR:
                distances.setdefault(key, distance)
    nearest = sorted(distances, key=lambda key: (distances[key], key))[:limit]
    photos = others.select_related("rights_holder").in_bulk(nearest)
    return [photos[key] for key in nearest]


def has_features(look: str) -> bool:
    """Tell whether a picture has enough relief to be compared: one even colour looks like any other."""
    return NEAR < int(look, 16).bit_count() < SIDE * SIDE - NEAR
