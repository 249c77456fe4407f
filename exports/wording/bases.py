"""What a growth is compared with, in words."""

from datetime import date

from portal.core.numbers import Language, Period, PeriodKind
from portal.core.numbers.calendar_words import ROMAN_NUMERALS, month_names
from portal.core.numbers.characters import NO_BREAK_SPACE

# The kinds a number can be compared with, in the dative: «к I полугодию 2024 года».
_RUSSIAN = {
    PeriodKind.MONTH: "к {month} {year}~года",
    PeriodKind.QUARTER: "к~{roman} кварталу {year}~года",
    PeriodKind.HALF_YEAR: "к~{roman} полугодию {year}~года",
    PeriodKind.NINE_MONTHS: "к~девяти месяцам {year}~года",
    PeriodKind.YEAR: "к~{year}~году",
}
COMPARABLE_KINDS = tuple(_RUSSIAN)

_MONTHS_OF_KIND = {PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6}
_DATIVE_ENDINGS = {"ь": "ю", "й": "ю", "т": "ту"}


def base_text(period: Period, language: Language) -> str:
    """Return the period something is compared with: «к 2023 году», "compared with 2023".

    Raises:
        ValueError: nothing is compared with a period of this kind.
    """
    if period.kind not in _RUSSIAN or period.start is None:
        raise ValueError(f"Nothing is compared with a period of kind “{period.kind}”.")
    if language == "en":
        article = "" if period.kind in (PeriodKind.MONTH, PeriodKind.YEAR) else "the "
        return f"compared with {article}{period.text('en')}"
    return _RUSSIAN[period.kind].format(**_names(period.kind, period.start)).replace("~", NO_BREAK_SPACE)


def a_year_earlier(period: Period) -> Period:
    """Return the period of the same kind one year before."""
    if period.start is None:
        raise ValueError("A period without a first day has none a year before.")
    return Period.containing(period.kind, period.start.replace(year=period.start.year - 1, day=1))


def _names(kind: PeriodKind, start: date) -> dict[str, str]:
    length = _MONTHS_OF_KIND.get(kind)
    return {
        "year": str(start.year),
        "month": _dative(month_names(start.month).nominative),
        "roman": ROMAN_NUMERALS[(start.month - 1) // length] if length else "",
    }


def _dative(month: str) -> str:
    return month[:-1] + _DATIVE_ENDINGS[month[-1]]
