"""What other apps tell on an organisation's card: they register how; the directory knows nothing of them.

``exports`` registers an enterprise's export cases, for one. A part is read for each card shown, so it should take a
fixed number of queries.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from industries.models import Enterprise


@dataclass(frozen=True)
class CardPart:
    """One section of a card: its heading and the template that shows ``context`` (there as ``part``)."""

    heading: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


PartReader = Callable[[Enterprise], CardPart | None]

_readers: dict[str, PartReader] = {}


def register_card_part(name: str, read: PartReader) -> None:
    """Let ``read`` add a part to every card; it returns ``None`` where it has nothing to tell."""
    _readers[name] = read


def parts_of(enterprise: Enterprise) -> list[CardPart]:
    """Return what the other apps tell of ``enterprise``, in the order they have registered."""
    parts = (read(enterprise) for read in _readers.values())
    return [part for part in parts if part is not None]
