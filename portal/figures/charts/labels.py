"""Numbers beside dots that never cover one another, even on a phone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from portal.figures.charts.marks import Words, across

NARROWEST_WIDTH = 288
LETTER_WIDTH = Decimal("7.5")
LETTER_HEIGHT = 18
ABOVE, BELOW = -12, 26


@dataclass(frozen=True)
class _Box:
    left: Decimal
    right: Decimal
    top: int

    def covers(self, other: "_Box") -> bool:
        return self.left < other.right and other.left < self.right and abs(self.top - other.top) < LETTER_HEIGHT


@dataclass
class LabelShelf:
    """Places labels one after another, each above its dot, else below; one without room is left to the table."""

    taken: list[_Box] = field(default_factory=list)

    def keep_free(self, left: Decimal, top: int, width: int) -> None:
        """Let no label cover what stands at ``left`` (a share of the width), ``width`` pixels wide, around ``top``."""
        start = left * NARROWEST_WIDTH
        self.taken.append(_Box(start, start + width, top))

    def place(self, wanted: Iterable[tuple[Decimal, int, str]]) -> Iterator[Words]:
        """Yield the labels that have room; the first of ``wanted`` (place across, place down, text) come first."""
        for left, top, text in wanted:
            for shift in (ABOVE, BELOW):
                box = _box(left, top + shift, text)
                if not any(box.covers(other) for other in self.taken):
                    self.taken.append(box)
                    yield Words(across(left), top + shift, text, "number", anchor="middle")
                    break


def _box(left: Decimal, top: int, text: str) -> _Box:
    half = LETTER_WIDTH * len(text) / 2
    middle = left * NARROWEST_WIDTH
    return _Box(middle - half, middle + half, top)
