"""Charts of figures chosen by an editor: the history of one or several, or their current values side by side."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media.preloading import preloaded
from portal.core.numbers import UnitForms
from portal.figures.charts.bars import bar_chart
from portal.figures.charts.chart import Chart
from portal.figures.charts.comparable import comparable_groups
from portal.figures.charts.dot_plot import dot_plot
from portal.figures.charts.lines import line_chart
from portal.figures.charts.multiples import small_multiples
from portal.figures.charts.points import ChartPoint, Series, point_of_value
from portal.figures.charts.steps import step_chart
from portal.figures.enums import DOUBTFUL

if TYPE_CHECKING:
    from portal.figures.models import Figure, FigureValue


class ChartForm(models.TextChoices):
    """How a chart is drawn."""

    BARS = "bars", gettext_lazy("столбцы")
    DOTS = "dots", gettext_lazy("точки")
    STEPS = "steps", gettext_lazy("ступени")
    LINES = "lines", gettext_lazy("по времени")
    MULTIPLES = "multiples", gettext_lazy("малые графики по времени")


HISTORY = "_values_of_a_chart"
_ONE_SERIES: dict[str, Any] = {ChartForm.BARS: bar_chart, ChartForm.DOTS: dot_plot, ChartForm.STEPS: step_chart}
_OVER_TIME: dict[str, Any] = {ChartForm.LINES: line_chart, ChartForm.MULTIPLES: small_multiples}


def chart_of_figures(figures: Sequence["Figure"], form: str, title: str = "", caption: str = "") -> Chart:
    """Return the chart of published ``figures``: of one its history, of several their current values or, over time,
    their histories. Of a history with periods of several lengths the longest comparable part is drawn. Words a figure
    never stands without follow the caption; a figure whose words are not known is left out. One query.

    Raises:
        ValueError: the units differ, there is nothing to show, or the periods may not stand side by side.
    """
    shown = [figure for figure in figures if figure.live and not figure.is_held_back]
    if not shown:
        raise ValueError(_("Среди выбранных цифр нет опубликованных."))
    if len({figure.unit_id for figure in shown}) > 1:
        raise ValueError(_("Цифры с разными единицами на одном графике не сравнить."))
    unit = shown[0].unit
    heading, words = title or shown[0].subject, {"unit": unit.name, "caption": _with_companions(caption, shown)}
    if form in _OVER_TIME:
        return _OVER_TIME[form](heading, _histories(shown, unit.forms()), **words)
    points = _histories(shown, unit.forms())[0].points if len(shown) == 1 else _currents(shown, unit.forms())
    return _ONE_SERIES[form](heading, points, **words)


def _with_companions(caption: str, figures: Sequence["Figure"]) -> str:
    said = [f"{figure.subject} — {figure.companion_words()}" for figure in figures if figure.companion]
    return ". ".join([caption, *said] if caption else said)


def _histories(figures: Sequence["Figure"], unit: UnitForms) -> list[Series]:
    values = _values_of(figures)
    series = []
    for figure in figures:
        points = [point_of_value(value, unit) for value in sorted(values[figure.pk], key=_end_of)]
        longest = max(comparable_groups(points), key=len, default=[])
        series.append(Series(figure.subject, tuple(longest)))
    return series


def _currents(figures: Sequence["Figure"], unit: UnitForms) -> list[ChartPoint]:
    currents = [(figure, figure.value_on_site) for figure in figures]
    return [point_of_value(value, unit, label=figure.subject) for figure, value in currents if value]


def _values_of(figures: Sequence["Figure"]) -> dict[Any, list["FigureValue"]]:
    """Return the known values by the figure's key; on a composed page all its charts share one query."""
    found: dict[Any, list[FigureValue]] = defaultdict(list)
    unsaved = [figure for figure in figures if figure.pk is None]
    for figure in unsaved:
        found[None] += figure.current_values
    stored = [figure for figure in figures if figure.pk is not None]
    on_the_page = preloaded(apps.get_model("figures", "Figure"))
    if on_the_page is None:
        return found | _read_histories(figure.pk for figure in stored)
    for figure in stored:
        if HISTORY not in figure.__dict__:
            histories = _read_histories(on_the_page)
            for one in (*on_the_page.values(), figure):
                one.__dict__[HISTORY] = histories.get(one.pk, [])
        found[figure.pk] = figure.__dict__[HISTORY]
    return found


def _read_histories(keys: Iterable[Any]) -> dict[Any, list["FigureValue"]]:
    found: dict[Any, list[FigureValue]] = defaultdict(list)
    wanted = list(keys)
    known = apps.get_model("figures", "FigureValue").objects.filter(value__isnull=False)
    values = known.exclude(is_current=False, status__in=DOUBTFUL)  # nobody has answered for a doubtful past value
    for value in values.filter(figure__in=wanted) if wanted else ():
        found[value.figure_id].append(value)
    return found


def _end_of(value: "FigureValue") -> tuple[str, int]:
    day = value.period_end or value.period_start
    return day.isoformat() if day else value.as_of, value.pk or 0
