"""Keeps what the facets of a list need until content changes."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import QuerySet

from portal.core.content_version import change_is_pending
from portal.core.models import ContentVersion
from portal.listing.facet_index import FacetIndex
from portal.listing.facets import Facet, FacetChoice

GENERATION_KEY = "listing-generation"

Stamp = tuple[int, str]


@dataclass(frozen=True)
class FacetState:
    """The index of a list and the choices of its facets, as they were at one version of the content."""

    index: FacetIndex
    choices: Mapping[str, Sequence[FacetChoice]]


_kept: dict[str, tuple[Stamp, FacetState]] = {}


def facet_state(name: str, records: QuerySet, facets: Sequence[Facet]) -> FacetState:
    """Return the state kept in this process for the list ``name``, or read it anew. One query where it is kept.

    It holds while the content's version is the same and the cache has not been cleared; inside a transaction that has
    changed content nothing kept is used.
    """
    if change_is_pending():
        return _read(records, facets)
    stamp = _stamp()
    kept = _kept.get(name)
    if kept and kept[0] == stamp:
        return kept[1]
    state = _read(records, facets)
    _kept[name] = (stamp, state)
    return state


def _stamp() -> Stamp:
    version = ContentVersion.objects.filter(pk=ContentVersion.SINGLE_ROW).values_list("number", flat=True).first()
    generation = cache.get_or_set(GENERATION_KEY, lambda: uuid.uuid4().hex, None)
    return version or 0, str(generation)


def _read(records: QuerySet, facets: Sequence[Facet]) -> FacetState:
    return FacetState(FacetIndex.build(records, facets), {facet.name: list(facet.read_choices()) for facet in facets})
