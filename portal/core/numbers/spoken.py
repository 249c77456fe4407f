"""Numbers as a screen reader says them: words in place of every sign, nouns in agreement.

The house rule for large round numbers in Russian: whole thousands from 10 000 up are said as «755 тысяч», and
millions and more with at most one decimal as «2,5 миллиона»; 4 600 or 755 123 stay digits. English keeps digits.
"""

from decimal import Decimal

from portal.core.numbers.agreement import GrammaticalCase, english_noun_after_digits, noun_after_digits
from portal.core.numbers.characters import MINUS_SIGN
from portal.core.numbers.comparators import Comparator
from portal.core.numbers.exact import ExactNumber
from portal.core.numbers.formatting import digits_text
from portal.core.numbers.language import Language, resolve_language
from portal.core.numbers.units import MULTIPLE, PERCENT, Scale, UnitForms, UnitKind

_SMALLEST_SPOKEN_IN_THOUSANDS = 10_000
_MULTIPLE_ADVERBS = {"2": "вдвое", "3": "втрое", "4": "вчетверо"}
_SIGN_WORDS: dict[Language, dict[str, str]] = {
    "ru": {">": "более", "<": "менее", "≈": "около", "+": "плюс", MINUS_SIGN: "минус", "%": "процентов", "×": "на"},
    "en": {
        ">": "more than",
        "<": "less than",
        "≈": "about",
        "+": "plus",
        MINUS_SIGN: "minus",
        "%": "percent",
        "×": "by",
    },
}


def spoken_quantity(
    comparator: Comparator | str, value: Decimal | int, unit: UnitForms, language: str | None = None
) -> str:
    """Return the words of a value: «более 755 тысяч специалистов», «плюс 72 процента», «более чем втрое».

    Raises:
        ValueError: the comparator, the unit's kind or its scale is unknown, or the value is not finite.
    """
    resolved = resolve_language(language)
    exactness = Comparator(comparator)
    number = ExactNumber.of(value)
    kind = UnitKind.MULTIPLE if exactness is Comparator.TIMES else UnitKind(unit.kind)
    if resolved == "en":
        words = [exactness.word(resolved), _english_quantity(number, unit, kind)]
    elif kind is UnitKind.MULTIPLE:
        words = [exactness.phrase_word(resolved), _russian_multiple(number, exactness)]
    elif kind is UnitKind.CHANGE_PERCENT:
        case = GrammaticalCase.GENITIVE if exactness is Comparator.UP_TO else GrammaticalCase.NOMINATIVE
        words = [exactness.phrase_word(resolved), _plus(number, resolved), _russian_quantity(number, PERCENT, case)]
    else:
        words = [exactness.word(resolved), _russian_quantity(number, _spoken_unit(unit, kind), exactness.case)]
    return _without_signs(" ".join(words), resolved)


def spoken_range(low: Decimal | int, high: Decimal | int, unit: UnitForms, language: str | None = None) -> str:
    """Return the words of a range: «от 8 до 10 мест», "from 8 to 10 places".

    Raises:
        ValueError: the range does not go upwards, or the unit's kind or scale is unknown.
    """
    if not low < high:
        raise ValueError("A range goes from a smaller number to a larger one.")
    resolved = resolve_language(language)
    kind = UnitKind(unit.kind)
    first = _with_minus(ExactNumber.of(low), resolved)
    last = ExactNumber.of(high)
    if resolved == "en":
        return _without_signs(f"from {first} to {_english_quantity(last, unit, kind)}", resolved)
    said_unit = MULTIPLE if kind is UnitKind.MULTIPLE else _spoken_unit(unit, kind)
    noun = _russian_unit_words(last, said_unit, GrammaticalCase.GENITIVE)
    return _without_signs(f"от {first} до {_with_minus(last, resolved)} {noun}", resolved)


def _russian_multiple(number: ExactNumber, exactness: Comparator) -> str:
    if exactness is Comparator.UP_TO:
        return f"{_with_minus(number, 'ru')} {noun_after_digits(number, MULTIPLE.forms, GrammaticalCase.GENITIVE)}"
    adverb = _MULTIPLE_ADVERBS.get(number.plain)
    noun = noun_after_digits(number, MULTIPLE.forms, GrammaticalCase.NOMINATIVE)
    return adverb or f"в {_with_minus(number, 'ru')} {noun}"


def _russian_quantity(number: ExactNumber, unit: UnitForms, case: GrammaticalCase) -> str:
    scale = _scale_to_say(number) if Scale(unit.scale) is Scale.NONE else Scale.NONE
    if scale is Scale.NONE:
        return f"{_with_minus(number, 'ru')} {_russian_unit_words(number, unit, case)}"
    scaled = number.divided_by_power_of_ten(scale.power)
    return f"{_with_minus(scaled, 'ru')} {_russian_unit_words(scaled, unit.with_scale(scale), case)}"


def _russian_unit_words(number: ExactNumber, unit: UnitForms, case: GrammaticalCase) -> str:
    scale = Scale(unit.scale)
    forms = unit.spoken_forms
    if scale is Scale.NONE:
        return noun_after_digits(number, forms, case) if forms else unit.symbol
    return f"{noun_after_digits(number, scale.forms, case)} {forms.genitive_plural or unit.symbol}"


def _scale_to_say(number: ExactNumber) -> Scale:
    if number.fraction:
        return Scale.NONE
    amount = int(number.whole)
    for scale in (Scale.TRILLION, Scale.BILLION, Scale.MILLION):
        if amount >= 10**scale.power:
            return scale if amount % 10 ** (scale.power - 1) == 0 else Scale.NONE
    is_whole_thousands = amount >= _SMALLEST_SPOKEN_IN_THOUSANDS and amount % 1000 == 0
    return Scale.THOUSAND if is_whole_thousands else Scale.NONE


def _spoken_unit(unit: UnitForms, kind: UnitKind) -> UnitForms:
    if kind in (UnitKind.PERCENT, UnitKind.CHANGE_PERCENT):
        return PERCENT
    return UnitForms(scale=unit.scale) if kind is UnitKind.INDEX else unit


def _english_quantity(number: ExactNumber, unit: UnitForms, kind: UnitKind) -> str:
    said = MULTIPLE if kind is UnitKind.MULTIPLE else _spoken_unit(unit, kind).completed()
    sign = _plus(number, "en") if kind is UnitKind.CHANGE_PERCENT else ""
    digits = _with_minus(number, "en")
    if said.scale:
        noun = f"{Scale(said.scale).value} {said.english_other or said.english_one or said.english_symbol}"
    else:
        noun = english_noun_after_digits(number, said.english_one, said.english_other) or said.english_symbol
    return f"{sign} {digits} {noun}"


def _plus(number: ExactNumber, language: Language) -> str:
    return "" if number.is_negative or number.is_zero else _SIGN_WORDS[language]["+"]


def _with_minus(number: ExactNumber, language: Language) -> str:
    digits = digits_text(number.without_sign(), language)
    return f"{_SIGN_WORDS[language][MINUS_SIGN]} {digits}" if number.is_negative else digits


def _without_signs(text: str, language: Language) -> str:
    """Say also the signs an editor has put into a unit's own words, and leave single spaces."""
    for sign, word in _SIGN_WORDS[language].items():
        text = text.replace(sign, f" {word} ")
    return " ".join(part for part in text.split(" ") if part)
