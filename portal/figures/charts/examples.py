"""One example of each form of chart, from a workshop that nobody takes for a real one."""

from django.utils.translation import gettext as _

from portal.core.numbers import NounForms, Period, UnitForms, UnitKind
from portal.figures.charts.bars import bar_chart
from portal.figures.charts.chart import Chart
from portal.figures.charts.dot_plot import dot_plot
from portal.figures.charts.lines import line_chart
from portal.figures.charts.multiples import small_multiples
from portal.figures.charts.points import ChartPoint, Series
from portal.figures.charts.steps import step_chart
from portal.figures.enums import ValueKind

MACHINES = UnitForms(UnitKind.COUNT, NounForms("станок", "станка", "станков"))
PERCENT = UnitForms(UnitKind.PERCENT)


def example_points() -> list[ChartPoint]:
    """Return a value of every kind, and a gap."""
    return [
        ChartPoint.of(_("токарные"), 240, MACHINES),
        ChartPoint.of(_("фрезерные"), 160, MACHINES, kind=ValueKind.DERIVED),
        ChartPoint.of(_("шлифовальные"), 90, MACHINES, kind=ValueKind.OWNERS_CLAIM),
        ChartPoint.of(_("сверлильные"), None, MACHINES),
        ChartPoint.of(_("с числовым управлением"), 320, MACHINES, kind=ValueKind.PLAN),
    ]


def example_series(title: str, values: dict[str, int], plan: int) -> Series:
    """Return ``values`` by their years with a plan after them."""
    years = [ChartPoint.of(year, value, MACHINES, period=Period.parse(year)) for year, value in values.items()]
    planned = ChartPoint.of(
        _("план на 2030 год"), plan, MACHINES, period=Period.parse("2030 план"), kind=ValueKind.PLAN
    )
    return Series(title, (*years, planned))


def example_workshops() -> list[Series]:
    """Return two series with a year that is not known."""
    return [
        example_series(_("учебный цех"), {"2021": 120, "2022": 150, "2024": 190, "2025": 240}, 320),
        example_series(_("опытный цех"), {"2021": 60, "2022": 55, "2023": 70, "2025": 110}, 150),
    ]


def example_bars() -> Chart:
    """Return bars of every kind."""
    return bar_chart(_("Станки учебного цеха"), example_points(), unit=_("станков"), label_heading=_("Вид"))


def example_dots() -> Chart:
    """Return the same as dots."""
    return dot_plot(_("Станки учебного цеха"), example_points(), unit=_("станков"), label_heading=_("Вид"))


def example_steps() -> Chart:
    """Return a rate that grows in two jumps."""
    steps = [
        ChartPoint.of(_("первые пять лет"), 2, PERCENT, span=5),
        ChartPoint.of(_("следующие пять"), 7, PERCENT, span=5),
        ChartPoint.of(_("потом"), 15, PERCENT, span=3, kind=ValueKind.PLAN),
    ]
    return step_chart(_("Ставка учебного цеха"), steps, unit=_("процентов"))


def example_lines() -> Chart:
    """Return two lines, each open where a year is not known."""
    return line_chart(_("Станки по годам"), example_workshops(), unit=_("станков"))


def example_multiples() -> Chart:
    """Return the same series as two small charts."""
    return small_multiples(_("Станки по годам"), example_workshops(), unit=_("станков"))
