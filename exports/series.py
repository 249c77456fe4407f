"""A figure's values as a chart: what was calculated is outlined, what is not known stays open."""

from itertools import pairwise

from django.utils.translation import get_language

from portal.core.numbers import Period, UnitForms
from portal.figures.charts import Chart, ChartPoint, bar_chart, comparable_groups, point_of_value
from portal.figures.models import Figure


def series_chart(figure: Figure) -> Chart | None:
    """Return the longest comparable history of ``figure`` as bars with gaps; ``None`` where there is none.

    The figure's values are to be loaded with it.
    """
    unit = figure.unit.forms()
    points = [point_of_value(value, unit) for value in figure.values.all() if value.value is not None]
    groups = comparable_groups(point for point in points if point.period and point.period.start)
    longest = max(groups, key=len, default=[])
    if len(longest) < 2:
        return None
    title = figure.subject if get_language() == "ru" else figure.subject_english or figure.subject
    return bar_chart(title, _with_gaps(longest, unit), unit=figure.unit.name)


def _with_gaps(points: list[ChartPoint], unit: UnitForms) -> list[ChartPoint]:
    ordered = sorted(points, key=_start)
    filled = ordered[:1]
    for earlier, later in pairwise(ordered):
        filled += [ChartPoint.of(period.text(), None, unit, period=period) for period in _between(earlier, later)]
        filled.append(later)
    return filled


def _between(earlier: ChartPoint, later: ChartPoint) -> list[Period]:
    """Return the periods of the same part of each year that lie between the two."""
    first, last = earlier.period, later.period
    if first is None or last is None or first.start is None or last.start is None:
        return []
    if first.kind is not last.kind or first.start.month != last.start.month:
        return []
    years = range(first.start.year + 1, last.start.year)
    return [Period.containing(first.kind, first.start.replace(year=year)) for year in years]


def _start(point: ChartPoint) -> int:
    return point.period.start.toordinal() if point.period and point.period.start else 0
