"""Dates known to the day, to the month or only to the year."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from portal.core.numbers.calendar_words import month_names
from portal.core.numbers.characters import NO_BREAK_SPACE
from portal.core.numbers.language import resolve_language

DatePrecision = Literal["year", "month", "day"]

_SPELLING = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_RUSSIAN_SPELLING = re.compile(r"(?:([0-9]{1,2})\.)?([0-9]{1,2})\.([0-9]{4})")
_UNKNOWN = frozenset({"", "н/д", "нет данных", "—"})


@dataclass(frozen=True)
class PartialDate:
    """A date that claims no more than is known: 2025, 2025-10 or 2025-10-29.

    Raises:
        ValueError: there is no such date, or it has a day without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("A date with a day needs a month.")
        _first_day(self)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Return the date written as 2025, 2025-10 or 2025-10-29.

        Raises:
            ValueError: the text is none of these, or no such date exists; the message is for editors.
        """
        spelling = _SPELLING.fullmatch(text.strip())
        if spelling is None:
            raise ValueError(_not_understood(text))
        parts = {name: int(digits) for name, digits in spelling.groupdict().items() if digits}
        try:
            return cls(**parts)
        except ValueError as error:
            raise ValueError(_not_understood(text)) from error

    @classmethod
    def parse_if_known(cls, text: str) -> "PartialDate | None":
        """Return the date, or ``None`` where the text says that it is unknown («н/д») or is empty.

        Raises:
            ValueError: the text is something else; the message is for editors.
        """
        return None if text.strip().lower() in _UNKNOWN else cls.parse(text)

    @property
    def precision(self) -> DatePrecision:
        """How exactly the date is known."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def earliest(self) -> date:
        """The first day the date may mean; for sorting."""
        return _first_day(self)

    def __str__(self) -> str:
        """Return the spelling :meth:`parse` reads, which is also ISO 8601."""
        month = "" if self.month is None else f"-{self.month:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year:04}{month}{day}"

    def text(self, language: str | None = None) -> str:
        """Return the date in words: «29 октября 2025 года», «октябрь 2025 года», «2025 год»; "October 2025"."""
        words = self._russian() if resolve_language(language) == "ru" else self._english()
        return words.replace("~", NO_BREAK_SPACE)

    def _russian(self) -> str:
        if self.month is None:
            return f"{self.year}~год"
        if self.day is None:
            return f"{month_names(self.month).nominative} {self.year}~года"
        return f"{self.day}~{month_names(self.month).genitive} {self.year}~года"

    def _english(self) -> str:
        if self.month is None:
            return str(self.year)
        if self.day is None:
            return f"{month_names(self.month).english} {self.year}"
        return f"{self.day}~{month_names(self.month).english} {self.year}"


def _first_day(partial: PartialDate) -> date:
    month = 1 if partial.month is None else partial.month
    return date(partial.year, month, 1 if partial.day is None else partial.day)


def _not_understood(text: str) -> str:
    return _("Не понимаю дату «%(text)s». Напишите её как 2025, 2025-10 или 2025-10-29.") % {"text": text}


def typed_partial_date(text: str) -> str:
    """Return «29.10.2025» or «10.2025» in the spelling that is stored; what is no date stays as it was typed."""
    spelling = _RUSSIAN_SPELLING.fullmatch(text.strip())
    if spelling is None:
        return text
    day, month, year = spelling.groups()
    try:
        return str(PartialDate(int(year), int(month), int(day) if day else None))
    except ValueError:
        return text
