"""When a value is to be looked at again."""

from calendar import monthrange
from datetime import MAXYEAR, date

MONTHS_IN_YEAR = 12


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, the last one of a shorter month, or the last day there is."""
    years, month_index = divmod(day.month - 1 + months, MONTHS_IN_YEAR)
    year, month = day.year + years, month_index + 1
    if year > MAXYEAR:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))
