import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.numbers import Period, PeriodKind
from portal.core.numbers.tests.samples import shown, unhurried

years = st.integers(min_value=1000, max_value=9998)
calendar_kinds = st.sampled_from(
    [kind for kind in PeriodKind if kind not in (PeriodKind.YEARS, PeriodKind.NONE)],
)


@pytest.mark.parametrize(
    ("written", "kind", "start", "end"),
    [
        ("2025-10", "month", date(2025, 10, 1), date(2025, 10, 31)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-10-07", "as-of", date(2025, 10, 7), date(2025, 10, 7)),
        ("2024H1", "half-year", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024H2", "half-year", date(2024, 7, 1), date(2024, 12, 31)),
        ("I полугодие 2025", "half-year", date(2025, 1, 1), date(2025, 6, 30)),
        ("2023Q1", "quarter", date(2023, 1, 1), date(2023, 3, 31)),
        ("IV квартал 2023 года", "quarter", date(2023, 10, 1), date(2023, 12, 31)),
        ("2024 9M", "nine-months", date(2024, 1, 1), date(2024, 9, 30)),
        ("9 мес. 2024", "nine-months", date(2024, 1, 1), date(2024, 9, 30)),
        ("2025", "year", date(2025, 1, 1), date(2025, 12, 31)),
        ("2022–2025", "years", date(2022, 1, 1), date(2025, 12, 31)),
        ("2022-2025", "years", date(2022, 1, 1), date(2025, 12, 31)),
        ("с 2017", "years", date(2017, 1, 1), None),
        ("до 2028", "years", None, date(2027, 12, 31)),
        ("2030 план", "plan", date(2030, 1, 1), date(2030, 12, 31)),
        ("проект", "plan", None, None),
        (" 2025-10 ", "month", date(2025, 10, 1), date(2025, 10, 31)),
        ("на 7\u00a0октября 2025\u00a0года", "as-of", date(2025, 10, 7), date(2025, 10, 7)),
    ],
)
def test_spelling_gives_the_kind_and_both_days(written, kind, start, end):
    period = Period.parse(written)
    assert (period.kind, period.start, period.end) == (kind, start, end)
    assert not period.is_approximate
    assert period.span_years is None


def test_approximate_period_and_a_mere_length():
    assert Period.parse("2022 (≈)") == Period(
        PeriodKind.YEAR, date(2022, 1, 1), date(2022, 12, 31), is_approximate=True
    )
    assert Period.parse("за 15 лет") == Period(PeriodKind.YEARS, span_years=15)


@pytest.mark.parametrize(
    ("written", "text", "in_sentence", "spoken"),
    [
        ("2025-10", "октябрь 2025~года", "в октябре 2025~года", "октябрь 2025 года"),
        ("2025-10-07", "на 7~октября 2025~года", "на 7~октября 2025~года", "на 7 октября 2025 года"),
        ("2025H1", "I~полугодие 2025~года", "в~I~полугодии 2025~года", "первое полугодие 2025 года"),
        ("2025H2", "II~полугодие 2025~года", "в~II~полугодии 2025~года", "второе полугодие 2025 года"),
        ("2024 9M", "девять месяцев 2024~года", "за девять месяцев 2024~года", "девять месяцев 2024 года"),
        ("2023Q1", "I~квартал 2023~года", "в~I~квартале 2023~года", "первый квартал 2023 года"),
        ("2023Q3", "III~квартал 2023~года", "в~III~квартале 2023~года", "третий квартал 2023 года"),
        ("2025", "2025~год", "в~2025~году", "2025 год"),
        ("2022–2025", "2022–2025~годы", "в~2022–2025~годах", "с 2022 по 2025 год"),
        ("с 2022", "с~2022~года", "с~2022~года", "с 2022 года"),
        ("до 2028", "до~2028~года", "до~2028~года", "до 2028 года"),
        ("за 15 лет", "за~15~лет", "за~15~лет", "за 15 лет"),
        ("за 1 год", "за~1~год", "за~1~год", "за 1 год"),
        ("2030 план", "план на~2030~год", "по плану на~2030~год", "план на 2030 год"),
        ("проект", "проект", "по проекту", "проект"),
        ("2022 (≈)", "2022~год (примерно)", "примерно в~2022~году", "примерно 2022 год"),
    ],
)
def test_periods_in_russian(written, text, in_sentence, spoken):
    period = Period.parse(written)
    assert period.text("ru") == shown(text)
    assert period.in_sentence("ru") == shown(in_sentence)
    assert period.spoken("ru") == spoken


@pytest.mark.parametrize(
    ("written", "text", "in_sentence", "spoken"),
    [
        ("2025-10", "October 2025", "in October 2025", "October 2025"),
        ("2025-10-07", "as of 7~October 2025", "as of 7~October 2025", "as of 7 October 2025"),
        ("2025H2", "second half of~2025", "in the second half of~2025", "second half of 2025"),
        ("2024 9M", "first nine months of~2024", "in the first nine months of~2024", "first nine months of 2024"),
        ("2023Q4", "fourth quarter of~2023", "in the fourth quarter of~2023", "fourth quarter of 2023"),
        ("2025", "2025", "in~2025", "2025"),
        ("2022–2025", "2022–2025", "in~2022–2025", "from 2022 to 2025"),
        ("с 2022", "since~2022", "since~2022", "since 2022"),
        ("до 2028", "until~2028", "until~2028", "until 2028"),
        ("за 15 лет", "over~15~years", "over~15~years", "over 15 years"),
        ("2030 план", "plan for~2030", "under the plan for~2030", "plan for 2030"),
        ("проект", "planned", "as planned", "planned"),
        ("2022 (≈)", "2022 (approximately)", "approximately in~2022", "approximately 2022"),
    ],
)
def test_periods_in_english(written, text, in_sentence, spoken):
    period = Period.parse(written)
    assert period.text("en") == shown(text)
    assert period.in_sentence("en") == shown(in_sentence)
    assert period.spoken("en") == spoken


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "н/д",
        "2025-13",
        "2025-02-30",
        "2025Q5",
        "2025H3",
        "V квартал 2025",
        "2025–2022",
        "за 0 лет",
        "31 февраля 2025",
        "2025 YTD",
        "вчера",
        "октябрь",
        "0000",
        "2025-10-07 лишнее",
    ],
)
def test_text_that_is_no_period_is_refused_in_plain_russian(text):
    message = f"Не понимаю период «{text}». Примеры: 2025, 2025-10, 2025-10-07, 2024H1"
    with pytest.raises(ValueError, match=re.escape(message)):
        Period.parse(text)


