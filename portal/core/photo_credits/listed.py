"""The photos a visitor can meet, with their holders, authors and places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page as NumberedPage
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import QueryDict

from media.models import Photo
from media.public_places import PublicPlace, public_places, used_photo_keys

ON_ONE_PAGE = 24


@dataclass(frozen=True)
class Author:
    """One author among a holder's photos."""

    name: str
    count: int
    query: str


@dataclass(frozen=True)
class Holder:
    """One holder of rights with the authors of the photos."""

    name: str
    count: int
    query: str
    authors: Sequence[Author]


@dataclass(frozen=True)
class ListedPhoto:
    """A photo with the public places it stands in."""

    photo: Photo
    places: Sequence[PublicPlace]


@dataclass(frozen=True)
class PhotoCredits:
    """All the page shows: who gave photos, and a page of the photos asked for."""

    holders: Sequence[Holder]
    photos: Sequence[ListedPhoto]
    numbered: NumberedPage
    chosen: str
    is_filtered: bool
    query: str

    @property
    def total(self) -> int:
        """How many photos were asked for."""
        return self.numbered.paginator.count


def compose_credits(asked: QueryDict) -> PhotoCredits:
    """Return the photos ``asked`` for by ``holder``, ``author`` or ``photo``; what can't be read counts as nothing."""
    shown = Photo.objects.cleared().filter(pk__in=used_photo_keys())
    filters = _filters(asked)
    photos = shown.filter(**filters).for_display().order_by("rights_holder__name", "creator", "pk")
    numbered = Paginator(photos, ON_ONE_PAGE).get_page(asked.get("page"))
    records = list(numbered.object_list)
    places = public_places([photo.pk for photo in records])
    holders = _holders(shown)
    return PhotoCredits(
        holders=holders,
        photos=[ListedPhoto(photo, places.get(photo.pk, [])) for photo in records],
        numbered=numbered,
        chosen=_chosen(holders, filters),
        is_filtered=bool(filters),
        query=urlencode({name: asked[name] for name in ("holder", "author") if asked.get(name)}),
    )


def _filters(asked: QueryDict) -> dict[str, Any]:
    filters: dict[str, Any] = {}
    for name, field in (("holder", "rights_holder_id"), ("photo", "pk")):
        value = asked.get(name, "")
        if value.isascii() and value.isdigit() and len(value) < 18:
            filters[field] = int(value)
    author = str(asked.get("author", "")).replace("\x00", "")
    if author:
        filters["creator"] = author
    return filters


def _holders(shown: Any) -> list[Holder]:
    rows = shown.order_by("rights_holder__name", "creator").values("rights_holder_id", "rights_holder__name", "creator")
    authors: dict[tuple[int, str], list[Author]] = {}
    for row in rows.annotate(count=Count("pk")):
        holder = row["rights_holder_id"], row["rights_holder__name"]
        query = urlencode({"holder": holder[0], "author": row["creator"]})
        authors.setdefault(holder, []).append(Author(row["creator"], row["count"], query))
    return [
        Holder(name, sum(author.count for author in found), urlencode({"holder": key}), _named(found, name))
        for (key, name), found in authors.items()
    ]


def _named(authors: list[Author], holder: str) -> list[Author]:
    """Authors that have a name of their own: a holder that is its only author is not named twice."""
    return [author for author in authors if author.name and author.name != holder]


def _chosen(holders: list[Holder], filters: dict[str, Any]) -> str:
    if "creator" in filters:
        return str(filters["creator"])
    key = filters.get("rights_holder_id")
    return next((holder.name for holder in holders if holder.query == urlencode({"holder": key})), "") if key else ""
