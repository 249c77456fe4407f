"""A figure as its own page, its files and its frame tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.date_ranges import format_date_range
from portal.core.numbers import FormattedFigure
from portal.figures.charts import Chart
from portal.figures.charts.history import history_charts
from portal.figures.display import FigureDisplay
from portal.figures.enums import ValueKind, ValueStatus
from portal.figures.models import Figure, FigureValue, Source
from portal.figures.public.listed import title_of


@dataclass(frozen=True)
class ValueRow:
    """One value of the history in words."""

    value: FigureValue
    formatted: FormattedFigure

    @property
    def text(self) -> str:
        """The number with its unit: «> 755 000 специалистов»."""
        return self.formatted.signed_text

    @property
    def period_text(self) -> str:
        """The period as the editor has worded it or as it is typed."""
        return self.value.period_note or self.formatted.period

    @property
    def as_of_text(self) -> str:
        """The date of publication in words."""
        as_of = self.value.as_of_date
        return as_of.text() if as_of else ""

    @property
    def kind_label(self) -> str:
        """Where the value comes from."""
        return str(self.value.get_kind_display())

    @property
    def status_label(self) -> str:
        """How far the value is checked."""
        return str(self.value.get_status_display())

    @property
    def source(self) -> Source | None:
        """The publication behind the value."""
        return self.value.source

    @property
    def is_past_review(self) -> bool:
        """Whether the day to look at the value again has passed."""
        return self.value.is_past_review()

    @property
    def review_text(self) -> str:
        """That day in words; empty while it is not set."""
        return format_date_range(self.value.review_day) if self.value.review_day else ""

    @property
    def is_doubtful(self) -> bool:
        """Whether the reader is warned: public sources say otherwise, or there is none."""
        return self.value.status in {ValueStatus.CONTRADICTED, ValueStatus.WITHOUT_SOURCE}

    @property
    def status_explanation(self) -> str:
        """What the status means, in a sentence."""
        return {
            ValueStatus.CONFIRMED: _("Число нашлось в открытом источнике, он указан здесь."),
            ValueStatus.UNCHECKED: _("Редакция ещё не сверила число с другими источниками."),
            ValueStatus.CONTRADICTED: _("Открытые источники называют и другие числа."),
            ValueStatus.WITHOUT_SOURCE: _("Открытого источника у числа нет."),
        }[ValueStatus(self.value.status)]


class FigureRecord:
    """A published figure loaded with its whole history (``Figure.objects.for_record()``)."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.values: Sequence[FigureValue] = [] if figure.is_held_back else figure.known_values
        figure.current_values = [value for value in self.values if value.is_current]

    @property
    def title(self) -> str:
        """What is counted, in the language of the page."""
        return title_of(self.figure)

    @property
    def url(self) -> str:
        """The address of the figure's page, which outlives its renaming."""
        return reverse("figures:figure", args=[self.figure.slug])

    @cached_property
    def display(self) -> FigureDisplay | None:
        """The current value as pages show it."""
        return FigureDisplay.of(self.figure)

    @cached_property
    def rows(self) -> list[ValueRow]:
        """The whole history, the latest time first."""
        newest_first = sorted(self.values, key=_time_of, reverse=True)
        return [ValueRow(value, value.formatted(self.figure.unit)) for value in newest_first]

    @cached_property
    def current(self) -> ValueRow | None:
        """The value shown on the site: the current one, or what the portal counts itself."""
        if self.figure.shows_count:
            counted = self.figure.value_on_site
            return ValueRow(counted, counted.formatted(self.figure.unit)) if counted else None
        return next((row for row in self.rows if row.value.is_current), None)

    @cached_property
    def charts(self) -> list[Chart]:
        """The history as charts, one for each length of period."""
        return history_charts(self.title, self.values, self.figure.unit.forms(), str(self.figure.unit))

    @property
    def sources(self) -> list[Source]:
        """The publications behind the history, each once, the latest first."""
        return list(dict.fromkeys(row.source for row in self.rows if row.source))

    def value_on(self, day: date) -> ValueRow | None:
        """Return what the portal could say on ``day``: the current value if it was published by then, else the latest
        one of its kind that was; ``None`` where nothing was.
        """
        published = [row for row in self.rows if row.value.as_of_date and row.value.as_of_date.earliest <= day]
        if self.current in published:
            return self.current
        kind = self.current.value.kind if self.current else ValueKind.REPORTED
        candidates = [row for row in published if row.value.kind == kind]
        return max(candidates, key=_publication_of, default=None)


def _time_of(value: FigureValue) -> tuple[date, date, int]:
    as_of = value.as_of_date
    known = as_of.earliest if as_of else date.min
    return value.period_end or value.period_start or known, known, value.pk or 0


def _publication_of(row: ValueRow) -> tuple[date, date, date, int]:
    as_of = row.value.as_of_date
    return (as_of.earliest if as_of else date.min, *_time_of(row.value))
