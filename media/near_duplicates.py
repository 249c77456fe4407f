"""Recognising the same picture again: a hash of how it looks, near ones found by counting different bits."""

import io
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
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
    """Keep the hash of a photo and the photos it looks like; one that can't be read is marked and never matches."""
    photo = get_image_model().objects.filter(pk=photo_key).first()
    if photo is None:
        return ""
    try:
        with photo.file.open("rb") as original:
            look = look_of(original.read())
    except (OSError, ValueError):
        look = UNREADABLE
    get_image_model().objects.filter(pk=photo_key).update(perceptual_hash=look)
    with transaction.atomic():  # after the hash is there for all: of two photos looked at at once one sees the other
        _remember_likenesses(photo_key, look)
    return look


def _remember_likenesses(photo_key: int, look: str) -> None:
    """Write down, for both of each pair, which photos a photo looks like now; all looks are read in one query."""
    model = apps.get_model("media", "Likeness")
    model.objects.filter(Q(photo_id=photo_key) | Q(twin_id=photo_key)).delete()
    others = get_image_model()._base_manager.exclude(pk=photo_key).exclude(perceptual_hash__in=("", UNREADABLE))
    if look == UNREADABLE or not has_features(look):
        return
    pairs = []
    for other_key, text in others.values_list("pk", "perceptual_hash"):
        distance = (int(look, 16) ^ int(text, 16)).bit_count()
        if distance <= NEAR:
            pairs += [(photo_key, other_key, distance), (other_key, photo_key, distance)]
    rows = [model(photo_id=one, twin_id=other, distance=distance) for one, other, distance in pairs]
    model.objects.bulk_create(rows, ignore_conflicts=True)


def find_lookalikes(photo: "Photo", limit: int = 8) -> list["Photo"]:
    """Return photos that are the same file or look the same, the nearest first."""
    others = get_image_model().objects.exclude(pk=photo.pk)
    same_file = others.filter(file_hash=photo.get_file_hash()).exclude(file_hash="")
    distances = dict.fromkeys(same_file.values_list("pk", flat=True)[:limit], -1)
    alike = photo.likenesses.filter(twin__in=others).order_by("distance")
    for key, distance in alike.values_list("twin_id", "distance")[:limit]:
        distances.setdefault(key, distance)
    nearest = sorted(distances, key=lambda key: (distances[key], key))[:limit]
    photos = others.select_related("rights_holder").in_bulk(nearest)
    return [photos[key] for key in nearest]


def under_another_credit() -> Q:
    """Return the condition of photos whose file or look stands under another credit line as well."""
    line = Coalesce(NullIf("own_credit_line", Value("")), "rights_holder__credit_line", Value(""))
    own_line = Coalesce(
        NullIf(OuterRef("own_credit_line"), Value("")), OuterRef("rights_holder__credit_line"), Value("")
    )
    others = get_image_model().objects.exclude(pk=OuterRef("pk")).alias(line=line).exclude(line=own_line)
    same_file = others.filter(file_hash=OuterRef("file_hash")).exclude(file_hash="")
    alike = others.filter(pk__in=_twins_of_outer())
    return Q(Exists(same_file)) | Q(Exists(alike))


def _twins_of_outer() -> QuerySet:
    return apps.get_model("media", "Likeness").objects.filter(photo=OuterRef(OuterRef("pk"))).values("twin")


def has_features(look: str) -> bool:
    """Tell whether a picture has enough relief to be compared: one even colour looks like any other."""
    return NEAR < int(look, 16).bit_count() < SIDE * SIDE - NEAR
