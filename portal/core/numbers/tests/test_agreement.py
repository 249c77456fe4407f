from decimal import Decimal
from gettext import c2py

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.numbers import GrammaticalCase, NounForms, english_noun_after, noun_after
from portal.core.numbers.tests.samples import (
    COUNTRIES,
    ENTERPRISES,
    LEADING_COMPANIES,
    SPECIALISTS,
    YEARS,
    unhurried,
    whole_numbers,
)

NOMINATIVE, GENITIVE = GrammaticalCase.NOMINATIVE, GrammaticalCase.GENITIVE

# The rule as translation catalogues state it: an oracle that shares no line with the code under test.
plural_index = c2py("n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2")

NUMBERS_AND_FORMS = [
    # number, «N …» and «более N …»: 1 one, 2 genitive singular, 5 genitive plural
    ("0", 5, 5),
    ("1", 1, 2),
    ("2", 2, 5),
    ("4", 2, 5),
    ("5", 5, 5),
    ("11", 5, 5),
    ("12", 5, 5),
    ("14", 5, 5),
    ("21", 1, 2),
    ("22", 2, 5),
    ("25", 5, 5),
    ("100", 5, 5),
    ("101", 1, 2),
    ("111", 5, 5),
    ("112", 5, 5),
    ("121", 1, 2),
    ("1.5", 2, 2),
    ("27.3", 2, 2),
    ("1000", 5, 5),
    ("10000", 5, 5),
    ("755000", 5, 5),
    ("1000000", 5, 5),
    ("-1", 1, 2),
    ("-22", 2, 5),
    ("21.0", 1, 2),
    ("1E+3", 5, 5),
]


@pytest.mark.parametrize("unit", [SPECIALISTS, ENTERPRISES, COUNTRIES, YEARS], ids=lambda unit: unit.forms.one)
@pytest.mark.parametrize(("number", "in_nominative", "in_genitive"), NUMBERS_AND_FORMS)
def test_noun_agrees_with_its_number_in_both_cases(unit, number, in_nominative, in_genitive):
    forms = {1: unit.forms.one, 2: unit.forms.few, 5: unit.forms.many}
    assert noun_after(Decimal(number), unit.forms, NOMINATIVE) == forms[in_nominative]
    assert noun_after(Decimal(number), unit.forms, GENITIVE) == forms[in_genitive]


@pytest.mark.parametrize(
    ("number", "case", "noun"),
    [
        ("1", NOMINATIVE, "ведущая компания"),
        ("2", NOMINATIVE, "ведущие компании"),
        ("5", NOMINATIVE, "ведущих компаний"),
        ("1", GENITIVE, "ведущей компании"),
        ("21", GENITIVE, "ведущей компании"),
        ("22", GENITIVE, "ведущих компаний"),
        ("1.5", NOMINATIVE, "ведущей компании"),
        ("1.5", GENITIVE, "ведущей компании"),
    ],
)
def test_noun_with_an_adjective_has_a_genitive_of_its_own(number, case, noun):
    assert noun_after(Decimal(number), LEADING_COMPANIES.forms, case) == noun


def test_more_than_21_and_more_than_22_enterprises_differ():
    assert noun_after(21, ENTERPRISES.forms, GENITIVE) == "предприятия"
    assert noun_after(22, ENTERPRISES.forms, GENITIVE) == "предприятий"
    assert noun_after(1, ENTERPRISES.forms, GENITIVE) == "предприятия"


@unhurried
@given(whole_numbers)
def test_nominative_agrees_with_the_plural_rule_of_translation_catalogues(number):
    assert noun_after(number, NounForms("0", "1", "2"), NOMINATIVE) == str(plural_index(number))


@unhurried
@given(whole_numbers)
def test_genitive_is_singular_exactly_where_the_spelt_number_ends_in_odnogo(number):
    words_of_the_end = {1: "одного", 11: "одиннадцати"}
    spelt_end = words_of_the_end.get(number % 100) or words_of_the_end.get(number % 10, "")
    expected = "singular" if spelt_end == "одного" else "plural"
    assert noun_after(number, NounForms("nominative", "singular", "plural"), GENITIVE) == expected


@unhurried
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3))
def test_fraction_always_takes_the_genitive_singular(number):
    if number == number.to_integral_value():
        number += Decimal("0.5")
    for case in GrammaticalCase:
        assert noun_after(number, LEADING_COMPANIES.forms, case) == "ведущей компании"


@unhurried
@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_sign_and_trailing_zeros_do_not_change_the_noun(number):
    plain = noun_after(abs(number), SPECIALISTS.forms)
    assert noun_after(number, SPECIALISTS.forms) == plain
    assert noun_after(Decimal(f"{number}.000"), SPECIALISTS.forms) == plain


def test_missing_forms_are_replaced_by_their_neighbours():
    assert noun_after(1, NounForms(many="лет")) == "лет"
    assert noun_after(2, NounForms(one="пальто")) == "пальто"
    assert noun_after(5, NounForms(one="год", few="года")) == "года"
    assert noun_after(5, NounForms()) == ""
    assert not NounForms()
    assert NounForms(few="года")


@pytest.mark.parametrize(
    ("number", "noun"),
    [
        ("0", "countries"),
        ("1", "country"),
        ("-1", "country"),
        ("1.0", "country"),
        ("1.5", "countries"),
        ("2", "countries"),
        ("11", "countries"),
        ("21", "countries"),
        ("101", "countries"),
    ],
)
def test_english_noun_is_singular_only_after_one(number, noun):
    assert english_noun_after(Decimal(number), "country", "countries") == noun


def test_english_noun_with_one_form_uses_it_everywhere():
    assert english_noun_after(1, "", "people") == "people"
    assert english_noun_after(5, "sheep", "") == "sheep"
