"""Editors see what is due and what is ahead; others do not."""

from datetime import date

import pytest
from django.test import Client

from exports.desk.calendar import months
from exports.desk.review import due_facts
from exports.models import ExportFact, TradeEvent
from exports.tests.factories import ExportFactFactory, TradeEventFactory
from portal.accounts.tests.factories import make_editor, make_moderator

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    client = Client()
    client.force_login(make_editor())
    return client


def test_due_facts_stand_in_the_order_they_became_due():
    late = ExportFactFactory(subject="Давно", review_on=date(2026, 1, 1))
    today = ExportFactFactory(subject="Сегодня", review_on=date(2026, 6, 1))
    ExportFactFactory(subject="Потом", review_on=date(2026, 6, 2))
    ExportFactFactory(subject="Без срока")
    assert list(due_facts(date(2026, 6, 1))) == [late, today]


def test_the_report_is_read_and_downloaded_without_a_query_for_each_fact(editor, django_assert_max_num_queries):
    for number in range(12):
        ExportFactFactory(subject=f"=Поставки {number}", review_on=date(2026, 1, 1))
    with django_assert_max_num_queries(30):
        page = editor.get("/admin/exports/review/").content.decode()
    assert page.count("=Поставки") >= 12
    table = b"".join(editor.get("/admin/exports/review/?export=csv").streaming_content).decode()
    assert "\n=Поставки" not in table
    assert "'=Поставки" in table or "\"'=Поставки" in table


def test_the_calendar_goes_by_months_and_says_where_a_month_is_not_known(editor):
    TradeEventFactory(name="Форум", starts="2026-02-08", ends="2026-02-10")
    TradeEventFactory(name="Выставка", starts="2026-02", ends="", live=False)
    TradeEventFactory(name="Неделя", starts="2023", ends="")
    ordered = TradeEvent.objects.order_by("-first_day", "name")
    titles = [month.title.replace("\N{NO-BREAK SPACE}", " ") for month in months(ordered, date(2026, 6, 1))]
    assert titles == ["февраль 2026 года", "2023 год, месяц не известен"]
    page = editor.get("/admin/exports/calendar/").content.decode()
    assert all(name in page for name in ("Форум", "Выставка", "Неделя", "черновик"))


@pytest.mark.parametrize("place", ["review", "calendar"])
def test_moderators_do_not_see_the_desk(place):
    client = Client()
    client.force_login(make_moderator())
    assert client.get(f"/admin/exports/{place}/").status_code == 302


def test_the_form_of_a_fact_refuses_to_publish_without_scope_and_keeps_a_draft(editor):
    form = {
        "subject": "Поставки станков", "metric": "growth", "comparator": "exactly", "comparison": "none",
        "status": "unchecked", "kind": "reported", "scope": "",
    }  # fmt: skip
    refused = editor.post("/admin/snippets/exports/exportfact/add/", {**form, "action-publish": "1"})
    assert refused.status_code == 200
    page = refused.content.decode()
    for words in ("Назовите хотя бы один рынок", "относится ли факт", "Укажите период", "Укажите источник"):
        assert words in page
    assert not ExportFact.objects.exists()
    kept = editor.post("/admin/snippets/exports/exportfact/add/", form)
    assert kept.status_code == 302, kept.context["form"].errors
    assert ExportFact.objects.get().live is False


@pytest.mark.parametrize(
    ("starts", "ends", "refusal"),
    [
        ("31.02.2026", "", "Напишите дату как 2025, 2025-10 или 2025-10-29."),
        ("вчера", "2026-13", "Напишите дату как 2025, 2025-10 или 2025-10-29."),
        ("2026-02-10", "2026-02-08", "Событие не может закончиться раньше, чем началось."),
        ("2026", "08.02.2025", "Событие не может закончиться раньше, чем началось."),
    ],
)
def test_an_event_with_impossible_dates_is_refused_in_words_and_keeps_what_was_typed(editor, starts, ends, refusal):
    event = TradeEventFactory(live=False)
    sent = {"name": "Новое имя", "place": "Пекин", "starts": starts, "ends": ends, "status": "unchecked"}
    answer = editor.post(f"/admin/snippets/exports/tradeevent/edit/{event.pk}/", sent)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert refusal in html
    assert 'value="Новое имя"' in html


@pytest.mark.parametrize("kind", ["exportfact", "exportcase", "tradeevent"])
def test_a_draft_without_a_name_would_stand_in_lists_as_nothing_and_is_refused(editor, kind):
    sent = {
        "status": "unchecked",
        "kind": "reported",
        "metric": "growth",
        "comparator": "exactly",
        "comparison": "none",
    }
    formset = {f"photos-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}
    answer = editor.post(f"/admin/snippets/exports/{kind}/add/", sent | formset)
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) & {"subject", "title", "name"}
