"""The few shapes every chart is drawn of.

Across, a place is a share of the drawing's width, so that one drawing fits a phone and a wide sheet with its letters at
their size; down, it is in pixels. Places are texts, as a template would write a decimal with a Russian comma.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal

from portal.figures.enums import ValueKind

Anchor = Literal["start", "middle", "end"]


def across(share: Decimal | int) -> str:
    """Return a share of the width, from 0 to 1, as SVG takes it: "37.5%"."""
    return f"{Decimal(share) * 100:.2f}%"


@dataclass(frozen=True)
class Rectangle:
    """A bar or a step."""

    left: str
    width: str
    top: int
    height: int
    kind: ValueKind
    shape: ClassVar[str] = "rectangle"


@dataclass(frozen=True)
class Stroke:
    """A straight line; its role says whether it is an axis, a grid line, a stem or a part of a series."""

    left: str
    top: int
    to_left: str
    to_top: int
    role: str
    shape: ClassVar[str] = "stroke"


@dataclass(frozen=True)
class Dot:
    """A value on a line or in a row; ``rank`` is the place of its series in the chart."""

    left: str
    top: int
    kind: ValueKind
    rank: int = 1
    shape: ClassVar[str] = "dot"


@dataclass(frozen=True)
class Words:
    """A label; ``shift`` moves it aside by pixels."""

    left: str
    top: int
    text: str
    role: str
    anchor: Anchor = "start"
    shift: int = 0
    shape: ClassVar[str] = "words"


Mark = Rectangle | Stroke | Dot | Words


@dataclass(frozen=True)
class Drawing:
    """One picture of a chart; small multiples have several. ``title`` is the one above it, if it has its own."""

    height: int
    marks: tuple[Mark, ...] = field(repr=False)
    title: str = ""
