"""Numbers as they are shown. Exact: no digit is ever rounded away.

Russian setting follows Milchin («Справочник издателя и автора») and GOST 8.417-2002: groups of three digits apart,
a decimal comma, a space before a unit's symbol and before «%». Every such space is a no-break one. Four-digit numbers
are grouped too, which is the house style («4 600»). English groups by commas and sets «%» close to its number.
"""

from decimal import Decimal

from portal.core.numbers.agreement import GrammaticalCase, english_noun_after_digits, noun_after_digits
from portal.core.numbers.characters import ELLIPSIS, EN_DASH, MINUS_SIGN, MULTIPLICATION_SIGN, NO_BREAK_SPACE
from portal.core.numbers.exact import ExactNumber
from portal.core.numbers.language import Language, resolve_language
from portal.core.numbers.units import MULTIPLE, Scale, UnitForms, UnitKind

_GROUP_SEPARATORS: dict[Language, str] = {"ru": NO_BREAK_SPACE, "en": ","}
_DECIMAL_SEPARATORS: dict[Language, str] = {"ru": ",", "en": "."}
_PERCENT_SIGNS: dict[Language, str] = {"ru": f"{NO_BREAK_SPACE}%", "en": "%"}


def format_number(value: Decimal | int, language: str | None = None) -> str:
    """Return ``value`` in grouped digits: «4 600», «−1,5»; "4,600", "−1.5"."""
    return digits_text(ExactNumber.of(value), resolve_language(language))


def format_signed(value: Decimal | int, language: str | None = None) -> str:
    """Return ``value`` with its sign shown also when it is a plus; nought has none."""
    number = ExactNumber.of(value)
    plus = "" if number.is_negative or number.is_zero else "+"
    return plus + digits_text(number, resolve_language(language))


def format_percent(value: Decimal | int, language: str | None = None) -> str:
    """Return a share: «55 %», "55%"."""
    resolved = resolve_language(language)
    return format_number(value, resolved) + _PERCENT_SIGNS[resolved]


def format_change(value: Decimal | int, language: str | None = None) -> str:
    """Return a change in percent with its sign: «+72 %», "−5%"."""
    resolved = resolve_language(language)
    return format_signed(value, resolved) + _PERCENT_SIGNS[resolved]


def format_multiple(
    value: Decimal | int, language: str | None = None, case: GrammaticalCase = GrammaticalCase.NOMINATIVE
) -> str:
    """Return how many times: «в 3 раза», in the genitive «3 раз» (for «до 3 раз»), "3 times"."""
    resolved = resolve_language(language)
    number = ExactNumber.of(value)
    if resolved == "en":
        noun = english_noun_after_digits(number, MULTIPLE.english_one, MULTIPLE.english_other)
        return f"{digits_text(number, resolved)}{NO_BREAK_SPACE}{noun}"
    preposition = f"в{NO_BREAK_SPACE}" if case is GrammaticalCase.NOMINATIVE else ""
    noun = noun_after_digits(number, MULTIPLE.forms, case)
    return f"{preposition}{digits_text(number, resolved)}{NO_BREAK_SPACE}{noun}"


def format_multiple_sign(value: Decimal | int, language: str | None = None) -> str:
    """Return how many times as tables show it: «×3»."""
    return MULTIPLICATION_SIGN + format_number(value, language)


def format_range(low: Decimal | int, high: Decimal | int, language: str | None = None) -> str:
    """Return a range of numbers: «8–10»; with a negative end «−5…10», where a dash would be taken for a minus.

    Raises:
        ValueError: the range does not go upwards.
    """
    if not low < high:
        raise ValueError("A range goes from a smaller number to a larger one.")
    dash = ELLIPSIS if low < 0 else EN_DASH
    return f"{format_number(low, language)}{dash}{format_number(high, language)}"


def format_quantity(value: Decimal | int, unit: UnitForms, language: str | None = None) -> str:
    """Return a number with its unit: «4 600 производств», «27,3 млрд руб.», «+72 %», «в 3 раза»."""
    resolved = resolve_language(language)
    shown = shown_value(value, unit.kind, GrammaticalCase.NOMINATIVE, resolved)
    return join_unit(shown, shown_unit(value, unit, GrammaticalCase.NOMINATIVE, resolved), unit)


