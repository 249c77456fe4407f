"""A chart ready for its template: drawings, legend, description and the same values as a table."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.figures.charts.comparable import refuse_mixed_periods
from portal.figures.charts.marks import Drawing
from portal.figures.charts.points import ChartPoint, Series
from portal.figures.enums import ValueKind


@dataclass(frozen=True)
class Chart:
    """What a chart shows and says.

    Attributes:
        title: what is shown, in a line above the drawing.
        unit: what the numbers count, below the title.
        series: the values; all of them stand in the table.
        drawings: the pictures, one unless the chart is of small multiples.
        form_name: how the values are drawn, for the description.
        label_heading: the heading of the table's column of labels.
        caption: a sentence below: what to notice, what is not shown.
        has_lines: whether the series are told apart by their lines.
    """

    title: str
    unit: str
    series: tuple[Series, ...]
    drawings: tuple[Drawing, ...]
    form_name: str
    label_heading: str
    caption: str = ""
    has_lines: bool = False

    @cached_property
    def key(self) -> str:
        """The name of the chart on its page, the same each time it is drawn from the same values."""
        words = [self.title, self.form_name, *(point.label + point.text for point in self.points)]
        return f"chart-{hashlib.sha256('|'.join(words).encode()).hexdigest()[:10]}"

    @property
    def points(self) -> list[ChartPoint]:
        """Every point of every series."""
        return [point for series in self.series for point in series.points]

    @property
    def description(self) -> str:
        """What a screen reader says in place of the drawing."""
        known = [point for series in self.series for point in series.known_points]
        count = ngettext("%(count)d значение", "%(count)d значений", len(known)) % {"count": len(known)}
        words = _("%(form)s: %(count)s, от %(least)s (%(least_label)s) до %(most)s (%(most_label)s).") % {
            "form": self.form_name,
            "count": count,
            **_extremes(known),
        }
        return f"{words} {_('Все значения — в таблице под рисунком.')}"

    @property
    def kinds(self) -> list[ValueKind]:
        """The kinds of value to explain: none while all are simply reported."""
        found = {point.kind for point in self.points}
        return [kind for kind in ValueKind if kind in found] if found - {ValueKind.REPORTED} else []

    @property
    def line_titles(self) -> list[tuple[int, str]]:
        """The series with their ranks, where there are several lines to tell apart."""
        return [(rank, series.title) for rank, series in enumerate(self.series, start=1)] if self.has_lines else []

    @property
    def has_titles(self) -> bool:
        """Whether the table needs a column that names the series."""
        return len(self.series) > 1

    @property
    def has_notes(self) -> bool:
        """Whether the table needs a column of remarks."""
        return any(point.note for point in self.points)


def checked_series(series: Iterable[Series]) -> tuple[Series, ...]:
    """Return the series that may be drawn together.

    Raises:
        MixedPeriodsError: periods of different length would stand side by side.
    """
    kept = tuple(series)
    refuse_mixed_periods(point for one in kept for point in one.points)
    return kept


def _extremes(points: Sequence[ChartPoint]) -> dict[str, str]:
    numbered = [(point.value, point) for point in points if point.value is not None]
    least, most = (choose(numbered, key=lambda pair: pair[0])[1] for choose in (min, max))
    return {"least": least.text, "least_label": least.label, "most": most.text, "most_label": most.label}
