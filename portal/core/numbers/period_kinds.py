"""The kinds of period a published number may speak of, and their first and last days."""

from calendar import monthrange
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

_MONTHS_IN_QUARTER = 3
_MONTHS_IN_HALF_YEAR = 6


class PeriodKind(TextChoices):
    """The stretch of time a value speaks of."""

    AS_OF = "as-of", _("на дату")
    MONTH = "month", _("месяц")
    QUARTER = "quarter", _("квартал")
    HALF_YEAR = "half-year", _("полугодие")
    NINE_MONTHS = "nine-months", _("девять месяцев")
    YEAR = "year", _("год")
    YEARS = "years", _("несколько лет")
    PLAN = "plan", _("план на год")
    NONE = "none", _("без периода")


def period_bounds(kind: PeriodKind, day: date) -> tuple[date, date]:
    """Return the first and last day of the period of ``kind`` in which ``day`` lies.

    Nine months are always the first nine of the year; several years are, from one day, that one year.
    """
    match kind:
        case PeriodKind.AS_OF:
            return day, day
        case PeriodKind.MONTH:
            return _months(day.year, day.month, 1)
        case PeriodKind.QUARTER:
            return _months(day.year, _first_month(day.month, _MONTHS_IN_QUARTER), _MONTHS_IN_QUARTER)
        case PeriodKind.HALF_YEAR:
            return _months(day.year, _first_month(day.month, _MONTHS_IN_HALF_YEAR), _MONTHS_IN_HALF_YEAR)
        case PeriodKind.NINE_MONTHS:
            return _months(day.year, 1, 9)
        case _:
            return _months(day.year, 1, 12)


def _first_month(month: int, length: int) -> int:
    return (month - 1) // length * length + 1


def _months(year: int, first_month: int, count: int) -> tuple[date, date]:
    last_month = first_month + count - 1
    return date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1])
