"""What the portal counts itself, to be set beside what is stated.

An app that holds records registers a counter when it starts; a figure names one, and a filter as in a list's address.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import QueryDict

from portal.core.numbers import Comparator

ABOUT_TOLERANCE = Decimal("0.05")
ALMOST_TOLERANCE = Decimal("0.1")


class InvalidFilter(ValueError):
    """A counter does not know a name or a value of its filter."""


@dataclass(frozen=True)
class Counter:
    """A name for figures, a label for editors, and the function that counts what a filter leaves."""

    name: str
    label: Any
    function: Callable[[QueryDict], int | Decimal | None]
    known_filters: frozenset[str]


_counters: dict[str, Counter] = {}


def register_counter(
    name: str,
    function: Callable[[QueryDict], int | Decimal | None],
    label: Any = "",
    known_filters: Iterable[str] = (),
) -> None:
    """Let figures be compared with what ``function`` counts.

    The function gets the filter's names and values and raises :class:`InvalidFilter` at a value it does not know;
    names that are not among ``known_filters`` never reach it.
    """
    _counters[name] = Counter(name, label or name, function, frozenset(known_filters))


def counter_choices() -> list[tuple[str, Any]]:
    """Return the registered counters for a form."""
    return [(counter.name, counter.label) for counter in sorted(_counters.values(), key=lambda one: one.name)]


def known_filters(name: str) -> list[str]:
    """Return the names a filter of the counter ``name`` may use."""
    counter = _counters.get(name)
    return sorted(counter.known_filters) if counter else []


def knows_filter(name: str, filter_text: str) -> bool:
    """Tell whether the counter ``name`` understands the filter, whatever it counts."""
    counter = _counters.get(name)
    wanted = QueryDict(filter_text)
    if counter is None or set(wanted) - counter.known_filters or (filter_text.strip() and not wanted):
        return False
    try:
        counter.function(wanted)
    except ValueError:
        return False
    return True


def count(name: str, filter_text: str = "") -> Decimal | None:
    """Return what the counter ``name`` counts, or ``None`` where it or its filter is not known: no wrong number."""
    counter = _counters.get(name)
    if counter is None:
        return None
    try:
        wanted = QueryDict(filter_text)
        if set(wanted) - counter.known_filters or (filter_text.strip() and not wanted):
            return None
        found = counter.function(wanted)
    except ValueError:
        return None
    return None if found is None else Decimal(found)


def agrees(comparator: str, stated: Decimal, counted: Decimal) -> bool:
    """Whether what is counted bears out what is stated: «более 240» needs more, «около 66» a twentieth at most."""
    match Comparator(comparator):
        case Comparator.MORE_THAN:
            return counted > stated
        case Comparator.AT_LEAST:
            return counted >= stated
        case Comparator.LESS_THAN:
            return counted < stated
        case Comparator.UP_TO:
            return counted <= stated
        case Comparator.ABOUT:
            return abs(counted - stated) <= abs(stated) * ABOUT_TOLERANCE
        case Comparator.ALMOST:
            return stated * (1 - ALMOST_TOLERANCE) <= counted < stated
        case _:
            return counted == stated
