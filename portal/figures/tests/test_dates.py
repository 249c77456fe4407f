"""Dates editors type: no date, one yet to come and a slip are refused; what is stored breaks no page."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from portal.accounts.tests.factories import make_editor
from portal.figures.acts import Responsible, correct_value
from portal.figures.review_dates import months_later
from portal.figures.tests.factories import FigureFactory
from portal.figures.validators import validate_not_future, validate_partial_date, validate_published


def is_refused(validate, entered):
    try:
        validate(entered)
    except ValidationError as error:
        return error.messages[0]
    return ""


@given(st.dates(), st.integers(min_value=0, max_value=32767))
def test_a_review_day_is_a_day_of_the_calendar_however_far(day, months):
    later = months_later(day, months)
    assert later == date.max or (later.year - day.year) * 12 + later.month - day.month == months


@given(st.text(max_size=12))
def test_no_text_ends_in_anything_but_a_date_or_a_sentence(text):
    assert isinstance(is_refused(validate_published, text), str)


def test_a_year_nobody_can_mean_is_named():
    refused = "Проверьте год: он должен быть от 1500 до 2200."
    assert [is_refused(validate_partial_date, text) for text in ("9999-12", "1499", "0001", "1500", "2200-01")] == [
        refused, refused, refused, "", "",
    ]  # fmt: skip


def test_nothing_is_known_as_of_a_day_to_come():
    today = timezone.localdate()
    assert is_refused(validate_published, today.isoformat()) == ""
    assert is_refused(validate_published, f"{today:%Y-%m}") == ""
    assert is_refused(validate_published, (today + timedelta(days=1)).isoformat()) == "Эта дата ещё не наступила."
    assert is_refused(validate_not_future, today + timedelta(days=1)) == "Эта дата ещё не наступила."


@pytest.mark.django_db
def test_a_correction_to_an_absurd_date_is_refused_and_one_stored_past_the_models_breaks_no_page(client):
    value = FigureFactory(review_on=None).current_value
    editor = make_editor()
    client.force_login(editor)
    with pytest.raises(ValidationError, match="Проверьте год"):
        correct_value(value, {"as_of": "9999-12"}, Responsible(editor, "опечатка"), "Исправлена дата.")
    assert FigureFactory(review_on=None, as_of="9999-12").current_value.review_day == date.max
    assert client.get("/admin/").status_code == 200
