"""A stair: a value that holds for a while and then jumps, such as a tax rate."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from portal.figures.charts.chart import Chart, checked_series
from portal.figures.charts.marks import Drawing, Mark, Rectangle, Stroke, Words, across
from portal.figures.charts.points import ChartPoint, Series
from portal.figures.charts.scale import Scale

STAIR_HEIGHT = 150
NUMBER_HEIGHT = 26
LINE_HEIGHT = 18
LETTERS_ACROSS = 34


def step_chart(
    title: str, points: Sequence[ChartPoint], *, unit: str = "", label_heading: str = "", caption: str = ""
) -> Chart:
    """Return ``points`` as steps from nought, each as wide as its ``span``; a gap leaves its place empty.

    Raises:
        MixedPeriodsError: periods of different length would stand side by side.
        ValueError: no point has a value.
    """
    series = checked_series([Series(title, tuple(points))])
    return Chart(
        title=title,
        unit=unit,
        series=series,
        drawings=(_draw_stair(series[0]),),
        form_name=_("Ступени"),
        label_heading=label_heading or _("Когда"),
        caption=caption,
    )


def step_multiples(
    title: str, series: Sequence[Series], *, unit: str = "", label_heading: str = "", caption: str = ""
) -> Chart:
    """Return a stair for each series beside the others, all on one axis, so that heights may be compared.

    Raises:
        MixedPeriodsError: periods of different length would stand side by side.
        ValueError: no point has a value.
    """
    checked = checked_series(series)
    scale = Scale.for_values(point.value for one in checked for point in one.known_points if point.value is not None)
    return Chart(
        title=title,
        unit=unit,
        series=checked,
        drawings=tuple(replace(_draw_stair(one, scale), title=one.title) for one in checked),
        form_name=_("Ступени"),
        label_heading=label_heading or _("Когда"),
        caption=caption,
    )


def _draw_stair(series: Series, common: Scale | None = None) -> Drawing:
    scale = common or Scale.for_values(point.value for point in series.known_points if point.value is not None)
    total = sum(point.span for point in series.points)
    ground = NUMBER_HEIGHT + STAIR_HEIGHT - round(STAIR_HEIGHT * scale.share(Decimal(0)))
    marks: list[Mark] = []
    most_lines, passed = 1, 0
    for point in series.points:
        left, width = Decimal(passed) / total, Decimal(point.span) / total
        marks += _step(point, scale, left, width, ground)
        lines = wrapped(point.label, max(6, int(LETTERS_ACROSS * width)))
        marks += [
            Words(across(left), NUMBER_HEIGHT + STAIR_HEIGHT + LINE_HEIGHT * number, line, "label", shift=2)
            for number, line in enumerate(lines, start=1)
        ]
        most_lines = max(most_lines, len(lines))
        passed += point.span
    marks.append(Stroke(across(0), ground, across(1), ground, "axis"))
    return Drawing(height=NUMBER_HEIGHT + STAIR_HEIGHT + LINE_HEIGHT * most_lines + 6, marks=tuple(marks))


def _step(point: ChartPoint, scale: Scale, left: Decimal, width: Decimal, ground: int) -> Iterator[Mark]:
    if point.value is None:
        yield Words(across(left), ground - 8, point.mark_text, "gap", shift=2)
        return
    edge = NUMBER_HEIGHT + STAIR_HEIGHT - round(STAIR_HEIGHT * scale.share(point.value))
    top, height = min(edge, ground), abs(edge - ground)
    yield Rectangle(across(left), across(width), top, height, point.kind)
    yield Words(across(left), top - 8, point.mark_text, "number", shift=2)


def wrapped(label: str, letters: int) -> list[str]:
    """Return ``label`` in lines of about so many letters; a span of years breaks after its dash only."""
    loose = label.replace("–", "– ")
    return [line.replace("– ", "–") for line in textwrap.wrap(loose, letters, break_long_words=False)]
