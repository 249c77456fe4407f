"""The layout that bars and dots share: one row for each value, its name above, its number beside."""

import textwrap
from collections.abc import Callable, Iterator
from decimal import Decimal

from portal.figures.charts.marks import Drawing, Mark, Stroke, Words, across
from portal.figures.charts.points import ChartPoint, Series
from portal.figures.charts.scale import Scale

LETTERS_IN_LINE = 36
LINE_HEIGHT = 20
MARK_HEIGHT = 22
ROW_GAP = 14
AXIS_OVERHANG = 2
# The rest of the width is the numbers': a long one stands beside the longest bar on a phone.
DRAWN_SHARE = Decimal("0.70")

DrawMark = Callable[[ChartPoint, Decimal, Decimal, int], Iterator[Mark]]


def draw_rows(series: Series, draw_mark: DrawMark) -> Drawing:
    """Return the drawing of one row for each point; ``draw_mark`` draws from nought to the value at a given height.

    Raises:
        ValueError: there is no value to show.
    """
    scale = Scale.for_values(point.value for point in series.known_points if point.value is not None)
    marks: list[Mark] = []
    top = 0
    for point in series.points:
        lines = textwrap.wrap(point.label, LETTERS_IN_LINE) or [""]
        marks += [
            Words(across(0), top + LINE_HEIGHT * number - 6, line, "label")
            for number, line in enumerate(lines, start=1)
        ]
        top += LINE_HEIGHT * len(lines)
        marks += _row(point, scale, top, draw_mark)
        top += MARK_HEIGHT + ROW_GAP
    return Drawing(height=top - ROW_GAP + AXIS_OVERHANG, marks=tuple(marks))


def _row(point: ChartPoint, scale: Scale, top: int, draw_mark: DrawMark) -> Iterator[Mark]:
    text_top = top + MARK_HEIGHT - 6
    nought = _place(scale, Decimal(0))
    if point.value is None:
        yield Words(across(nought), text_top, point.mark_text, "gap", shift=6)
        return
    end = _place(scale, point.value)
    yield from draw_mark(point, nought, end, top)
    yield Stroke(across(nought), top - AXIS_OVERHANG, across(nought), top + MARK_HEIGHT + AXIS_OVERHANG, "axis")
    yield Words(across(max(end, nought)), text_top, point.mark_text, "number", shift=12)


def _place(scale: Scale, value: Decimal) -> Decimal:
    return scale.share(value) * DRAWN_SHARE
