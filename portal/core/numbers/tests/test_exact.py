from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.numbers.exact import ExactNumber
from portal.core.numbers.tests.samples import decimals, unhurried


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("755000.0000", "755000"),
        ("27.3000", "27.3"),
        ("1E+3", "1000"),
        ("-0.50", "-0.5"),
        ("-0", "0"),
        ("0E+20", "0"),
        ("-0.000", "0"),
        ("000.1", "0.1"),
        ("12345678901234567890123456789012345.678", "12345678901234567890123456789012345.678"),
    ],
)
def test_digits_are_kept_and_needless_zeros_are_dropped(value, plain):
    assert ExactNumber.of(Decimal(value)).plain == plain


@unhurried
@given(decimals)
def test_plain_digits_are_the_same_number(value):
    assert Decimal(ExactNumber.of(value).plain) == value


@unhurried
@given(decimals)
def test_no_decimal_context_can_round_the_digits(value):
    expected = ExactNumber.of(value)
    with localcontext() as narrow:
        narrow.prec = 2
        assert ExactNumber.of(value) == expected


@unhurried
@given(decimals, st.sampled_from([0, 3, 6, 9, 12]))
def test_dividing_by_a_power_of_ten_only_moves_the_point(value, power):
    divided = Decimal(ExactNumber.of(value).divided_by_power_of_ten(power).plain)
    with localcontext() as wide:
        wide.prec = 200
        assert divided.scaleb(power) == value


@pytest.mark.parametrize("value", [1.5, "1", None, True])
def test_only_decimals_and_whole_numbers_are_taken(value):
    with pytest.raises(TypeError, match="Expected a Decimal or an int"):
        ExactNumber.of(value)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_a_value_that_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match="no digits to show"):
        ExactNumber.of(Decimal(value))


@pytest.mark.parametrize("value", ["1E+999999", "1E-999999", "1E+100"])
def test_an_absurdly_long_number_is_refused_before_it_is_written_out(value):
    with pytest.raises(ValueError, match="longer than 100 digits"):
        ExactNumber.of(Decimal(value))


def test_sign_can_be_taken_off():
    assert ExactNumber.of(-5).without_sign() == ExactNumber.of(5)
    assert ExactNumber.of(Decimal("-0.00")).is_zero
    assert not ExactNumber.of(Decimal("0.01")).is_zero
