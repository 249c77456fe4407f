"""The arithmetic of the calculator, by hand and by property."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from technopolis.calculator import CalculatorForm, Inputs, MissingRateError, RateBook, calculate
from technopolis.calculator.presentation import roubles
from technopolis.enums import Regime, Tax
from technopolis.models import TaxRate

NOTHING = Inputs(Decimal(0), Decimal(0), Decimal(0), Decimal(0), Decimal(0), start_year=2026, years=10)


def rate(regime, tax, percent, since=None, until=None, **fields):
    since, until = (since and date(since, 1, 1)), (until and date(until, 12, 31))
    return TaxRate(regime=regime, tax=tax, percent=Decimal(percent), valid_from=since, valid_until=until, **fields)


BOOK = RateBook(
    (
        rate(Regime.RESIDENT, Tax.PROFIT, "2", None, 2027),
        rate(Regime.RESIDENT, Tax.PROFIT, "7", 2028, 2032),
        rate(Regime.RESIDENT, Tax.PROFIT, "14.5", 2033),
        rate(Regime.ORDINARY, Tax.PROFIT, "25", 2025),
        rate(Regime.RESIDENT, Tax.PROPERTY, "0", first_years=10),
        rate(Regime.ORDINARY, Tax.PROPERTY, "2.2"),
        rate(Regime.RESIDENT, Tax.LAND, "0", first_years=10),
        rate(Regime.ORDINARY, Tax.LAND, "1.5"),
        rate(Regime.RESIDENT, Tax.IMPORT_DUTY, "0"),
        rate(Regime.RESIDENT, Tax.IMPORT_VAT, "0"),
    )
)
WITH_VAT = RateBook((*BOOK.rates, rate(Regime.ORDINARY, Tax.IMPORT_VAT, "22", 2026)))


def test_the_worked_example_of_the_content():
    inputs = replace(
        NOTHING, profit=Decimal(100_000_000), property_value=Decimal(200_000_000), land_value=Decimal(50_000_000)
    )
    # Profit: 2026–2027 at 2 % → 2 × 2 m; 2028–2032 at 7 % → 5 × 7 m; 2033–2035 at 14.5 % → 3 × 14.5 m: 82.5 m.
    # Elsewhere 25 % → 10 × 25 m = 250 m. Property 2.2 % of 200 m → 10 × 4.4 m = 44 m. Land 1.5 % of 50 m → 7.5 m.
    answer = calculate(inputs, BOOK)
    assert answer.resident == Decimal(82_500_000)
    assert answer.ordinary == Decimal(250_000_000 + 44_000_000 + 7_500_000)
    assert answer.saving == Decimal(219_000_000)
    assert [line.saving for line in answer.years[0].taxes] == [
        Decimal(23_000_000),
        Decimal(4_400_000),
        Decimal(750_000),
    ]


def test_by_hand_a_profit_across_the_first_step():
    # 2027 at 2 %: 1 234 567.89 × 0.02 = 24 691.3578 → 24 691.36; 2028 at 7 %: 86 419.7523 → 86 419.75.
    # Elsewhere 25 %: 308 641.9725 → 308 641.97 in each year.
    answer = calculate(replace(NOTHING, profit=Decimal("1234567.89"), start_year=2027, years=2), BOOK)
    assert [year.resident for year in answer.years] == [Decimal("24691.36"), Decimal("86419.75")]
    assert [year.ordinary for year in answer.years] == [Decimal("308641.97")] * 2
    assert answer.saving == Decimal("283950.61") + Decimal("222222.22")


def test_by_hand_property_after_the_tenth_year():
    # Ten years nothing, then 2.2 % of 10 m = 220 000 in each of two years; elsewhere twelve times 220 000 = 2.64 m.
    answer = calculate(replace(NOTHING, property_value=Decimal(10_000_000), years=12), BOOK)
    assert [year.resident for year in answer.years] == [Decimal(0)] * 10 + [Decimal(220_000)] * 2
    assert answer.saving == Decimal(2_640_000 - 440_000)


def test_by_hand_equipment_is_put_off_not_saved():
    # Duty 5 % of 8 m = 400 000; tax 22 % of (8 m + 0.4 m) = 1 848 000; together 2 248 000, and no saving at all.
    inputs = replace(NOTHING, equipment=Decimal(8_000_000), duty_percent=Decimal(5))
    answer = calculate(inputs, WITH_VAT)
    assert (answer.deferred.duty, answer.deferred.vat) == (Decimal(400_000), Decimal(1_848_000))
    assert answer.deferred.total == Decimal(2_248_000)
    assert answer.saving == 0


def test_an_unpublished_tax_on_imports_is_unknown_not_guessed():
    answer = calculate(replace(NOTHING, equipment=Decimal(8_000_000), duty_percent=Decimal(5)), BOOK)
    assert answer.deferred.vat is None
    assert answer.deferred.total is None


@pytest.mark.parametrize(
    ("lacking", "duty", "vat"),
    [(Tax.IMPORT_DUTY, None, Decimal(1_848_000)), (Tax.IMPORT_VAT, Decimal(400_000), None)],
)
def test_a_payment_no_published_rate_frees_a_resident_from_is_not_called_put_off(lacking, duty, vat):
    book = RateBook(tuple(one for one in WITH_VAT.rates if (one.regime, one.tax) != (Regime.RESIDENT, lacking)))
    deferred = calculate(replace(NOTHING, equipment=Decimal(8_000_000), duty_percent=Decimal(5)), book).deferred
    assert (deferred.duty, deferred.vat, deferred.total) == (duty, vat, None)


@pytest.mark.parametrize(
    ("amount", "words"),
    [("15.6", "15,60"), ("15", "15"), ("1234.05", "1\u00a0234,05"), ("1234.56", "1\u00a0234,56"), ("0", "0")],
)
def test_a_sum_shows_both_digits_of_its_kopecks_or_none(amount, words):
    assert roubles(Decimal(amount)) == f"{words}\u00a0₽"


def test_half_a_kopeck_is_rounded_up():
    # 0.25 × 0.02 = 0.005 → 0.01 rouble; 0.25 × 25 % = 0.0625 → 0.06.
    answer = calculate(replace(NOTHING, profit=Decimal("0.25"), years=1), BOOK)
    assert (answer.resident, answer.ordinary) == (Decimal("0.01"), Decimal("0.06"))


@pytest.mark.parametrize(("year", "percent"), [(2027, "2"), (2028, "7"), (2032, "7"), (2033, "14.5"), (2060, "14.5")])
def test_a_step_holds_to_the_last_year_of_its_term(year, percent):
    assert BOOK.resident(Tax.PROFIT, year, 0).percent == Decimal(percent)


def test_a_year_without_an_ordinary_rate_is_named():
    with pytest.raises(MissingRateError, match="Ставка «налог на прибыль» на 2024 год не внесена"):
        calculate(replace(NOTHING, profit=Decimal(1), start_year=2024), BOOK)


def test_a_tax_without_a_benefit_is_paid_as_by_everyone():
    book = RateBook((rate(Regime.ORDINARY, Tax.LAND, "1.5"),))
    assert calculate(replace(NOTHING, land_value=Decimal(100), years=1), book).saving == 0


sums = st.decimals(0, Decimal(10) ** 13, places=2)
questions = st.builds(
    Inputs, profit=sums, property_value=sums, land_value=sums, equipment=sums,
    duty_percent=st.decimals(0, 100, places=2), start_year=st.integers(2025, 2060), years=st.integers(1, 30),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(questions)
def test_the_saving_is_never_negative_while_the_residents_rates_are_lower(inputs):
    answer = calculate(inputs, WITH_VAT)
    assert all(line.saving >= 0 for year in answer.years for line in year.taxes)
    assert answer.saving == answer.ordinary - answer.resident >= 0


@settings(max_examples=150, deadline=None)
@given(questions, st.integers(0, 30))
def test_years_add_up_however_the_time_is_cut(inputs, cut):
    whole = calculate(inputs, WITH_VAT)
    cut = min(cut, inputs.years)
    first, second = whole.years[:cut], whole.years[cut:]
    assert sum(year.saving for year in first) + sum(year.saving for year in second) == whole.saving
    if cut:
        assert calculate(replace(inputs, years=cut), WITH_VAT).years == first


@settings(max_examples=50, deadline=None)
@given(st.integers(2025, 2060), st.integers(1, 30))
def test_nothing_in_gives_nothing_out(start_year, years):
    answer = calculate(replace(NOTHING, start_year=start_year, years=years), WITH_VAT)
    assert (answer.resident, answer.ordinary, answer.saving, answer.deferred) == (0, 0, 0, None)


def filled(**changes):
    return CalculatorForm({"profit": "100 000 000", "start_year": "2026", "years": "10", **changes})


@pytest.mark.parametrize("typed", ["1234567,5", "1 234 567.50", "1\u00a0234\u00a0567,50", " 1234567.5 "])
def test_a_number_is_understood_however_it_is_typed(typed):
    form = filled(profit=typed)
    assert form.is_valid(), form.errors
    assert form.inputs().profit == Decimal("1234567.5")


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        (
            "profit",
            "-1",
            "Прибыль до налога, руб. в год: впишите число от 0 до 10\u00a0000\u00a0000\u00a0000\u00a0000.",
        ),
        ("profit", "много", "впишите число от 0"),
        ("profit", "1e9", "впишите число от 0"),
        ("profit", "NaN", "впишите число от 0"),
        ("profit", "Infinity", "впишите число от 0"),
        ("profit", "٣", "впишите число от 0"),
        ("profit", "9" * 400, "впишите число от 0"),
        ("profit", "1,005", "не больше двух знаков"),
        ("duty_percent", "101", "Ставка пошлины на оборудование, %: впишите число от 0 до 100."),
        ("start_year", "1812", "Год начала: впишите целое число от 2020 до 2060."),
        ("start_year", "", "Год начала: впишите целое число"),
        ("start_year", "2026.5", "Год начала: впишите целое число"),
        ("years", "0", "На сколько лет: впишите целое число от 1 до 30."),
        ("years", "31", "На сколько лет: впишите целое число"),
        ("years", "\x00", "На сколько лет"),
    ],
)
def test_absurd_input_gets_a_message_that_names_it(field, typed, message):
    form = filled(**{field: typed})
    assert not form.is_valid()
    assert message in str(form.errors[field][0])


def test_a_question_with_nothing_in_it_is_refused():
    form = filled(profit="0")
    assert "Впишите хотя бы одну сумму" in str(form.non_field_errors())
