"""Keeps what a list is counted, searched and ordered by, and brings it up to date with what content has changed."""

import uuid
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Any

from django.core.cache import cache
from django.db.models import QuerySet

from portal.core.content_version import EVERYTHING, Change, change_is_pending
from portal.core.models import ContentChange
from portal.listing.facet_index import ROWS_A_FETCH, FacetIndex
from portal.listing.facets import FacetChoice
from portal.listing.listing import Listing, Sort
from portal.listing.record_order import order_of
from portal.listing.word_index import WordIndex, Words

GENERATION_KEY = "listing-generation"
MOST_CHANGED = 200
SPARE_PLACES = 1000
MOST_SECONDS = 600

Changes = list[tuple[int, str, str]]


@dataclass
class FacetState:
    """A list as it was at one version of the content. Orders and words are read when they are first asked for."""

    listing: Listing
    index: FacetIndex
    choices: Mapping[str, Sequence[FacetChoice]]
    read_at: float
    orders: dict[str, array] = field(default_factory=dict)
    words: WordIndex | None = None

    @classmethod
    def read(cls, listing: Listing, sort: Sort) -> "FacetState":
        """Read the list from the database, in the order it is asked for first."""
        index = FacetIndex.build(_in_order(listing, sort), listing.facets)
        choices = {facet.name: list(facet.read_choices()) for facet in listing.facets}
        return cls(listing, index, choices, monotonic(), {sort.value: array("I", range(len(index.keys)))})

    def with_changed(self, changed: Sequence[Any]) -> "FacetState":
        """Return the state with the ``changed`` records read anew."""
        index = self.index.with_changed(self.listing.records(), self.listing.facets, changed)
        added = index.keys[len(self.index.keys) :]
        words = self.words.with_added(self._texts(added)) if self.words else None
        return FacetState(self.listing, index, self.choices, self.read_at, {}, words)

    def in_order(self, sort: Sort) -> array:
        """Return the positions of the records in an order of the list."""
        if sort.value not in self.orders:
            keys = _in_order(self.listing, sort).values_list("pk", flat=True)
            self.orders[sort.value] = order_of(self.index, keys.iterator(ROWS_A_FETCH))
        return self.orders[sort.value]

    def holding(self, words: Words) -> int:
        """Return the bits of the records that hold every one of ``words``."""
        if self.words is None:
            self.words = WordIndex.build(self._texts(self.index.keys))
        return self.words.holding(words, self.index.everything)

    def _texts(self, keys: Sequence[Any]) -> Iterator[str]:
        records = self.listing.records().order_by()
        if len(keys) <= MOST_CHANGED:
            records = records.filter(pk__in=keys)
        found = dict(records.values_list("pk", self.listing.search_field).iterator(ROWS_A_FETCH))
        return (found.get(key, "") for key in keys)

    @property
    def is_roomy(self) -> bool:
        """Whether so many places are left behind by changed records that reading anew is better."""
        return len(self.index.keys) > 2 * self.index.count + SPARE_PLACES

    @property
    def is_old(self) -> bool:
        """Whether the list was read so long ago that a change nobody has told of may be missing."""
        return monotonic() - self.read_at > MOST_SECONDS


def _in_order(listing: Listing, sort: Sort) -> QuerySet:
    return listing.records().order_by(*sort.order, "pk")


@dataclass(frozen=True)
class Kept:
    """A state with the version of the content and the generation of the caches it belongs to."""

    version: int
    generation: str
    state: FacetState

    def is_of(self, generation: str) -> bool:
        """Tell whether the state belongs to a generation; while none can be told it is trusted."""
        return generation in ("", self.generation)


_kept: dict[str, Kept] = {}
_reading: defaultdict[str, Lock] = defaultdict(Lock)


def facet_state(listing: Listing, sort: Sort) -> FacetState:
    """Return the state kept in this process for a list, brought up to date. One query where nothing has changed.

    The records of the list that have changed are read anew, all of it where that can't be told, and now and then in
    any case. One thread reads while the others wait, or take the old state where it is merely old. Inside a
    transaction that has changed content nothing kept is used.
    """
    if change_is_pending():
        return FacetState.read(listing, sort)
    generation = _generation()
    kept = _kept.get(listing.name)
    if kept is None or not kept.is_of(generation):
        with _reading[listing.name]:
            kept = _kept.get(listing.name)
            if kept is None or not kept.is_of(generation):
                return _read_and_keep(listing, generation, sort)
    if kept.state.is_old and _reading[listing.name].acquire(blocking=False):
        try:
            return _read_and_keep(listing, generation, sort)
        finally:
            _reading[listing.name].release()
    return _followed(kept, sort)


def _generation() -> str:
    """Return the generation of the shared cache; nothing while the cache is away."""
    known = cache.get(GENERATION_KEY)
    if known is None:
        cache.add(GENERATION_KEY, uuid.uuid4().hex, None)
        known = cache.get(GENERATION_KEY, "")
    return str(known)


def _followed(kept: Kept, sort: Sort) -> FacetState:
    """Return the kept state with all that has changed since; one thread reads it, the others get what it has read."""
    listing = kept.state.listing
    changes = _changes_since(kept.version)
    version = changes[-1][0] if changes else 0
    if version == kept.version:
        return kept.state
    with _reading[listing.name]:
        newest = _kept[listing.name]
        if newest is not kept and newest.version >= version:
            return newest.state
        return _keep(listing, version, kept.generation, _brought_up(kept, changes, sort))


def _read_and_keep(listing: Listing, generation: str, sort: Sort) -> FacetState:
    return _keep(listing, _latest_version(), generation, FacetState.read(listing, sort))


def _keep(listing: Listing, version: int, generation: str, state: FacetState) -> FacetState:
    _kept[listing.name] = Kept(version, generation, state)
    return state


def _latest_version() -> int:
    return ContentChange.objects.order_by("-version").values_list("version", flat=True).first() or 0


def _changes_since(version: int) -> Changes:
    """Return what has changed from ``version`` on, itself included: without it the list of changes has a gap."""
    changes = ContentChange.objects.filter(version__gte=version).order_by("version")
    return list(changes.values_list("version", "label", "record"))


def _brought_up(kept: Kept, changes: Changes, sort: Sort) -> FacetState:
    listing = kept.state.listing
    told = {(label, key) for version, label, key in changes if version > kept.version}
    is_complete = bool(changes) and changes[0][0] == kept.version
    changed = _changed_records(listing, told) if is_complete else None
    if changed is None or len(changed) > MOST_CHANGED or kept.state.is_roomy:
        return FacetState.read(listing, sort)
    return kept.state.with_changed(changed) if changed else kept.state


def _changed_records(listing: Listing, told: Set[Change]) -> list[Any] | None:
    """Return the keys of the list's records among the changes; nothing if more than single records have changed."""
    model = listing.records().model
    own = model._meta.label_lower
    is_beyond = any(label in (listing.follows or ()) for label, _key in told)
    if listing.follows is None or is_beyond or told & {EVERYTHING, (own, "")}:
        return None
    return sorted({model._meta.pk.to_python(key) for label, key in told if label == own})
