import re
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from portal.core.numbers import (
    CHANGE_PERCENT,
    HECTARES,
    MULTIPLE,
    PERCENT,
    SQUARE_METRES,
    YEARS,
    Comparator,
    NounForms,
    Period,
    PeriodKind,
    Scale,
    UnitForms,
    format_figure,
)
from portal.core.numbers.tests.samples import (
    BILLION_ROUBLES,
    COUNTRIES,
    ENTERPRISES,
    LEADING_COMPANIES,
    PLANTS,
    RATING,
    SPECIALISTS,
    decimals,
    read_back,
    shown,
    unhurried,
    units,
)

OCTOBER = Period.containing(PeriodKind.MONTH, date(2025, 10, 7))
HALF_YEAR = Period.containing(PeriodKind.HALF_YEAR, date(2025, 3, 1))


def test_every_part_of_the_workforce_figure():
    figure = format_figure("more-than", Decimal("755000.0000"), SPECIALISTS, period=OCTOBER, language="ru")
    assert figure.language == "ru"
    assert figure.word == "более"
    assert figure.sign == ">"
    assert figure.value == shown("755~000")
    assert figure.unit == "специалистов"
    assert figure.text == str(figure) == shown("более~755~000 специалистов")
    assert figure.signed_value == shown(">~755~000")
    assert figure.signed_text == shown(">~755~000 специалистов")
    assert figure.spoken == "более 755 тысяч специалистов"
    assert figure.machine_value == "755000"
    assert figure.period == shown("октябрь 2025~года")
    assert figure.period_spoken == "октябрь 2025 года"


def test_every_part_of_the_same_figure_in_english():
    figure = format_figure("more-than", 755000, SPECIALISTS, period=OCTOBER, language="en")
    assert figure.language == "en"
    assert (figure.word, figure.sign, figure.value, figure.unit) == ("more than", ">", "755,000", "specialists")
    assert figure.text == shown("more than~755,000 specialists")
    assert figure.signed_text == shown(">~755,000 specialists")
    assert figure.spoken == "more than 755,000 specialists"
    assert figure.period == "October 2025"


def test_figure_without_a_period_has_no_period_text():
    figure = format_figure("exactly", 49, COUNTRIES, language="ru")
    assert (figure.period, figure.period_spoken, figure.word, figure.sign) == ("", "", "", "")


def test_roman_numeral_of_a_period_is_spoken_as_a_word():
    figure = format_figure("exactly", 49, COUNTRIES, period=HALF_YEAR, language="ru")
    assert figure.period == shown("I~полугодие 2025~года")
    assert figure.period_spoken == "первое полугодие 2025 года"


@pytest.mark.parametrize(
    ("comparator", "value", "unit", "text", "signed", "spoken"),
    [
        ("about", "66", LEADING_COMPANIES, "около~66 ведущих компаний", "≈~66 ведущих компаний", None),
        ("about", "4600", PLANTS, "около~4~600 производств", "≈~4~600 производств", None),
        ("more-than", "390", HECTARES, "более~390~га", ">~390~га", "более 390 гектаров"),
        ("exactly", "10", YEARS, "10 лет", "10 лет", None),
        ("exactly", "2", PERCENT, "2~%", "2~%", "2 процента"),
        ("exactly", "27.3", BILLION_ROUBLES, "27,3~млрд~руб.", "27,3~млрд~руб.", "27,3 миллиарда рублей"),
        ("exactly", "62", COUNTRIES, "62 страны", "62 страны", None),
        ("more-than", "3", MULTIPLE, "более чем~в~3~раза", ">~×3", "более чем втрое"),
        ("times", "3", MULTIPLE, "в~3~раза", "×3", "втрое"),
        ("times", "3", SPECIALISTS, "в~3~раза", "×3", "втрое"),
        ("exactly", "72", CHANGE_PERCENT, "+72~%", "+72~%", "плюс 72 процента"),
        ("more-than", "122", CHANGE_PERCENT, "более чем~+122~%", ">~+122~%", "более чем плюс 122 процента"),
        ("more-than", "240", ENTERPRISES, "более~240 предприятий", ">~240 предприятий", None),
        (
            "more-than",
            "2.1",
            SQUARE_METRES.with_scale(Scale.MILLION),
            "более~2,1~млн~м²",
            ">~2,1~млн~м²",
            "более 2,1 миллиона квадратных метров",
        ),
    ],
)
def test_figures_of_the_article(comparator, value, unit, text, signed, spoken):
    figure = format_figure(comparator, Decimal(value), unit, language="ru")
    assert figure.text == shown(text)
    assert figure.signed_text == shown(signed)
    unsigned = re.sub("(?<=[а-я])~", " ", text)
    assert figure.spoken == shown(spoken if spoken is not None else unsigned)