def test_no_period_says_nothing():
    nothing = Period(PeriodKind.NONE)
    assert (nothing.text("ru"), nothing.in_sentence("ru"), nothing.spoken("en")) == ("", "", "")
    assert Period.containing("none", date(2025, 10, 7)) == nothing


@pytest.mark.parametrize(
    ("kind", "start", "end", "text"),
    [
        ("as-of", date(2025, 10, 7), None, "на 7~октября 2025~года"),
        ("month", date(2025, 10, 7), None, "октябрь 2025~года"),
        ("quarter", date(2025, 5, 31), None, "II~квартал 2025~года"),
        ("half-year", date(2025, 12, 31), None, "II~полугодие 2025~года"),
        ("nine-months", date(2025, 11, 1), None, "девять месяцев 2025~года"),
        ("year", date(2025, 10, 7), date(2030, 1, 1), "2025~год"),
        ("years", date(2022, 3, 1), date(2025, 2, 1), "2022–2025~годы"),
        ("years", date(2022, 3, 1), None, "с~2022~года"),
        ("years", date(2022, 3, 1), date(2022, 5, 1), "2022~год"),
        ("plan", date(2030, 6, 1), None, "план на~2030~год"),
    ],
)
def test_any_day_of_a_period_is_enough_to_name_it(kind, start, end, text):
    assert Period.containing(kind, start, end).text("ru") == shown(text)


def test_years_that_end_before_they_start_are_refused():
    with pytest.raises(ValueError, match="Not the days of a period"):
        Period.containing("years", date(2025, 1, 1), date(2022, 1, 1))


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": PeriodKind.MONTH},
        {"kind": PeriodKind.MONTH, "start": date(2025, 10, 2), "end": date(2025, 10, 31)},
        {"kind": PeriodKind.QUARTER, "start": date(2025, 2, 1), "end": date(2025, 4, 30)},
        {"kind": PeriodKind.YEARS},
        {"kind": PeriodKind.YEARS, "start": date(2022, 5, 1)},
        {"kind": PeriodKind.YEARS, "span_years": 0},
        {"kind": PeriodKind.YEARS, "start": date(2022, 1, 1), "span_years": 3},
        {"kind": PeriodKind.NONE, "start": date(2022, 1, 1)},
        {"kind": PeriodKind.YEAR, "start": date(2022, 1, 1), "end": date(2022, 12, 31), "span_years": 1},
    ],
)
def test_days_that_are_not_of_the_kind_are_refused(wrong):
    with pytest.raises(ValueError, match="Not the days of a period"):
        Period(**wrong)


@unhurried
@given(calendar_kinds, st.dates(min_value=date(1000, 1, 1)))
def test_what_is_shown_in_russian_reads_back_as_the_same_period(kind, day):
    period = Period.containing(kind, day)
    assert Period.parse(period.text("ru")) == period


@unhurried
@given(years, st.integers(min_value=1, max_value=100))
def test_open_and_closed_years_read_back_too(year, length):
    last = min(year + length, 9999)
    for period in (
        Period(PeriodKind.YEARS, date(year, 1, 1), date(last, 12, 31)),
        Period(PeriodKind.YEARS, start=date(year, 1, 1)),
        Period(PeriodKind.YEARS, end=date(year, 12, 31)),
        Period(PeriodKind.YEARS, span_years=length),
    ):
        assert Period.parse(period.text("ru")) == period


@unhurried
@given(st.sampled_from([kind for kind in PeriodKind if kind not in (PeriodKind.YEARS, PeriodKind.NONE)]), st.dates())
def test_period_named_by_its_last_day_is_the_same_period(kind, day):
    period = Period.containing(kind, day)
    assert Period.containing(kind, period.end) == period
    assert Period.containing(kind, period.start) == period
    if kind is not PeriodKind.NINE_MONTHS:
        assert period.start <= day <= period.end


@unhurried
@given(calendar_kinds, st.dates(), st.booleans())
def test_english_has_no_cyrillic_and_spoken_russian_no_latin(kind, day, is_approximate):
    exact = Period.containing(kind, day)
    period = Period(exact.kind, exact.start, exact.end, is_approximate)
    for words in (period.text("en"), period.in_sentence("en"), period.spoken("en")):
        assert not re.search("[А-Яа-яЁё]", words)
    assert not re.search("[A-Za-z≈~\u00a0]", period.spoken("ru"))
    assert "~" not in period.text("ru")


def refusal_of(text):
    try:
        Period.parse(text)
    except ValueError as error:
        return str(error)
    return None


@unhurried
@given(st.text(max_size=20))
def test_any_other_text_is_either_read_or_refused_with_the_plain_message(text):
    message = refusal_of(text)
    assert message is None or message.startswith(f"Не понимаю период «{text}»")
