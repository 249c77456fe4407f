"""Which stretches of time may stand side by side on one axis."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from portal.core.numbers import PeriodKind
from portal.figures.charts.points import ChartPoint

WHOLE = "whole"

# What is known on a day, in a month, in a year and planned for a year may be compared; a part of a year is no year.
_FAMILIES = {
    PeriodKind.QUARTER: PeriodKind.QUARTER.value,
    PeriodKind.HALF_YEAR: PeriodKind.HALF_YEAR.value,
    PeriodKind.NINE_MONTHS: PeriodKind.NINE_MONTHS.value,
    PeriodKind.YEARS: PeriodKind.YEARS.value,
}


class MixedPeriodsError(ValueError):
    """A chart would set periods of different length side by side."""


def family_of(point: ChartPoint) -> str:
    """Return the name of the group whose periods may be compared with the point's; empty without a period."""
    if point.period is None or point.period.kind is PeriodKind.NONE:
        return ""
    return _FAMILIES.get(point.period.kind, WHOLE)


def refuse_mixed_periods(points: Iterable[ChartPoint]) -> None:
    """Check that all the points may stand on one axis.

    Raises:
        MixedPeriodsError: half-years stand beside full years, or other lengths that can't be compared.
    """
    families = {family_of(point) for point in points} - {""}
    if len(families) > 1:
        raise MixedPeriodsError(
            _("На одной оси не стоят периоды разной длины: полугодие рядом с годом обмануло бы читателя.")
        )


def comparable_groups(points: Iterable[ChartPoint]) -> list[list[ChartPoint]]:
    """Return the points in groups that may each be one chart; points without a period form a group of their own."""
    groups: dict[str, list[ChartPoint]] = {}
    for point in points:
        groups.setdefault(family_of(point), []).append(point)
    return list(groups.values())
