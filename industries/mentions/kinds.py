"""What may speak of an organisation: each app tells how the texts of its pages or records are read."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from industries.models import Enterprise


@dataclass(frozen=True)
class ReadText:
    """One public thing: its title, its address, and everything visitors read of it."""

    title: str
    url: str
    texts: Iterable[str]


def _nothing(enterprise: Enterprise) -> Collection[int]:
    return ()


def _all(keys: Collection[int]) -> Collection[int]:
    return keys


@dataclass(frozen=True)
class TextKind:
    """A kind of things that speak of organisations.

    ``public`` returns those visitors see and ``read`` what they read of one. ``shown_apart`` names those the card shows
    in a part of its own already; ``still_public`` keeps of the given keys those shown today, where that can change
    without the thing being saved. ``addresses`` tells where those of the given keys stand now, for things that stand on
    a page of others; what has no address there is not shown. All are asked only where a name is found.
    """

    name: str
    label: Any
    model: type[Model]
    public: Callable[[], QuerySet]
    read: Callable[[Any], ReadText]
    shown_apart: Callable[[Enterprise], Collection[int]] = _nothing
    still_public: Callable[[Collection[int]], Collection[int]] = _all
    addresses: Callable[[Collection[int]], Mapping[int, str]] | None = None


_kinds: dict[str, TextKind] = {}


def register_text_kind(kind: TextKind) -> None:
    """Let cards mention things of this kind; groups stand on a card in the order of registration."""
    _kinds[kind.name] = kind


def text_kinds() -> Collection[TextKind]:
    """Return every kind there is."""
    return _kinds.values()
