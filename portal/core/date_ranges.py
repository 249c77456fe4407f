"""Dates of an event in words."""

from datetime import date

from portal.core.numbers import PartialDate


def format_date_range(start: date, end: date | None = None, language: str | None = None) -> str:
    """Return the days from ``start`` to ``end``, both included, naming month and year once where they are the same.

    Raises:
        ValueError: the range ends before it starts.
    """
    if end is not None and end < start:
        raise ValueError("an event can't end before it starts")
    first = PartialDate(start.year, start.month, start.day).text(language)
    if end is None or end == start:
        return first
    last = PartialDate(end.year, end.month, end.day).text(language)
    if (start.year, start.month) == (end.year, end.month):
        return last.replace(str(end.day), f"{start.day}–{end.day}", 1)
    return f"{first} – {last}"
