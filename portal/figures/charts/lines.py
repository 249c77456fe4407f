"""Values over time: a dot for each, joined only where no period lies between two of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.utils.translation import gettext as _

from portal.core.numbers import format_number
from portal.figures.charts.chart import Chart, checked_series
from portal.figures.charts.labels import LETTER_WIDTH, LabelShelf
from portal.figures.charts.marks import Dot, Drawing, Mark, Stroke, Words, across
from portal.figures.charts.points import ChartPoint, Series
from portal.figures.charts.scale import Scale
from portal.figures.charts.timeline import Timeline, day_of, follows

MOST_LINES = 3
HEADROOM = 26
YEARS_HEIGHT = 26
# Left of the dots stand the numbers of the grid, right of them half of the last dot's number.
FIRST_SHARE, LAST_SHARE = Decimal("0.16"), Decimal("0.92")


@dataclass(frozen=True)
class Plane:
    """Where a value at a time stands in the drawing."""

    scale: Scale
    timeline: Timeline
    height: int

    @classmethod
    def for_series(cls, series: Sequence[Series], height: int) -> "Plane":
        """Return the plane on which every dated value of ``series`` has its place.

        Raises:
            ValueError: no value has a date.
        """
        dated = [point for one in series for point in dated_points(one)]
        scale = Scale.for_values(point.value for point in dated if point.value is not None)
        return cls(scale, Timeline.for_periods(point.period for point in dated if point.period), height)

    def left(self, point: ChartPoint) -> Decimal:
        """Return how far to the right the point stands, as a share of the width."""
        day = day_of(point.period) if point.period else None
        return self.left_of_share(self.timeline.share(day)) if day else FIRST_SHARE

    def left_of_share(self, share: Decimal) -> Decimal:
        """Return where a share of the timeline lies in the drawing."""
        return FIRST_SHARE + share * (LAST_SHARE - FIRST_SHARE)

    def top(self, value: Decimal) -> int:
        """Return how far down a value stands, in pixels."""
        return HEADROOM + self.height - round(self.height * self.scale.share(value))


def line_chart(
    title: str,
    series: Sequence[Series],
    *,
    unit: str = "",
    label_heading: str = "",
    caption: str = "",
    height: int = 200,
) -> Chart:
    """Return up to three series over time; what has no date stands in the table only.

    Raises:
        MixedPeriodsError: periods of different length would stand side by side.
        ValueError: no value has a date, or there are too many series to tell apart.
    """
    if len(series) > MOST_LINES:
        raise ValueError(_("Больше трёх линий на одном рисунке не различить. Возьмите малые графики."))
    checked = checked_series(series)
    plane = Plane.for_series(checked, height)
    return Chart(
        title=title,
        unit=unit,
        series=checked,
        drawings=(draw_plane(checked, plane),),
        form_name=_("Значения по времени"),
        label_heading=label_heading or _("Период"),
        caption=caption,
        has_lines=len(checked) > 1,
    )


def draw_plane(series: Sequence[Series], plane: Plane, title: str = "") -> Drawing:
    """Return the drawing of ``series`` on ``plane``."""
    marks = [*_grid(plane), *_years(plane)]
    shelf = _shelf_around(series, plane)
    for rank, one in enumerate(series, start=1):
        points = dated_points(one)
        marks += _segments(points, plane, rank)
        marks += [Dot(across(plane.left(point)), _top(point, plane), point.kind, rank) for point in points]
        marks += shelf.place((plane.left(point), _top(point, plane), point.mark_text) for point in reversed(points))
    return Drawing(height=HEADROOM + plane.height + YEARS_HEIGHT, marks=tuple(marks), title=title)


def _shelf_around(series: Sequence[Series], plane: Plane) -> LabelShelf:
    """Return the shelf on which labels cover neither the numbers of the grid nor a dot."""
    shelf = LabelShelf()
    for tick in plane.scale.ticks:
        shelf.keep_free(Decimal(0), plane.top(tick) - 4, int(LETTER_WIDTH * len(format_number(tick))))
    for point in (point for one in series for point in dated_points(one)):
        shelf.keep_free(plane.left(point), _top(point, plane) + 7, 1)
    return shelf


def dated_points(series: Series) -> list[ChartPoint]:
    """Return the points that have both a value and a day, in order of time."""
    dated = [(day_of(point.period), point) for point in series.known_points if point.period]
    return [point for _, point in sorted(((day, point) for day, point in dated if day), key=lambda pair: pair[0])]


def _top(point: ChartPoint, plane: Plane) -> int:
    return plane.top(point.value if point.value is not None else Decimal(0))


def _grid(plane: Plane) -> Iterator[Mark]:
    for tick in plane.scale.ticks:
        top = plane.top(tick)
        yield Stroke(across(0), top, across(1), top, "axis" if tick == 0 else "grid")
        yield Words(across(0), top - 4, format_number(tick), "tick")


def _years(plane: Plane) -> Iterator[Mark]:
    for year in plane.timeline.years:
        left = plane.left_of_share(plane.timeline.middle_of_year(year))
        yield Words(across(left), HEADROOM + plane.height + 20, str(year), "tick", anchor="middle")


def _segments(points: Sequence[ChartPoint], plane: Plane, rank: int) -> Iterator[Mark]:
    for earlier, later in pairwise(points):
        if earlier.period and later.period and follows(earlier.period, later.period):
            yield Stroke(
                across(plane.left(earlier)),
                _top(earlier, plane),
                across(plane.left(later)),
                _top(later, plane),
                f"line-{rank}",
            )
