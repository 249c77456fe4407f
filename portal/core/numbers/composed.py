"""One published number in every form a page, a chart, an export or a screen reader asks for."""

from dataclasses import dataclass, replace
from decimal import Decimal

from portal.core.numbers.characters import NO_BREAK_SPACE
from portal.core.numbers.comparators import Comparator
from portal.core.numbers.exact import ExactNumber
from portal.core.numbers.formatting import format_multiple_sign, join_unit, shown_unit, shown_value
from portal.core.numbers.language import Language, resolve_language
from portal.core.numbers.periods import Period
from portal.core.numbers.spoken import spoken_quantity
from portal.core.numbers.units import UnitForms, UnitKind


@dataclass(frozen=True)
class FormattedFigure:
    """A number ready to be put on a page; templates only choose which part goes where.

    Attributes:
        language: "ru" or "en", for the ``lang`` attribute.
        word: what stands before the number in running text and large type: «более», «около», «более чем»; or empty.
        sign: the same for tables and charts: «>», «≈», «<»; a word where no sign is common; or empty.
        value: the number with what cannot be parted from it: «755 000», «+72 %», «в 3 раза».
        unit: what follows the number: «специалистов», «га», «млрд руб.»; empty after percents and multiples.
        text: word, value and unit: «более 755 000 специалистов».
        signed_value: sign and number: «> 755 000», «×3».
        signed_text: sign, number and unit: «> 755 000 специалистов».
        spoken: everything in words: «более 755 тысяч специалистов».
        machine_value: the plain digits for machines: "755000", "27.3" (the unit's scale is not applied).
        period: «октябрь 2025 года»; empty without a period.
        period_spoken: the same with Roman numerals in words: «первое полугодие 2025 года».
        terms: what the number never stands without, already part of the texts; or empty.
    """

    language: Language
    word: str
    sign: str
    value: str
    unit: str
    text: str
    signed_value: str
    signed_text: str
    spoken: str
    machine_value: str
    period: str
    period_spoken: str
    terms: str = ""

    def together_with(self, terms: str) -> "FormattedFigure":
        """Return the same number with ``terms`` after it in each of its texts; itself without any."""
        if not terms:
            return self
        return replace(
            self,
            text=f"{self.text} ({terms})",
            signed_text=f"{self.signed_text} ({terms})",
            spoken=f"{self.spoken}; {terms}",
            terms=terms,
        )

    @property
    def large_text(self) -> str:
        """The text for large type, where :attr:`terms` stand in a line of their own: show both or neither."""
        return self.text.removesuffix(f" ({self.terms})")

    def __str__(self) -> str:
        return self.text


def format_figure(
    comparator: Comparator | str,
    value: Decimal | int,
    unit: UnitForms,
    period: Period | None = None,
    language: str | None = None,
) -> FormattedFigure:
    """Return ``value`` of ``unit`` in every form; the language is the active one unless named.

    The comparator ``TIMES`` makes any number a multiple («в 3 раза», «×3»), whatever its unit.

    Raises:
        TypeError: the value is neither a Decimal nor an int.
        ValueError: the comparator, the unit's kind or scale, or the language is unknown, or the value not finite.
    """
    resolved = resolve_language(language)
    exactness = Comparator(comparator)
    kind = UnitKind.MULTIPLE if exactness is Comparator.TIMES else UnitKind(unit.kind)
    number = shown_value(
        value, kind, exactness.case if exactness is Comparator.UP_TO else Comparator.EXACTLY.case, resolved
    )
    unit_text = "" if kind is UnitKind.MULTIPLE else shown_unit(value, unit, exactness.case, resolved)
    word = _word(exactness, kind, resolved)
    sign = "" if exactness is Comparator.TIMES else exactness.sign(resolved)
    signed_value = _prefixed(sign, format_multiple_sign(value, resolved) if kind is UnitKind.MULTIPLE else number)
    return FormattedFigure(
        language=resolved,
        word=word,
        sign=sign,
        value=number,
        unit=unit_text,
        text=join_unit(_prefixed(word, number), unit_text, unit),
        signed_value=signed_value,
        signed_text=join_unit(signed_value, unit_text, unit),
        spoken=spoken_quantity(exactness, value, unit, resolved),
        machine_value=ExactNumber.of(value).plain,
        period=period.text(resolved) if period else "",
        period_spoken=period.spoken(resolved) if period else "",
    )


def _word(exactness: Comparator, kind: UnitKind, language: Language) -> str:
    if kind in (UnitKind.MULTIPLE, UnitKind.CHANGE_PERCENT):
        return exactness.phrase_word(language)
    return exactness.word(language)


def _prefixed(prefix: str, number: str) -> str:
    return f"{prefix}{NO_BREAK_SPACE}{number}" if prefix else number
