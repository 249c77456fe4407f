"""What editors should look at: values past their day, doubtful ones, twins, stated beside counted."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.utils import timezone

from portal.figures.counters import agrees
from portal.figures.enums import DOUBTFUL
from portal.figures.models import Figure, FigureValue
from portal.figures.usage import users_by_figure


@dataclass(frozen=True)
class Comparison:
    """A stated number beside the one the portal counts."""

    figure: Figure
    stated: FigureValue
    counted: Decimal | None

    @property
    def is_drifting(self) -> bool:
        """Whether what is counted contradicts what is stated."""
        number = self.stated.value
        return self.counted is not None and number is not None and not self._agrees(number, self.counted)

    def _agrees(self, stated: Decimal, counted: Decimal) -> bool:
        return agrees(self.stated.comparator, stated, counted)


def due_for_review(owner: Any = None, today: date | None = None) -> list[FigureValue]:
    """Return the shown values whose review day has passed, the longest waiting first; only of ``owner`` if given."""
    day = today or timezone.localdate()
    values = FigureValue.objects.current().select_related("figure__unit", "figure__owner", "source")
    if owner is not None:
        values = values.filter(figure__owner=owner)
    due = [value for value in values if value.is_past_review(day)]
    return sorted(due, key=lambda value: value.review_day or day)


def doubtful_in_use() -> list[tuple[FigureValue, int]]:
    """Return the doubtful shown values with the number of pages and records that use them."""
    values = FigureValue.objects.current().filter(status__in=DOUBTFUL).select_related("figure__unit", "source")
    users = users_by_figure()
    return [(value, users.get(str(value.figure_id), 0)) for value in values]


def twin_values() -> list[list[FigureValue]]:
    """Return groups of different numbers stated for one figure and one period."""
    values = FigureValue.objects.exclude(period_start=None).select_related("figure__unit", "source")
    ordered = values.order_by("figure__code", "figure_id", "period_start", "period_end", "comparison_base", "pk")
    groups = [
        list(group)
        for _period, group in groupby(
            ordered, key=lambda value: (value.figure_id, value.period_start, value.period_end, value.comparison_base)
        )
    ]
    return [group for group in groups if len({(value.comparator, value.value) for value in group}) > 1]


def stated_and_counted() -> list[Comparison]:
    """Return every published figure that names a counter, with both numbers."""
    figures = Figure.objects.live().exclude(counter="").for_display()
    return [
        Comparison(figure, figure.current_value, figure.counted())
        for figure in figures
        if figure.current_value is not None
    ]
