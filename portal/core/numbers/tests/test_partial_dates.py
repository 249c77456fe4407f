import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.numbers import PartialDate
from portal.core.numbers.tests.samples import shown, unhurried


@pytest.mark.parametrize(
    ("written", "precision", "russian", "english", "earliest"),
    [
        ("2025", "year", "2025~год", "2025", date(2025, 1, 1)),
        ("2024-11", "month", "ноябрь 2024~года", "November 2024", date(2024, 11, 1)),
        ("2025-10-29", "day", "29~октября 2025~года", "29~October 2025", date(2025, 10, 29)),
        ("2015-01-05", "day", "5~января 2015~года", "5~January 2015", date(2015, 1, 5)),
        (" 2024-02-29 ", "day", "29~февраля 2024~года", "29~February 2024", date(2024, 2, 29)),
    ],
)
def test_date_claims_no_more_than_is_known(written, precision, russian, english, earliest):
    parsed = PartialDate.parse(written)
    assert parsed.precision == precision
    assert parsed.text("ru") == shown(russian)
    assert parsed.text("en") == shown(english)
    assert parsed.earliest == earliest
    assert str(parsed) == written.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "н/д",
        "25",
        "2025-13",
        "2025-00",
        "2025-10-00",
        "2025-02-29",
        "2025-1",
        "29.10.2025",
        "2025-10-29T10:00",
        "0000",
        "≈2010",
    ],
)
def test_text_that_is_no_date_is_refused_in_plain_russian(text):
    message = f"Не понимаю дату «{text}». Напишите её как 2025, 2025-10 или 2025-10-29."
    with pytest.raises(ValueError, match=re.escape(message)):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["н/д", "Н/Д", "", " ", "нет данных", "—"])
def test_date_said_to_be_unknown_is_none(text):
    assert PartialDate.parse_if_known(text) is None


def test_known_date_is_read_and_nonsense_still_refused():
    assert PartialDate.parse_if_known("2025-10") == PartialDate(2025, 10)
    with pytest.raises(ValueError, match="«вчера»"):
        PartialDate.parse_if_known("вчера")


def test_day_without_a_month_is_refused():
    with pytest.raises(ValueError, match="needs a month"):
        PartialDate(2025, None, 7)


@unhurried
@given(st.dates(), st.sampled_from(["year", "month", "day"]))
def test_written_date_reads_back(day, precision):
    parts = {"year": (day.year,), "month": (day.year, day.month), "day": (day.year, day.month, day.day)}[precision]
    partial = PartialDate(*parts)
    assert PartialDate.parse(str(partial)) == partial
    assert partial.precision == precision


@pytest.mark.parametrize(
    ("month", "name"),
    [
        (1, "январь"),
        (2, "февраль"),
        (3, "март"),
        (4, "апрель"),
        (5, "май"),
        (6, "июнь"),
        (7, "июль"),
        (8, "август"),
        (9, "сентябрь"),
        (10, "октябрь"),
        (11, "ноябрь"),
        (12, "декабрь"),
    ],
)
def test_every_month_is_named(month, name):
    assert PartialDate(2025, month).text("ru") == shown(f"{name} 2025~года")
