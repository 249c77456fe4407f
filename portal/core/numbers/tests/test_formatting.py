import re
from decimal import Decimal

import pytest
from hypothesis import assume, given

from portal.core.numbers import (
    CHANGE_PERCENT,
    HECTARES,
    MULTIPLE,
    PERCENT,
    ROUBLES,
    SQUARE_METRES,
    GrammaticalCase,
    Scale,
    UnitForms,
    compact,
    format_change,
    format_multiple,
    format_multiple_sign,
    format_number,
    format_percent,
    format_quantity,
    format_quantity_range,
    format_range,
    format_signed,
)
from portal.core.numbers.tests.samples import (
    BILLION_ROUBLES,
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


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [
        ("0", "0", "0"),
        ("-0.00", "0", "0"),
        ("5", "5", "5"),
        ("100", "100", "100"),
        ("1000", "1~000", "1,000"),
        ("4600", "4~600", "4,600"),
        ("10000", "10~000", "10,000"),
        ("755000.0000", "755~000", "755,000"),
        ("1000000", "1~000~000", "1,000,000"),
        ("1.5", "1,5", "1.5"),
        ("27.30", "27,3", "27.3"),
        ("-1234.5678", "−1~234,5678", "−1,234.5678"),
        ("0.0001", "0,0001", "0.0001"),
        ("1E+30", "1" + "~000" * 10, "1" + ",000" * 10),
        ("123456789012345678901234567890.12", "123~456~789~012~345~678~901~234~567~890,12", None),
    ],
)
def test_numbers_are_grouped_and_never_rounded(value, russian, english):
    assert format_number(Decimal(value), "ru") == shown(russian)
    if english is not None:
        assert format_number(Decimal(value), "en") == english


@unhurried
@given(decimals)
def test_shown_number_reads_back_as_the_same_number(value):
    for language in ("ru", "en"):
        assert read_back(format_number(value, language), language) == value
        assert read_back(format_signed(value, language), language) == value


@unhurried
@given(decimals)
def test_number_never_holds_a_breaking_space_or_a_hyphen(value):
    for language in ("ru", "en"):
        assert not re.search("[ \t\n\u202f-]", format_number(value, language))


@unhurried
@given(decimals)
def test_groups_have_three_digits_and_only_the_first_may_be_shorter(value):
    whole = format_number(value, "ru").lstrip("−").partition(",")[0]
    first, *others = whole.split("\u00a0")
    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in others)


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [("72", "+72~%", "+72%"), ("-5.5", "−5,5~%", "−5.5%"), ("0", "0~%", "0%"), ("1200", "+1~200~%", "+1,200%")],
)
def test_change_shows_its_sign_and_nought_has_none(value, russian, english):
    assert format_change(Decimal(value), "ru") == shown(russian)
    assert format_change(Decimal(value), "en") == english


def test_percent_has_a_no_break_space_in_russian_and_none_in_english():
    assert format_percent(72, "ru") == shown("72~%")
    assert format_percent(Decimal("14.5"), "en") == "14.5%"


@pytest.mark.parametrize(
    ("value", "russian", "genitive", "english", "sign"),
    [
        ("1", "в~1~раз", "1~раза", "1~time", "×1"),
        ("2", "в~2~раза", "2~раз", "2~times", "×2"),
        ("2.8", "в~2,8~раза", "2,8~раза", "2.8~times", "×2,8"),
        ("3", "в~3~раза", "3~раз", "3~times", "×3"),
        ("5", "в~5~раз", "5~раз", "5~times", "×5"),
        ("12", "в~12~раз", "12~раз", "12~times", "×12"),
        ("21", "в~21~раз", "21~раза", "21~times", "×21"),
        ("1000", "в~1~000~раз", "1~000~раз", "1,000~times", "×1~000"),
    ],
)
def test_multiples(value, russian, genitive, english, sign):
    assert format_multiple(Decimal(value), "ru") == shown(russian)
    assert format_multiple(Decimal(value), "ru", GrammaticalCase.GENITIVE) == shown(genitive)
    assert format_multiple(Decimal(value), "en") == shown(english)
    assert format_multiple_sign(Decimal(value), "ru") == shown(sign)


@pytest.mark.parametrize(
    ("low", "high", "russian", "english"),
    [
        ("8", "10", "8–10", "8–10"),
        ("1.5", "2.50", "1,5–2,5", "1.5–2.5"),
        ("0", "1000", "0–1~000", "0–1,000"),
        ("-5", "10", "−5…10", "−5…10"),
        ("-5", "-3", "−5…−3", "−5…−3"),
    ],
)
def test_ranges(low, high, russian, english):
    assert format_range(Decimal(low), Decimal(high), "ru") == shown(russian)
    assert format_range(Decimal(low), Decimal(high), "en") == english


