"""The axis of time: where a period stands on it, which years are named, which periods follow one another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from portal.core.numbers import Period

MOST_YEARS_NAMED = 6


@dataclass(frozen=True)
class Timeline:
    """Whole years from ``first`` to ``last``, both included."""

    first: int
    last: int

    @classmethod
    def for_periods(cls, periods: Iterable[Period]) -> "Timeline":
        """Return the shortest axis of whole years on which all ``periods`` lie.

        Raises:
            ValueError: no period has a day.
        """
        days = [day for period in periods if (day := day_of(period)) is not None]
        if not days:
            raise ValueError("A timeline needs at least one period with a date.")
        return cls(min(days).year, max(days).year)

    @property
    def years(self) -> list[int]:
        """The years to name: all of them, or every second, fifth … where all would crowd."""
        count = self.last - self.first + 1
        stride = next(stride for stride in (1, 2, 5, 10, 20, 50, count) if count <= stride * MOST_YEARS_NAMED)
        return list(range(self.first, self.last + 1, stride))

    def share(self, day: date) -> Decimal:
        """Return where ``day`` lies, from 0 on the first day of the axis to 1 after its last."""
        begin, end = date(self.first, 1, 1).toordinal(), date(self.last, 12, 31).toordinal() + 1
        return Decimal(day.toordinal() - begin) / (end - begin)

    def middle_of_year(self, year: int) -> Decimal:
        """Return where the name of ``year`` stands."""
        return self.share(date(year, 7, 1))


def day_of(period: Period) -> date | None:
    """Return the day a period stands on: its middle, or the end it has; ``None`` without days."""
    if period.start is not None and period.end is not None:
        return period.start + (period.end - period.start) / 2
    return period.start or period.end


def follows(earlier: Period, later: Period) -> bool:
    """Tell whether ``later`` begins where ``earlier`` ends and is of the same length: no gap lies between them."""
    if earlier.kind is not later.kind or earlier.end is None:
        return False
    return later.start == earlier.end + timedelta(days=1)
