"""Small multiples: one little chart for each series, all on the same axes."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.figures.charts.chart import Chart, checked_series
from portal.figures.charts.lines import Plane, dated_points, draw_plane
from portal.figures.charts.points import Series

PANEL_HEIGHT = 110


def small_multiples(
    title: str, series: Sequence[Series], *, unit: str = "", label_heading: str = "", caption: str = ""
) -> Chart:
    """Return one small chart over time for each series that has a dated value; the axes are the same in all.

    Raises:
        MixedPeriodsError: periods of different length would stand side by side.
        ValueError: no value has a date.
    """
    checked = checked_series(series)
    plane = Plane.for_series(checked, PANEL_HEIGHT)
    return Chart(
        title=title,
        unit=unit,
        series=checked,
        drawings=tuple(draw_plane([one], plane, one.title) for one in checked if dated_points(one)),
        form_name=_("Малые графики на общих осях"),
        label_heading=label_heading or _("Период"),
        caption=caption,
    )