@pytest.mark.parametrize(("low", "high"), [(10, 8), (8, 8)])
def test_range_that_does_not_rise_is_refused(low, high):
    with pytest.raises(ValueError, match="from a smaller number to a larger one"):
        format_range(low, high, "ru")


@unhurried
@given(decimals, decimals)
def test_both_ends_of_a_range_read_back(first, second):
    assume(first != second)
    low, high = sorted([first, second])
    text = format_range(low, high, "ru")
    ends = re.split("[–…]", text)
    assert [read_back(end, "ru") for end in ends] == [low, high]


@pytest.mark.parametrize(
    ("low", "high", "unit", "russian"),
    [
        (8, 10, SPECIALISTS, "8–10 специалистов"),
        (20, 21, SPECIALISTS, "20–21 специалист"),
        (1, 2, ENTERPRISES, "1–2 предприятия"),
        (2, 3, PERCENT, "2–3~%"),
        (2, 3, MULTIPLE, "в~2–3~раза"),
        (1000, 5000, HECTARES, "1~000–5~000~га"),
        (Decimal("1.5"), 2, BILLION_ROUBLES, "1,5–2~млрд~руб."),
    ],
)
def test_ranges_take_the_unit_of_their_last_number(low, high, unit, russian):
    assert format_quantity_range(low, high, unit, "ru") == shown(russian)


@pytest.mark.parametrize(
    ("value", "unit", "russian", "english"),
    [
        ("4600", PLANTS, "4~600 производств", "4,600"),
        ("21", ENTERPRISES, "21 предприятие", "21 enterprises"),
        ("1", LEADING_COMPANIES, "1 ведущая компания", "1 leading company"),
        ("392", HECTARES, "392~га", "392~ha"),
        ("392", UnitForms("measure", symbol="га"), "392~га", "392~ha"),
        ("2.1", SQUARE_METRES.with_scale(Scale.MILLION), "2,1~млн~м²", "2.1~million m²"),
        ("27.3", BILLION_ROUBLES, "27,3~млрд~руб.", "27.3~billion roubles"),
        ("27.3", BILLION_ROUBLES.with_symbol("₽", "RUB"), "27,3~млрд~₽", "27.3~billion RUB"),
        ("1200", BILLION_ROUBLES, "1~200~млрд~руб.", "1,200~billion roubles"),
        ("1", SPECIALISTS.with_scale(Scale.THOUSAND), "1~тыс. специалистов", "1~thousand specialists"),
        ("55", PERCENT, "55~%", "55%"),
        ("72", CHANGE_PERCENT, "+72~%", "+72%"),
        ("3", MULTIPLE, "в~3~раза", "3~times"),
        ("104.2", RATING, "104,2", "104.2"),
        ("5", UnitForms("measure", symbol="дней"), "5~дней", "5"),
    ],
)
def test_quantities(value, unit, russian, english):
    assert format_quantity(Decimal(value), unit, "ru") == shown(russian)
    assert format_quantity(Decimal(value), unit, "en") == shown(english)


@unhurried
@given(decimals, units)
def test_no_digit_of_a_quantity_is_lost_or_added(value, unit):
    for language in ("ru", "en"):
        number = re.search(r"[−]?[0-9](?:[0-9.,\u00a0]*[0-9])?", format_quantity(value, unit, language))
        assert read_back(number.group(), language) == value


@pytest.mark.parametrize(
    ("value", "scale", "counted"),
    [
        (27_300_000_000, Scale.BILLION, "27.3"),
        (755_123, Scale.THOUSAND, "755.123"),
        (1_200_000_000_000, Scale.TRILLION, "1.2"),
        (-4600, Scale.THOUSAND, "-4.6"),
        (0, Scale.MILLION, "0"),
        (5, Scale.NONE, "5"),
    ],
)
def test_compaction_is_exact(value, scale, counted):
    assert compact(value, scale) == Decimal(counted)


def test_compacted_money_is_shown_with_its_scale():
    assert format_quantity(compact(27_300_000_000, Scale.BILLION), BILLION_ROUBLES, "ru") == shown("27,3~млрд~руб.")
    assert format_quantity(27_300_000_000, ROUBLES, "ru") == shown("27~300~000~000~руб.")


def test_unknown_kind_of_unit_is_refused():
    with pytest.raises(ValueError, match="weight"):
        format_quantity(5, UnitForms("weight"), "ru")
