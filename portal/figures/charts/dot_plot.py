"""A dot on a line for each value: many values that would make a wall of bars."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from portal.figures.charts.chart import Chart, checked_series
from portal.figures.charts.marks import Dot, Mark, Stroke, across
from portal.figures.charts.points import ChartPoint, Series
from portal.figures.charts.rows import MARK_HEIGHT, draw_rows


def dot_plot(
    title: str, points: Sequence[ChartPoint], *, unit: str = "", label_heading: str = "", caption: str = ""
) -> Chart:
    """Return ``points`` as dots on lines from nought, in the order given.

    Raises:
        MixedPeriodsError: periods of different length would stand side by side.
        ValueError: no point has a value.
    """
    series = checked_series([Series(title, tuple(points))])
    return Chart(
        title=title,
        unit=unit,
        series=series,
        drawings=(draw_rows(series[0], _draw_dot),),
        form_name=_("Точки"),
        label_heading=label_heading or _("Что"),
        caption=caption,
    )


def _draw_dot(point: ChartPoint, nought: Decimal, end: Decimal, top: int) -> Iterator[Mark]:
    middle = top + MARK_HEIGHT // 2
    yield Stroke(across(nought), middle, across(end), middle, "stem")
    yield Dot(across(end), middle, point.kind)
