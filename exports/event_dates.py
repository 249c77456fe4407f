"""Dates of an event that may be known to the day, to the month or only to the year."""

from datetime import date

from portal.core.date_ranges import format_date_range
from portal.core.numbers import PartialDate, PeriodKind
from portal.core.numbers.period_kinds import period_bounds

_KINDS = {"year": PeriodKind.YEAR, "month": PeriodKind.MONTH, "day": PeriodKind.AS_OF}


def last_day(text: str) -> date:
    """Return the last day the partial date ``text`` may mean."""
    partial = PartialDate.parse(text)
    return period_bounds(_KINDS[partial.precision], partial.earliest)[1]


def event_dates_text(starts: str, ends: str = "", language: str | None = None) -> str:
    """Return the dates in words: «8–10 февраля 2026 года», «сентябрь 2025 года», «2023 год».

    What is no dates, or runs backwards, stays as it was typed: the form that holds it says what is wrong.
    """
    try:
        first, last = PartialDate.parse(starts), PartialDate.parse(ends or starts)
    except ValueError:
        return _as_typed(starts, ends)
    if not ends or ends == starts:
        return first.text(language)
    if last.earliest < first.earliest:
        return _as_typed(starts, ends)
    if first.precision == last.precision == "day":
        return format_date_range(first.earliest, last.earliest, language)
    return f"{first.text(language)} – {last.text(language)}"


def _as_typed(starts: str, ends: str) -> str:
    return " – ".join(text for text in (starts, ends) if text)
