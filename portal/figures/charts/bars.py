"""Horizontal bars: how large several things are beside one another."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from portal.figures.charts.chart import Chart, checked_series
from portal.figures.charts.marks import Mark, Rectangle, across
from portal.figures.charts.points import ChartPoint, Series
from portal.figures.charts.rows import MARK_HEIGHT, draw_rows


def bar_chart(
    title: str, points: Sequence[ChartPoint], *, unit: str = "", label_heading: str = "", caption: str = ""
) -> Chart:
    """Return ``points`` as bars from nought, in the order given.

    Raises:
        MixedPeriodsError: periods of different length would stand side by side.
        ValueError: no point has a value.
    """
    series = checked_series([Series(title, tuple(points))])
    return Chart(
        title=title,
        unit=unit,
        series=series,
        drawings=(draw_rows(series[0], _draw_bar),),
        form_name=_("Столбцы"),
        label_heading=label_heading or _("Что"),
        caption=caption,
    )


def _draw_bar(point: ChartPoint, nought: Decimal, end: Decimal, top: int) -> Iterator[Mark]:
    left, width = min(nought, end), abs(end - nought)
    yield Rectangle(across(left), across(width), top, MARK_HEIGHT, point.kind)
