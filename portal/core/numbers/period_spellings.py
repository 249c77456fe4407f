"""Reading periods as people and data files write them."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from portal.core.numbers.calendar_words import MONTHS, ROMAN_NUMERALS, month_number
from portal.core.numbers.period_kinds import PeriodKind, period_bounds


class Reading(NamedTuple):
    """What a spelling says: the kind, any day of the period's beginning, any day of its end, a span in years."""

    kind: PeriodKind
    start: date | None = None
    end: date | None = None
    is_approximate: bool = False
    span_years: int | None = None


def read_period(text: str) -> Reading | None:
    """Return what the spelling means, ``None`` if it is not understood. «(≈)» after it makes it approximate.

    Raises:
        ValueError: the spelling is understood, but there is no such date.
    """
    plain = " ".join(text.split())
    shortened = re.sub(r" ?\((?:≈|примерно)\)$", "", plain)
    for pattern, reader in _SPELLINGS:
        found = pattern.fullmatch(shortened)
        if found:
            return reader(**found.groupdict())._replace(is_approximate=shortened != plain)
    return None


def _within(kind: PeriodKind, day: date) -> Reading:
    start, end = period_bounds(kind, day)
    return Reading(kind, start, end)


def _day(year: str, month: str, day: str) -> Reading:
    return _within(PeriodKind.AS_OF, date(int(year), int(month), int(day)))


def _named_day(year: str, month: str, day: str) -> Reading:
    return _within(PeriodKind.AS_OF, date(int(year), month_number(month) or 0, int(day)))


def _month(year: str, month: str) -> Reading:
    return _within(PeriodKind.MONTH, date(int(year), int(month), 1))


def _named_month(year: str, month: str) -> Reading:
    return _within(PeriodKind.MONTH, date(int(year), month_number(month) or 0, 1))


def _quarter(year: str, number: str) -> Reading:
    return _within(PeriodKind.QUARTER, date(int(year), _ordinal(number) * 3, 1))


def _half(year: str, number: str) -> Reading:
    return _within(PeriodKind.HALF_YEAR, date(int(year), _ordinal(number) * 6, 1))


def _nine_months(year: str) -> Reading:
    return _within(PeriodKind.NINE_MONTHS, date(int(year), 1, 1))


def _year(year: str) -> Reading:
    return _within(PeriodKind.YEAR, date(int(year), 1, 1))


def _years(year: str, last: str) -> Reading:
    return Reading(PeriodKind.YEARS, date(int(year), 1, 1), date(int(last), 12, 31))


def _since(year: str) -> Reading:
    return Reading(PeriodKind.YEARS, start=date(int(year), 1, 1))


def _until(year: str) -> Reading:
    return Reading(PeriodKind.YEARS, end=date(int(year) - 1, 12, 31))


def _over(span: str) -> Reading:
    return Reading(PeriodKind.YEARS, span_years=int(span))


def _plan(year: str) -> Reading:
    return _within(PeriodKind.PLAN, date(int(year), 1, 1))


def _undated_plan() -> Reading:
    return Reading(PeriodKind.PLAN)


def _ordinal(number: str) -> int:
    return int(number) if number.isdigit() else ROMAN_NUMERALS.index(number.upper()) + 1


_YEAR = r"(?P<year>[0-9]{4})"
_YEAR_WORD = r"(?: года?)?"
_NOMINATIVE = "(?P<month>" + "|".join(names.nominative for names in MONTHS) + ")"
_GENITIVE = "(?P<month>" + "|".join(names.genitive for names in MONTHS) + ")"

_SOURCES: tuple[tuple[str, Callable[..., Reading]], ...] = (
    (_YEAR + r"-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})", _day),
    (rf"(?:на )?(?P<day>[0-9]{{1,2}}) {_GENITIVE} {_YEAR}{_YEAR_WORD}", _named_day),
    (_YEAR + r"-(?P<month>[0-9]{2})", _month),
    (rf"{_NOMINATIVE} {_YEAR}{_YEAR_WORD}", _named_month),
    (_YEAR + r" ?Q(?P<number>[1-4])", _quarter),
    (rf"(?P<number>I|II|III|IV|[1-4]) (?:квартал|кв\.) {_YEAR}{_YEAR_WORD}", _quarter),
    (_YEAR + r" ?H(?P<number>[12])", _half),
    (rf"(?P<number>I|II|[12]) полугодие {_YEAR}{_YEAR_WORD}", _half),
    (_YEAR + r" ?9M", _nine_months),
    (rf"(?:девять|9) (?:месяцев|мес\.) {_YEAR}{_YEAR_WORD}", _nine_months),
    (_YEAR + _YEAR_WORD, _year),
    (_YEAR + r" ?[–—-] ?(?P<last>[0-9]{4})(?: годы)?", _years),
    (rf"(?:с|since) {_YEAR}{_YEAR_WORD}", _since),
    (rf"(?:до|until) {_YEAR}{_YEAR_WORD}", _until),
    (r"(?:за|over) (?P<span>[0-9]{1,3}) (?:год|года|лет|years?)", _over),
    (_YEAR + r" (?:план|plan)", _plan),
    (rf"план на {_YEAR}(?: год)?", _plan),
    (r"проект|planned", _undated_plan),
)
_SPELLINGS = tuple((re.compile(source, re.IGNORECASE), reader) for source, reader in _SOURCES)
