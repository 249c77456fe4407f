"""The history of a figure as charts: one for each length of period it is known for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.core.numbers import PeriodKind, UnitForms
from portal.figures.charts.chart import Chart
from portal.figures.charts.comparable import comparable_groups, family_of
from portal.figures.charts.lines import dated_points, line_chart
from portal.figures.charts.points import Series, point_of_value

if TYPE_CHECKING:
    from portal.figures.models import FigureValue

FEWEST_POINTS = 2


def history_charts(subject: str, values: Sequence["FigureValue"], unit: UnitForms, unit_name: str = "") -> list[Chart]:
    """Return a chart for each group of at least two dated values that may be compared; a lone value needs none."""
    points = [point_of_value(value, unit) for value in values if value.value is not None]
    groups = [(family_of(group[0]), Series(subject, tuple(group))) for group in comparable_groups(points)]
    return [
        line_chart(_title(subject, family), [series], unit=unit_name)
        for family, series in groups
        if len(dated_points(series)) >= FEWEST_POINTS
    ]


def _title(subject: str, family: str) -> str:
    names = {
        PeriodKind.QUARTER.value: _("по кварталам"),
        PeriodKind.HALF_YEAR.value: _("по полугодиям"),
        PeriodKind.NINE_MONTHS.value: _("за девять месяцев"),
        PeriodKind.YEARS.value: _("за несколько лет"),
    }
    return f"{subject}, {names[family]}" if family in names else subject
