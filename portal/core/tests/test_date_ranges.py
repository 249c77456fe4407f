from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.date_ranges import format_date_range

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2026, 2, 8), date(2026, 2, 10), "8–10 февраля 2026 года"),
        (date(2026, 2, 8), None, "8 февраля 2026 года"),
        (date(2026, 2, 8), date(2026, 2, 8), "8 февраля 2026 года"),
        (date(2026, 2, 28), date(2026, 3, 2), "28 февраля 2026 года – 2 марта 2026 года"),
    ],
)
def test_month_and_year_are_named_once_where_they_are_the_same(start, end, text):
    assert format_date_range(start, end, "ru").replace("\u00a0", " ") == text


def test_a_range_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="can't end before it starts"):
        format_date_range(date(2026, 2, 10), date(2026, 2, 8))


@given(DAYS, DAYS)
def test_both_days_and_the_last_year_are_always_said(one, other):
    start, end = sorted([one, other])
    text = format_date_range(start, end, "ru")
    assert str(start.day) in text
    assert str(end.day) in text
    assert str(end.year) in text