DIGITS = {
    "0": "0",
    "1": "1",
    "2": "2",
    "4": "4",
    "5": "5",
    "11": "11",
    "12": "12",
    "14": "14",
    "21": "21",
    "22": "22",
    "25": "25",
    "100": "100",
    "101": "101",
    "111": "111",
    "112": "112",
    "121": "121",
    "1.5": "1,5",
    "1000": "1~000",
    "10000": "10~000",
    "755000": "755~000",
    "1000000": "1~000~000",
    "27.3": "27,3",
}
SINGULAR, FEW, PLURAL, FRACTION = "singular", "few", "plural", "fraction"
AGREEMENT = dict.fromkeys(DIGITS, PLURAL) | {
    **dict.fromkeys(["1", "21", "101", "121"], SINGULAR),
    **dict.fromkeys(["2", "4", "22"], FEW),
    **dict.fromkeys(["1.5", "27.3"], FRACTION),
}
NOMINATIVE_NOUNS = {
    SPECIALISTS: {SINGULAR: "специалист", FEW: "специалиста", PLURAL: "специалистов", FRACTION: "специалиста"},
    COUNTRIES: {SINGULAR: "страна", FEW: "страны", PLURAL: "стран", FRACTION: "страны"},
    YEARS: {SINGULAR: "год", FEW: "года", PLURAL: "лет", FRACTION: "года"},
    LEADING_COMPANIES: {
        SINGULAR: "ведущая компания",
        FEW: "ведущие компании",
        PLURAL: "ведущих компаний",
        FRACTION: "ведущей компании",
    },
}
GENITIVE_NOUNS = {
    SPECIALISTS: {SINGULAR: "специалиста", FEW: "специалистов", PLURAL: "специалистов", FRACTION: "специалиста"},
    COUNTRIES: {SINGULAR: "страны", FEW: "стран", PLURAL: "стран", FRACTION: "страны"},
    YEARS: {SINGULAR: "года", FEW: "лет", PLURAL: "лет", FRACTION: "года"},
    LEADING_COMPANIES: {
        SINGULAR: "ведущей компании",
        FEW: "ведущих компаний",
        PLURAL: "ведущих компаний",
        FRACTION: "ведущей компании",
    },
}
PREFIXES_AND_NOUNS = {
    Comparator.EXACTLY: ("", NOMINATIVE_NOUNS),
    Comparator.MORE_THAN: ("более~", GENITIVE_NOUNS),
    Comparator.ABOUT: ("около~", GENITIVE_NOUNS),
    Comparator.LESS_THAN: ("менее~", GENITIVE_NOUNS),
    Comparator.UP_TO: ("до~", GENITIVE_NOUNS),
    Comparator.ALMOST: ("почти~", NOMINATIVE_NOUNS),
    Comparator.AT_LEAST: ("не менее~", GENITIVE_NOUNS),
}


@pytest.mark.parametrize(("number", "digits"), list(DIGITS.items()))
@pytest.mark.parametrize("comparator", PREFIXES_AND_NOUNS)
def test_each_number_with_each_comparator_and_several_nouns(comparator, number, digits):
    prefix, nouns = PREFIXES_AND_NOUNS[comparator]
    for unit, forms in nouns.items():
        figure = format_figure(comparator, Decimal(number), unit, language="ru")
        assert figure.text == shown(f"{prefix}{digits} {forms[AGREEMENT[number]]}")


@pytest.mark.parametrize(("number", "digits"), list(DIGITS.items()))
@pytest.mark.parametrize("comparator", PREFIXES_AND_NOUNS)
def test_each_number_with_each_comparator_and_a_symbol(comparator, number, digits):
    prefix, _ = PREFIXES_AND_NOUNS[comparator]
    assert format_figure(comparator, Decimal(number), HECTARES, language="ru").text == shown(f"{prefix}{digits}~га")
    assert format_figure(comparator, Decimal(number), PERCENT, language="ru").text == shown(f"{prefix}{digits}~%")


def test_comparators_written_as_text_and_as_members_are_the_same():
    for comparator in Comparator:
        by_text = format_figure(comparator.value, 21, SPECIALISTS, language="ru")
        assert by_text == format_figure(comparator, 21, SPECIALISTS, language="ru")


def test_language_defaults_to_the_active_one():
    with translation.override("en"):
        assert format_figure("exactly", 1, COUNTRIES).text == "1 country"
    with translation.override("ru"):
        assert format_figure("exactly", 1, COUNTRIES).text == "1 страна"


@unhurried
@given(st.sampled_from(Comparator), decimals, units)
def test_digits_of_every_form_are_the_digits_of_the_value(comparator, value, unit):
    number = re.compile("\u2212?[0-9](?:[0-9.,\u00a0]*[0-9])?")
    for language in ("ru", "en"):
        figure = format_figure(comparator, value, unit, language=language)
        for text in (figure.value, figure.text, figure.signed_value, figure.signed_text):
            assert read_back(number.search(text).group(), language) == value
        assert Decimal(figure.machine_value) == value


@unhurried
@given(st.sampled_from(Comparator), decimals, units, st.sampled_from([None, OCTOBER]))
def test_english_figures_hold_no_cyrillic(comparator, value, unit, period):
    figure = format_figure(comparator, value, unit, period=period, language="en")
    for text in (figure.text, figure.signed_text, figure.spoken, figure.period, figure.period_spoken):
        assert not re.search("[А-Яа-яЁё]", text)


@unhurried
@given(st.sampled_from(Comparator), decimals, units)
def test_number_and_its_comparator_never_part_at_a_line_end(comparator, value, unit):
    figure = format_figure(comparator, value, unit, language="ru")
    assert " " not in figure.value
    if figure.word:
        assert figure.text.startswith(f"{figure.word}\u00a0{figure.value}")


def test_russian_only_unit_is_left_out_in_english():
    unit = UnitForms("count", NounForms("цех", "цеха", "цехов"))
    assert format_figure("exactly", 5, unit, language="en").text == "5"


def test_index_stands_alone():
    figure = format_figure("about", Decimal("104.20"), RATING, language="ru")
    assert (figure.text, figure.unit) == (shown("около~104,2"), "")


def test_float_is_refused_because_its_digits_are_already_lost():
    with pytest.raises(TypeError, match="float"):
        format_figure("exactly", 0.1, PERCENT, language="ru")


@pytest.mark.parametrize(
    ("comparator", "unit"),
    [("roughly", PERCENT), ("exactly", UnitForms("weight")), ("exactly", UnitForms("count", scale="dozen"))],
)
def test_unknown_comparator_kind_or_scale_is_refused(comparator, unit):
    with pytest.raises(ValueError, match="is not a valid"):
        format_figure(comparator, 5, unit, language="ru")
