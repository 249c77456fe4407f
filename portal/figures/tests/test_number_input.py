from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.figures.widgets import NumberInput, PartialDateInput


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("755 000", "755000"), ("755\u00a0000", "755000"), ("27,3", "27.3"), ("\u22125", "-5"), ("сто", "сто"), ("", "")],
)
def test_a_number_is_taken_the_way_people_type_it(typed, taken):
    assert NumberInput().value_from_datadict({"value": typed}, {}, "value") == taken


@pytest.mark.parametrize(
    ("value", "shown"), [(Decimal("755000.0000"), "755\u00a0000"), (Decimal("27.3000"), "27,3"), ("сто", "сто")]
)
def test_a_number_is_shown_the_way_a_page_shows_it(value, shown):
    assert NumberInput().format_value(value) == shown


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4))
def test_what_is_shown_is_taken_back_as_the_same_number(number):
    widget = NumberInput()
    assert Decimal(widget.value_from_datadict({"value": widget.format_value(number)}, {}, "value")) == number


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("29.10.2025", "2025-10-29"), (" 1.2.2025 ", "2025-02-01"), ("10.2025", "2025-10"),
        ("2025-10-29", "2025-10-29"), ("31.02.2025", "31.02.2025"), ("вчера", "вчера"), ("", ""),
    ],
)  # fmt: skip
def test_a_date_is_taken_the_way_people_type_it(typed, taken):
    assert PartialDateInput().value_from_datadict({"as_of": typed}, {}, "as_of") == taken
