"""Typed periods: what stretch of time a published number speaks of, and how that is said."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from portal.core.numbers.agreement import english_noun_after, noun_after
from portal.core.numbers.calendar_words import ROMAN_NUMERALS, month_names
from portal.core.numbers.characters import NO_BREAK_SPACE
from portal.core.numbers.language import Language, resolve_language
from portal.core.numbers.period_kinds import PeriodKind, period_bounds
from portal.core.numbers.period_spellings import read_period
from portal.core.numbers.period_wording import APPROXIMATELY, MASCULINE_ORDINALS, ORDINALS, WORDINGS, Wording
from portal.core.numbers.units import YEARS

_KINDS_BOUND_BY_CALENDAR = (
    PeriodKind.AS_OF,
    PeriodKind.MONTH,
    PeriodKind.QUARTER,
    PeriodKind.HALF_YEAR,
    PeriodKind.NINE_MONTHS,
    PeriodKind.YEAR,
)


@dataclass(frozen=True)
class Period:
    """A period with its first and last day.

    Several years may be open («с 2022 года»: no end; «до 2028 года»: no start, ends on the last day of 2027) or
    only a length («за 15 лет»: ``span_years``). A plan without a year («проект») has no days; nor has «none».

    Raises:
        ValueError: the days are not those of a period of this kind.
    """

    kind: PeriodKind
    start: date | None = None
    end: date | None = None
    is_approximate: bool = False
    span_years: int | None = None

    def __post_init__(self) -> None:
        if not self._has_right_days():
            raise ValueError(f"Not the days of a period of kind “{self.kind}”: {self.start} to {self.end}.")

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Return the period written as "2025-10", "2024H1", "2024 9M", «I полугодие 2025 года», «до 2028» and so on.

        Raises:
            ValueError: the text is not understood or there is no such date; the message is for editors.
        """
        try:
            reading = read_period(text)
            period = None if reading is None else cls(*reading)
        except ValueError as error:
            raise ValueError(_not_understood(text)) from error
        if period is None:
            raise ValueError(_not_understood(text))
        return period

    @classmethod
    def containing(cls, kind: PeriodKind | str, start: date, end: date | None = None) -> "Period":
        """Return the period of ``kind`` in which ``start`` lies; ``end`` counts only for several years.

        Several years reach from the year of ``start`` to the year of ``end``; without ``end`` they are open
        («с 2022 года»).

        Raises:
            ValueError: the kind is unknown, or several years end before they start.
        """
        typed = PeriodKind(kind)
        if typed is PeriodKind.NONE:
            return cls(typed)
        first, last = period_bounds(typed, start)
        if typed is PeriodKind.YEARS:
            return cls(typed, first, period_bounds(typed, end)[1] if end else None)
        return cls(typed, first, last)

    def text(self, language: str | None = None) -> str:
        """Return the period by itself: «октябрь 2025 года», «на 7 октября 2025 года», «I полугодие 2025 года»."""
        resolved = resolve_language(language)
        return self._approximated(self._filled(self._wording(resolved).text, resolved), 0, resolved)

    def in_sentence(self, language: str | None = None) -> str:
        """Return the period as a sentence takes it: «в октябре 2025 года», «за девять месяцев 2025 года»."""
        resolved = resolve_language(language)
        return self._approximated(self._filled(self._wording(resolved).in_sentence, resolved), 1, resolved)

    def spoken(self, language: str | None = None) -> str:
        """Return the period as a screen reader says it: «первое полугодие 2025 года», without Roman numerals."""
        resolved = resolve_language(language)
        words = self._filled(self._wording(resolved).spoken, resolved).replace(NO_BREAK_SPACE, " ")
        return self._approximated(words, 1, resolved)

    def _has_right_days(self) -> bool:
        if self.kind is PeriodKind.YEARS:
            return self._has_right_years()
        if self.span_years is not None:
            return False
        if self.kind in _KINDS_BOUND_BY_CALENDAR:
            return self.start is not None and (self.start, self.end) == period_bounds(self.kind, self.start)
        if self.kind is PeriodKind.PLAN and self.start is not None:
            return (self.start, self.end) == period_bounds(self.kind, self.start)
        return self.start is None and self.end is None

    def _has_right_years(self) -> bool:
        if self.span_years is not None:
            return self.span_years > 0 and self.start is None and self.end is None
        starts_right = self.start is None or self.start == period_bounds(PeriodKind.YEAR, self.start)[0]
        ends_right = self.end is None or self.end == period_bounds(PeriodKind.YEAR, self.end)[1]
        is_in_order = self.start is None or self.end is None or self.start < self.end
        return starts_right and ends_right and is_in_order and (self.start or self.end) is not None

    def _wording(self, language: Language) -> Wording:
        return WORDINGS[language][self._wording_name()]

    def _wording_name(self) -> str:
        if self.kind is PeriodKind.PLAN and self.start is None:
            return "plan-undated"
        if self.kind is not PeriodKind.YEARS:
            return self.kind.value
        if self.span_years is not None:
            return "years-over"
        if self.start is None:
            return "years-until"
        if self.end is None:
            return "years-since"
        return "year" if self.start.year == self.end.year else "years"

    def _filled(self, template: str, language: Language) -> str:
        names = {"span": str(self.span_years), "span_noun": self._span_noun(language)}
        if self.end is not None:
            names |= {"last_year": str(self.end.year), "next_year": str(self.end.year + 1)}
        if self.start is not None:
            names |= self._names_of_start(self.start, language)
        return template.format(**names).replace("~", NO_BREAK_SPACE)

    def _names_of_start(self, start: date, language: Language) -> dict[str, str]:
        month = month_names(start.month)
        half, quarter = (start.month - 1) // 6, (start.month - 1) // 3
        return {
            "day": str(start.day),
            "month": month.nominative,
            "month_genitive": month.genitive,
            "month_prepositional": month.prepositional,
            "month_english": month.english,
            "year": str(start.year),
            "roman_half": ROMAN_NUMERALS[half],
            "roman_quarter": ROMAN_NUMERALS[quarter],
            "half": ORDINALS[language][half],
            "quarter": (MASCULINE_ORDINALS if language == "ru" else ORDINALS["en"])[quarter],
        }

    def _span_noun(self, language: Language) -> str:
        span = self.span_years or 0
        if language == "ru":
            return noun_after(span, YEARS.forms)
        return english_noun_after(span, YEARS.english_one, YEARS.english_other)

    def _approximated(self, text: str, position: int, language: Language) -> str:
        return APPROXIMATELY[language][position].format(text=text) if self.is_approximate and text else text


def _not_understood(text: str) -> str:
    return _(
        "Не понимаю период «%(text)s». Примеры: 2025, 2025-10, 2025-10-07, 2024H1, 2023Q1, 2024 9M, "
        "2022–2025, с 2022, до 2028, за 15 лет, 2030 план."
    ) % {"text": text}
