"""What other apps tell on an industry's page: they register how, as they do for the cards of organisations."""

from collections.abc import Callable

from industries.card_parts import CardPart
from industries.models.industry import Industry

PartReader = Callable[[Industry], CardPart | None]

_readers: dict[str, PartReader] = {}


def register_industry_part(name: str, read: PartReader) -> None:
    """Let ``read`` add a part to every industry's page; it returns ``None`` where it has nothing to tell."""
    _readers[name] = read


def parts_of_industry(industry: Industry) -> list[CardPart]:
    """Return what the other apps tell of ``industry``, in the order they have registered."""
    parts = (read(industry) for read in _readers.values())
    return [part for part in parts if part is not None]
