"""A number inside a sentence: a growth, a share, a sum."""

from dataclasses import dataclass
from decimal import Decimal

from portal.core.numbers import Comparator, Language, UnitForms, UnitKind, format_figure, format_number, format_percent
from portal.core.numbers.characters import NO_BREAK_SPACE

_BEFORE_PHRASE = {
    "ru": {
        Comparator.MORE_THAN: "более чем ",
        Comparator.ABOUT: "примерно ",
        Comparator.LESS_THAN: "менее чем ",
        Comparator.UP_TO: "не более чем ",
        Comparator.AT_LEAST: "не менее чем ",
        Comparator.ALMOST: "почти ",
    },
    "en": {
        Comparator.MORE_THAN: "more than ",
        Comparator.ABOUT: "about ",
        Comparator.LESS_THAN: "less than ",
        Comparator.UP_TO: "up to ",
        Comparator.AT_LEAST: "at least ",
        Comparator.ALMOST: "almost ",
    },
}


@dataclass(frozen=True)
class Amount:
    """A number with how exact it is and what it counts."""

    comparator: str
    value: Decimal
    unit: UnitForms

    def text(self, language: Language) -> str:
        """Return the number by itself: «около 16 %», «500 млн руб.»."""
        return format_figure(self.comparator, self.value, self.unit, language=language).text

    def change(self, language: Language) -> str:
        """Return the number as a change: «рост более чем в 3 раза», «снижение на 5 %»; "growth of 24%"."""
        return self._russian_change() if language == "ru" else self._english_change()

    @property
    def is_multiple(self) -> bool:
        """Whether the number says how many times."""
        return self.comparator == Comparator.TIMES or self.unit.kind == UnitKind.MULTIPLE

    def _russian_change(self) -> str:
        word = _BEFORE_PHRASE["ru"].get(Comparator(self.comparator), "")
        if self.is_multiple:
            return f"рост {word}{format_figure(Comparator.TIMES, self.value, self.unit, language='ru').text}"
        if self.value == 0:
            return "без изменений"
        direction = "снижение" if self.value < 0 else "рост"
        return f"{direction} {word}на{NO_BREAK_SPACE}{format_percent(abs(self.value), 'ru')}"

    def _english_change(self) -> str:
        word = _BEFORE_PHRASE["en"].get(Comparator(self.comparator), "")
        if self.is_multiple:
            return f"growth by a factor of {word}{format_number(self.value, 'en')}"
        if self.value == 0:
            return "no change"
        direction = "a decline" if self.value < 0 else "growth"
        return f"{direction} of {word}{format_percent(abs(self.value), 'en')}"
