import re
from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.numbers import (
    CHANGE_PERCENT,
    HECTARES,
    MULTIPLE,
    PERCENT,
    ROUBLES,
    SQUARE_METRES,
    YEARS,
    Comparator,
    NounForms,
    Scale,
    UnitForms,
    UnitKind,
    spoken_quantity,
    spoken_range,
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

SIGNS = re.compile("[><≈+%×−–…=]")


@pytest.mark.parametrize(
    ("comparator", "value", "unit", "words"),
    [
        ("more-than", "755000", SPECIALISTS, "более 755 тысяч специалистов"),
        ("about", "4600", PLANTS, "около 4~600 производств"),
        ("more-than", "390", HECTARES, "более 390 гектаров"),
        ("more-than", "390", UnitForms(UnitKind.MEASURE, symbol="га"), "более 390 гектаров"),
        ("exactly", "27.3", BILLION_ROUBLES, "27,3 миллиарда рублей"),
        ("exactly", "72", CHANGE_PERCENT, "плюс 72 процента"),
        ("exactly", "-5", CHANGE_PERCENT, "минус 5 процентов"),
        ("exactly", "0", CHANGE_PERCENT, "0 процентов"),
        ("more-than", "72", CHANGE_PERCENT, "более чем плюс 72 процента"),
        ("up-to", "72", CHANGE_PERCENT, "до плюс 72 процентов"),
        ("exactly", "62", COUNTRIES, "62 страны"),
        ("exactly", "2", PERCENT, "2 процента"),
        ("exactly", "14.5", PERCENT, "14,5 процента"),
        ("more-than", "14.5", PERCENT, "более 14,5 процента"),
        ("more-than", "55", PERCENT, "более 55 процентов"),
        ("exactly", "10", YEARS, "10 лет"),
        ("up-to", "1", YEARS, "до 1 года"),
        ("up-to", "15", SPECIALISTS, "до 15 специалистов"),
        ("almost", "90", COUNTRIES, "почти 90 стран"),
        ("at-least", "21", LEADING_COMPANIES, "не менее 21 ведущей компании"),
        ("more-than", "2.1", SQUARE_METRES.with_scale(Scale.MILLION), "более 2,1 миллиона квадратных метров"),
        ("more-than", "3", MULTIPLE, "более чем втрое"),
        ("more-than", "5", MULTIPLE, "более чем в 5 раз"),
        ("about", "2", MULTIPLE, "примерно вдвое"),
        ("exactly", "2.8", MULTIPLE, "в 2,8 раза"),
        ("times", "4", MULTIPLE, "вчетверо"),
        ("times", "21", SPECIALISTS, "в 21 раз"),
        ("up-to", "3", MULTIPLE, "до 3 раз"),
        ("exactly", "104.2", RATING, "104,2"),
        ("exactly", "-5", HECTARES, "минус 5 гектаров"),
    ],
)
def test_russian_words(comparator, value, unit, words):
    assert spoken_quantity(comparator, Decimal(value), unit, "ru") == shown(words)


@pytest.mark.parametrize(
    ("value", "exact", "more_than"),
    [
        ("0", "0 предприятий", "более 0 предприятий"),
        ("1", "1 предприятие", "более 1 предприятия"),
        ("2", "2 предприятия", "более 2 предприятий"),
        ("4", "4 предприятия", "более 4 предприятий"),
        ("5", "5 предприятий", "более 5 предприятий"),
        ("11", "11 предприятий", "более 11 предприятий"),
        ("21", "21 предприятие", "более 21 предприятия"),
        ("22", "22 предприятия", "более 22 предприятий"),
        ("101", "101 предприятие", "более 101 предприятия"),
        ("111", "111 предприятий", "более 111 предприятий"),
        ("121", "121 предприятие", "более 121 предприятия"),
        ("1.5", "1,5 предприятия", "более 1,5 предприятия"),
        ("1000", "1~000 предприятий", "более 1~000 предприятий"),
        ("9000", "9~000 предприятий", "более 9~000 предприятий"),
        ("10000", "10 тысяч предприятий", "более 10 тысяч предприятий"),
        ("10001", "10~001 предприятие", "более 10~001 предприятия"),
        ("10000.5", "10~000,5 предприятия", "более 10~000,5 предприятия"),
        ("21000", "21 тысяча предприятий", "более 21 тысячи предприятий"),
        ("22000", "22 тысячи предприятий", "более 22 тысяч предприятий"),
        ("755000", "755 тысяч предприятий", "более 755 тысяч предприятий"),
        ("755500", "755~500 предприятий", "более 755~500 предприятий"),
        ("1000000", "1 миллион предприятий", "более 1 миллиона предприятий"),
        ("1234000", "1~234~000 предприятий", "более 1~234~000 предприятий"),
        ("1250000", "1~250~000 предприятий", "более 1~250~000 предприятий"),
        ("2500000", "2,5 миллиона предприятий", "более 2,5 миллиона предприятий"),
        ("22000000", "22 миллиона предприятий", "более 22 миллионов предприятий"),
        ("1000000000", "1 миллиард предприятий", "более 1 миллиарда предприятий"),
        ("5000000000000", "5 триллионов предприятий", "более 5 триллионов предприятий"),
        ("-21000", "минус 21 тысяча предприятий", "более минус 21 тысячи предприятий"),
    ],
)
def test_large_round_numbers_are_said_with_their_scale(value, exact, more_than):
    assert spoken_quantity("exactly", Decimal(value), ENTERPRISES, "ru") == shown(exact)
    assert spoken_quantity("more-than", Decimal(value), ENTERPRISES, "ru") == shown(more_than)


@pytest.mark.parametrize(
    ("comparator", "value", "unit", "words"),
    [
        ("more-than", "755000", SPECIALISTS, "more than 755,000 specialists"),
        ("exactly", "1", COUNTRIES, "1 country"),
        ("exactly", "27.3", BILLION_ROUBLES, "27.3 billion roubles"),
        ("exactly", "72", CHANGE_PERCENT, "plus 72 percent"),
        ("exactly", "-5.5", CHANGE_PERCENT, "minus 5.5 percent"),
        ("about", "2", PERCENT, "about 2 percent"),
        ("more-than", "3", MULTIPLE, "more than 3 times"),
        ("times", "3", SPECIALISTS, "3 times"),
        ("at-least", "390", HECTARES, "at least 390 hectares"),
        ("up-to", "2.1", SQUARE_METRES.with_scale(Scale.MILLION), "up to 2.1 million square metres"),
        ("about", "4600", PLANTS, "about 4,600"),
        ("exactly", "104.2", RATING, "104.2"),
    ],
)
def test_english_words(comparator, value, unit, words):
    assert spoken_quantity(comparator, Decimal(value), unit, "en") == words


@pytest.mark.parametrize(
    ("low", "high", "unit", "russian", "english"),
    [
        (8, 10, SPECIALISTS, "от 8 до 10 специалистов", "from 8 to 10 specialists"),
        (20, 21, SPECIALISTS, "от 20 до 21 специалиста", "from 20 to 21 specialists"),
        (2, 3, MULTIPLE, "от 2 до 3 раз", "from 2 to 3 times"),
        (-5, 3, PERCENT, "от минус 5 до 3 процентов", "from minus 5 to 3 percent"),
        (Decimal("1.5"), 2, BILLION_ROUBLES, "от 1,5 до 2 миллиардов рублей", "from 1.5 to 2 billion roubles"),
        (1, Decimal("1.5"), RATING, "от 1 до 1,5", "from 1 to 1.5"),
    ],
)
def test_ranges_are_said_from_and_to(low, high, unit, russian, english):
    assert spoken_range(low, high, unit, "ru") == russian
    assert spoken_range(low, high, unit, "en") == english


def test_range_that_does_not_rise_is_refused():
    with pytest.raises(ValueError, match="from a smaller number to a larger one"):
        spoken_range(10, 8, SPECIALISTS, "ru")


@unhurried
@given(st.sampled_from(Comparator), decimals, units)
def test_no_sign_is_left_for_the_screen_reader_to_skip(comparator, value, unit):
    for language in ("ru", "en"):
        words = spoken_quantity(comparator, value, unit, language)
        assert not SIGNS.search(words)
        assert "  " not in words
        assert words == words.strip()


@unhurried
@given(st.text(alphabet="абв >≈+%×−<", max_size=12), st.booleans())
def test_signs_typed_into_a_unit_by_an_editor_are_said_too(typed, as_symbol):
    forms = NounForms() if as_symbol else NounForms(typed, typed, typed)
    unit = UnitForms(UnitKind.MEASURE, forms, typed if as_symbol else "", "", typed, typed)
    for language in ("ru", "en"):
        assert not SIGNS.search(spoken_quantity("more-than", Decimal(7), unit, language))


@unhurried
@given(st.sampled_from(Comparator), decimals, units)
def test_russian_words_hold_no_latin_and_english_ones_no_cyrillic(comparator, value, unit):
    assert not re.search("[A-Za-z]", spoken_quantity(comparator, value, unit, "ru"))
    assert not re.search("[А-Яа-яЁё]", spoken_quantity(comparator, value, unit, "en"))


@unhurried
@given(decimals)
def test_spoken_number_is_the_same_number_as_the_shown_one(value):
    powers = {"тысяч": 3, "миллион": 6, "миллиард": 9, "триллион": 12}
    words = spoken_quantity("exactly", value, RATING, "ru")
    digits = re.search(r"[0-9](?:[0-9,\u00a0]*[0-9])?", words).group()
    said_scale = next((power for word, power in reversed(powers.items()) if word in words), 0)
    sign = -1 if words.startswith("минус ") else 1
    with localcontext(Context(prec=60)):
        assert sign * read_back(digits, "ru") * 10**said_scale == value


def test_unknown_comparator_is_refused():
    with pytest.raises(ValueError, match="roughly"):
        spoken_quantity("roughly", 5, SPECIALISTS, "ru")


def test_roubles_are_said_in_full_whatever_their_symbol():
    assert spoken_quantity("about", 1, ROUBLES.with_symbol("₽"), "ru") == "около 1 рубля"
    assert spoken_quantity("exactly", 25, UnitForms(UnitKind.MONEY, symbol="₽"), "ru") == "25 рублей"
