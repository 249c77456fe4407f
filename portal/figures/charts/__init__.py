"""Charts drawn on the server: bars, steps, lines, dots and small multiples, each with its table.

A chart is made of typed points and refuses what would mislead: an axis that does not begin at nought, half-years beside
full years, a plan that looks like a fact. ``{% include "figures/charts/chart.html" with chart=chart only %}`` shows it.
"""

from portal.figures.charts.bars import bar_chart
from portal.figures.charts.chart import Chart
from portal.figures.charts.comparable import MixedPeriodsError, comparable_groups
from portal.figures.charts.dot_plot import dot_plot
from portal.figures.charts.lines import line_chart
from portal.figures.charts.multiples import small_multiples
from portal.figures.charts.points import ChartPoint, Series, point_of_value
from portal.figures.charts.steps import step_chart, step_multiples

__all__ = [
    "Chart",
    "ChartPoint",
    "MixedPeriodsError",
    "Series",
    "bar_chart",
    "comparable_groups",
    "dot_plot",
    "line_chart",
    "point_of_value",
    "small_multiples",
    "step_chart",
    "step_multiples",
]