def format_quantity_range(low: Decimal | int, high: Decimal | int, unit: UnitForms, language: str | None = None) -> str:
    """Return a range with its unit, which agrees with the last number: «8–10 мест», «2–3 %», «в 2–3 раза».

    Raises:
        ValueError: the range does not go upwards.
    """
    resolved = resolve_language(language)
    numbers = format_range(low, high, resolved)
    kind = UnitKind(unit.kind)
    if kind in (UnitKind.PERCENT, UnitKind.CHANGE_PERCENT):
        return numbers + _PERCENT_SIGNS[resolved]
    if kind is UnitKind.MULTIPLE:
        last = format_number(high, resolved)
        return format_multiple(high, resolved).replace(last, numbers, 1)
    return join_unit(numbers, shown_unit(high, unit, GrammaticalCase.NOMINATIVE, resolved), unit)


def compact(value: Decimal | int, scale: Scale) -> Decimal:
    """Return ``value`` counted in ``scale``, exactly: 27 300 000 000 in billions is 27.3, and 755 123 in
    thousands is 755.123. To be shown with a unit of that scale (:meth:`UnitForms.with_scale`).
    """
    return Decimal(ExactNumber.of(value).divided_by_power_of_ten(scale.power).plain)


def digits_text(number: ExactNumber, language: Language) -> str:
    """Return the digits of ``number`` grouped, with its minus if it has one."""
    head = len(number.whole) % 3
    groups = ([number.whole[:head]] if head else []) + [
        number.whole[start : start + 3] for start in range(head, len(number.whole), 3)
    ]
    whole = _GROUP_SEPARATORS[language].join(groups)
    fraction = _DECIMAL_SEPARATORS[language] + number.fraction if number.fraction else ""
    return (MINUS_SIGN if number.is_negative else "") + whole + fraction


def shown_value(value: Decimal | int, kind: str, case: GrammaticalCase, language: Language) -> str:
    """Return the number with what cannot be parted from it: its percent sign, its plus, «в … раз».

    Raises:
        ValueError: there is no such kind of unit.
    """
    match UnitKind(kind):
        case UnitKind.PERCENT:
            return format_percent(value, language)
        case UnitKind.CHANGE_PERCENT:
            return format_change(value, language)
        case UnitKind.MULTIPLE:
            return format_multiple(value, language, case)
        case _:
            return format_number(value, language)


def shown_unit(value: Decimal | int, unit: UnitForms, case: GrammaticalCase, language: Language) -> str:
    """Return the unit shown after the number: a symbol where there is one, else the noun in agreement.

    Empty for percents, multiples and indexes. In English a unit without English words is left out: its Russian
    symbol would say nothing to the reader.
    """
    if UnitKind(unit.kind) in _KINDS_WITHOUT_UNIT:
        return ""
    number = ExactNumber.of(value)
    return _russian_unit(number, unit, case) if language == "ru" else _english_unit(number, unit)


def join_unit(number: str, unit_text: str, unit: UnitForms) -> str:
    """Join a number and its unit: a symbol or a scale never parts from its number, a noun may."""
    if not unit_text:
        return number
    space = NO_BREAK_SPACE if unit.symbol or unit.scale else " "
    return f"{number}{space}{unit_text}"


_KINDS_WITHOUT_UNIT = (UnitKind.PERCENT, UnitKind.CHANGE_PERCENT, UnitKind.MULTIPLE, UnitKind.INDEX)


def _russian_unit(number: ExactNumber, unit: UnitForms, case: GrammaticalCase) -> str:
    scale = Scale(unit.scale)
    if scale is Scale.NONE:
        return unit.symbol or noun_after_digits(number, unit.forms, case)
    if unit.symbol:
        return f"{scale.abbreviation}{NO_BREAK_SPACE}{unit.symbol}"
    return f"{scale.abbreviation} {unit.forms.genitive_plural}".rstrip()


def _english_unit(number: ExactNumber, unit: UnitForms) -> str:
    known = unit.completed()
    scale = Scale(unit.scale)
    noun = english_noun_after_digits(number, known.english_one, known.english_other)
    if scale is Scale.NONE:
        return known.english_symbol or noun
    plural = known.english_symbol or known.english_other or known.english_one
    return f"{scale.value} {plural}".rstrip()
