"""Counts for every option of every facet at once: a bit a record, a number an option."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import QuerySet

from portal.listing.facets import Facet

ROWS_A_FETCH = 2000

Selection = Mapping[str, frozenset[Any]]


@dataclass(frozen=True)
class OptionCount:
    """How many records an option has alone, and how many are found once it is ticked, or unticked if it is chosen."""

    alone: int
    after: int


class BitLines:
    """Bits by option while records are read; nothing but the bits is held."""

    def __init__(self) -> None:
        self.lines: dict[Any, bytearray] = {}

    def mark(self, position: int, option: Any) -> None:
        """Note that the record at ``position`` has an option."""
        line = self.lines.get(option)
        if line is None:
            line = self.lines[option] = bytearray()
        place = position >> 3
        if place >= len(line):
            line.extend(bytes(place + 1 - len(line)))
        line[place] |= 1 << (position & 7)

    def numbers(self) -> dict[Any, int]:
        """Return the bits as whole numbers."""
        return {option: int.from_bytes(line, "little") for option, line in self.lines.items()}


@dataclass
class FacetIndex:
    """Which records have which option, as whole numbers with a bit for each record.

    One pass over the records makes it; afterwards any combination of options is counted without a query. A record
    that changes gets a new bit, and its old one is no longer among :attr:`everything`.

    ``keys`` are the primary keys by position, ``positions`` the places of the records that are there.
    """

    keys: list[Any]
    positions: dict[Any, int] = field(default_factory=dict)
    bits: dict[str, dict[Any, int]] = field(default_factory=dict)
    everything: int = field(init=False)

    def __post_init__(self) -> None:
        self.positions = self.positions or {key: position for position, key in enumerate(self.keys)}
        self.everything = (1 << len(self.keys)) - 1

    @classmethod
    def build(cls, records: QuerySet, facets: Iterable[Facet]) -> "FacetIndex":
        """Read the records once, and once more for each relation; positions follow the order of ``records``."""
        facets = list(facets)
        index = cls._read(records, [facet for facet in facets if not facet.is_many])
        for facet in facets:
            if facet.is_many:
                links = records.order_by().values_list("pk", facet.field)
                index.bits[facet.name] = index.gather(links.iterator(ROWS_A_FETCH))
        return index

    @classmethod
    def build_few(cls, records: QuerySet, facets: Iterable[Facet]) -> "FacetIndex":
        """Read a few records with all their relations at once: a row for each combination."""
        return cls._read(records.order_by(), list(facets))

    @classmethod
    def _read(cls, records: QuerySet, facets: Sequence[Facet]) -> "FacetIndex":
        positions: dict[Any, int] = {}
        lines = [BitLines() for _facet in facets]
        rows = records.values_list("pk", *[facet.field for facet in facets])
        for key, *options in rows.iterator(ROWS_A_FETCH):
            position = positions.setdefault(key, len(positions))
            for line, option in zip(lines, options, strict=True):
                line.mark(position, option)
        bits = {facet.name: line.numbers() for facet, line in zip(facets, lines, strict=True)}
        return cls(list(positions), positions, bits)

    def with_changed(self, records: QuerySet, facets: Iterable[Facet], changed: Sequence[Any]) -> "FacetIndex":
        """Return the index as it is once the ``changed`` ones among ``records`` are read anew; this one stays."""
        part = FacetIndex.build_few(records.filter(pk__in=changed), facets)
        offset = len(self.keys)
        joined = FacetIndex([*self.keys, *part.keys])
        gone = sum(1 << self.positions[key] for key in changed if key in self.positions)
        joined.everything = self.everything & ~gone | part.everything << offset
        absent = set(changed) - part.positions.keys()
        joined.positions = {key: place for key, place in self.positions.items() if key not in absent}
        joined.positions.update({key: offset + place for key, place in part.positions.items()})
        for facet, lines in self.bits.items():
            added = {option: line << offset for option, line in part.bits[facet].items()}
            joined.bits[facet] = {**lines, **{option: lines.get(option, 0) | line for option, line in added.items()}}
        return joined

    @property
    def count(self) -> int:
        """How many records there are."""
        return len(self.positions)

    def gather(self, pairs: Iterable[tuple[Any, Any]]) -> dict[Any, int]:
        """Return the bits by option for pairs of a record's key and an option's."""
        lines = BitLines()
        for record, option in pairs:
            position = self.positions.get(record)
            if position is not None:
                lines.mark(position, option)
        return lines.numbers()

    def satisfying(self, selection: Selection, base: int) -> int:
        """Return the bits of those of the ``base`` records that satisfy the whole selection."""
        bits = base
        for name, keys in selection.items():
            if keys:
                bits &= self._any_of(name, keys)
        return bits

    def found(self, selection: Selection, base: int) -> int:
        """Return how many of the ``base`` records satisfy the whole selection."""
        return self.satisfying(selection, base).bit_count()

    def counts(self, facet: str, selection: Selection, base: int) -> dict[Any, OptionCount]:
        """Return the counts of a facet's options under the selection of all the others.

        An option that no record has is left out unless it is chosen.
        """
        chosen = selection.get(facet, frozenset())
        others = self.satisfying({name: keys for name, keys in selection.items() if name != facet}, base)
        counted = {}
        lines = self.bits[facet]
        for option in (*lines, *(chosen - lines.keys())):
            line, toggled = lines.get(option, 0), chosen ^ {option}
            after = others & self._any_of(facet, toggled) if toggled else others
            counted[option] = OptionCount((others & line).bit_count(), after.bit_count())
        return counted

    def _any_of(self, facet: str, keys: frozenset[Any]) -> int:
        lines = self.bits[facet]
        return reduce(or_, (lines.get(key, 0) for key in keys), 0)
