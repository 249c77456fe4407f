"""Counts for every option of every facet at once: a bit a record, a number an option."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import QuerySet

from portal.listing.facets import Facet

Selection = Mapping[str, frozenset[Any]]


@dataclass(frozen=True)
class OptionCount:
    """How many records an option has alone, and how many are found once it is ticked, or unticked if it is chosen."""

    alone: int
    after: int


@dataclass
class FacetIndex:
    """Which records have which option, as whole numbers with a bit for each record.

    One pass over the records makes it; afterwards any combination of options is counted without a query.
    """

    positions: dict[Any, int]
    bits: dict[str, dict[Any, int]] = field(default_factory=dict)

    @classmethod
    def build(cls, records: QuerySet, facets: Iterable[Facet]) -> "FacetIndex":
        """Read the records once, and once more for each relation."""
        facets = list(facets)
        single = [facet for facet in facets if not facet.is_many]
        rows = list(records.order_by().values_list("pk", *[facet.field for facet in single]))
        index = cls({row[0]: position for position, row in enumerate(rows)})
        for column, facet in enumerate(single, start=1):
            index.bits[facet.name] = index.gather((row[0], row[column]) for row in rows)
        for facet in facets:
            if facet.is_many:
                index.bits[facet.name] = index.gather(records.order_by().values_list("pk", facet.field))
        return index

    @property
    def everything(self) -> int:
        """The bits of all records."""
        return (1 << len(self.positions)) - 1

    def gather(self, pairs: Iterable[tuple[Any, Any]]) -> dict[Any, int]:
        """Return the bits by option for pairs of a record's key and an option's."""
        size = len(self.positions) // 8 + 1
        gathered: dict[Any, bytearray] = {}
        for record, option in pairs:
            position = self.positions.get(record)
            if position is None:
                continue
            line = gathered.get(option)
            if line is None:
                line = gathered[option] = bytearray(size)
            line[position >> 3] |= 1 << (position & 7)
        return {option: int.from_bytes(line, "little") for option, line in gathered.items()}

    def bits_of(self, records: Iterable[Any]) -> int:
        """Return the bits of the records with these keys."""
        return self.gather((record, True) for record in records).get(True, 0)

    def found(self, selection: Selection, base: int) -> int:
        """Return how many of the ``base`` records satisfy the whole selection."""
        return self._satisfying(selection, base).bit_count()

    def counts(self, facet: str, selection: Selection, base: int) -> dict[Any, OptionCount]:
        """Return the counts of a facet's options under the selection of all the others.

        An option that no record has is left out unless it is chosen.
        """
        chosen = selection.get(facet, frozenset())
        others = self._satisfying({name: keys for name, keys in selection.items() if name != facet}, base)
        counted = {}
        lines = self.bits[facet]
        for option in (*lines, *(chosen - lines.keys())):
            line, toggled = lines.get(option, 0), chosen ^ {option}
            after = others & self._any_of(facet, toggled) if toggled else others
            counted[option] = OptionCount((others & line).bit_count(), after.bit_count())
        return counted

    def _satisfying(self, selection: Selection, base: int) -> int:
        bits = base
        for name, keys in selection.items():
            if keys:
                bits &= self._any_of(name, keys)
        return bits

    def _any_of(self, facet: str, keys: frozenset[Any]) -> int:
        lines = self.bits[facet]
        return reduce(or_, (lines.get(key, 0) for key in keys), 0)
