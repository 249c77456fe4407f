from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.accounts.tests.factories import make_editor
from portal.figures.display import FigureDisplay
from portal.figures.models import FigureValue
from portal.figures.questions import doubtful_in_use, due_for_review, twin_values
from portal.figures.review_dates import months_later
from portal.figures.tests.factories import FigureFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [(date(2025, 1, 31), 1, date(2025, 2, 28)), (date(2025, 12, 5), 1, date(2026, 1, 5)),
     (date(2024, 2, 29), 12, date(2025, 2, 28)), (date(2025, 5, 5), 0, date(2025, 5, 5))],
)  # fmt: skip
def test_months_are_added_within_the_calendar(day, months, later):
    assert months_later(day, months) == later


def test_a_value_is_due_the_day_after_its_review_day():
    value = FigureFactory(review_on=TODAY).current_value
    assert [value.is_past_review(day) for day in (TODAY, date(2026, 6, 2))] == [False, True]


def test_without_a_day_of_its_own_the_figure_s_usual_time_counts_from_the_as_of_date():
    value = FigureFactory(review_on=None, as_of="2025-10-29", review_every_months=6).current_value
    assert value.review_day == date(2026, 4, 29)


def test_due_values_are_listed_the_longest_waiting_first_and_by_their_owner():
    editor = make_editor()
    late = FigureFactory(review_on=date(2026, 5, 1), owner=editor).current_value
    later = FigureFactory(review_on=date(2026, 4, 1)).current_value
    FigureFactory(review_on=date(2026, 7, 1))
    FigureFactory(review_on=date(2026, 1, 1), live=False)
    assert due_for_review(today=TODAY) == [later, late]
    assert due_for_review(owner=editor, today=TODAY) == [late]


def test_past_its_review_a_figure_shows_its_date_and_does_not_disappear():
    display = FigureDisplay.of(FigureFactory(review_on=date(2020, 1, 1)))
    assert (display.is_past_review, display.as_of_text) == (True, "29\u00a0октября 2025\u00a0года")
    assert not FigureDisplay.of(FigureFactory()).is_past_review


def test_two_numbers_of_one_subject_and_period_are_reported():
    figure, calm = FigureFactory(), FigureFactory()
    FigureValue.objects.create(figure=figure, value=Decimal(750_000), period="октябрь 2025 года", as_of="2025-10")
    FigureValue.objects.create(figure=figure, value=Decimal(700_000), period="2024", as_of="2025")
    FigureValue.objects.create(
        figure=calm, value=Decimal(755_000), comparator="more-than", period="2025-10", as_of="2025-11"
    )
    assert [{value.value for value in group} for group in twin_values()] == [{755_000, 750_000}]


@pytest.mark.parametrize("status", ["contradicted", "without-source"])
def test_doubtful_shown_values_are_reported(status):
    value = FigureFactory(status=status).current_value
    FigureFactory()
    assert doubtful_in_use() == [(value, 0)]


def queries_of_the_report(client):
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/admin/figures/report/").status_code == 200
    return len(queries)


def test_the_report_takes_the_same_queries_for_two_figures_and_for_many(client):
    client.force_login(make_editor())
    add = {"status": "contradicted", "review_on": date(2020, 1, 1)}
    FigureFactory.create_batch(2, **add)
    queries_of_the_report(client)
    few = queries_of_the_report(client)
    FigureFactory.create_batch(10, **add)
    assert queries_of_the_report(client) == few
