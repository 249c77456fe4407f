"""Nothing at the desk is a dead end: what was done can be found and undone later, an empty list says why."""

import io

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from media.bulk_changes import decide_in_bulk
from media.desk.reports import REPORTS
from media.models import BulkChange, CreditDecision, Photo, SavedView
from media.tests.desk_client import bulk, decide_in_browser, make_moderator
from media.tests.factories import PhotoFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    return make_moderator(client)


def read(client, name, *arguments, **query):
    return client.get(reverse(f"credits:{name}", args=arguments), query).content.decode()


def test_an_action_on_many_photos_is_found_and_undone_after_its_screen_was_left(client, moderator):
    photos = PhotoFactory.create_batch(2)
    decide_in_bulk("approve", [photo.pk for photo in photos], UserFactory())
    change = BulkChange.objects.get()
    assert reverse("credits:bulk") in read(client, "index")
    text = read(client, "bulk")
    assert "Одобрено снимков: 2" in text
    assert reverse("credits:bulk_done", args=[change.pk]) in text
    client.post(reverse("credits:bulk_undo", args=[change.pk]))
    assert "— отменено" in read(client, "bulk")
    assert set(Photo.objects.values_list("credit_status", flat=True)) == {"pending"}


def test_before_anything_is_done_with_many_photos_the_list_says_how(client, moderator):
    assert "отметьте их в очереди" in read(client, "bulk")


def test_an_empty_queue_leads_to_all_photos(client, moderator):
    assert "Снимков ещё нет" in read(client, "index")
    text = read(client, "index", q="никто")
    assert "Таких снимков нет." in text
    assert f'<a href="{reverse("credits:index")}">Показать все снимки</a>' in text


@pytest.mark.parametrize("report", REPORTS)
def test_an_empty_report_says_what_its_emptiness_means(client, moderator, report):
    text = client.get(reverse(report.index_url_name)).content.decode()
    assert str(report.no_results_message) in text


def test_the_journal_tells_the_minute_of_a_decision(client, moderator):
    decide_in_browser(client, PhotoFactory(), "rejected", reason="Нет письма")
    moment = timezone.localtime(CreditDecision.objects.get().decided_at)
    assert f">{moment:%d.%m.%Y %H:%M}</time>" in read(client, "report_journal")


def test_the_journal_s_workbook_tells_the_site_s_time_in_readable_columns(client, moderator):
    decide_in_browser(client, PhotoFactory(), "rejected", reason="=1+1")
    answer = client.get(reverse("credits:report_journal"), {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    first = [cell.value for cell in sheet[2]]
    decided_at = timezone.localtime(CreditDecision.objects.get().decided_at)
    assert f"{first[0]:%d.%m.%Y %H:%M}" == f"{decided_at:%d.%m.%Y %H:%M}"
    assert (first[5], sheet[2][5].data_type) == ("=1+1", "s")
    assert (sheet.title, sheet.freeze_panes, sheet.column_dimensions["A"].width) == (
        "Журнал решений о подписях",
        "A2",
        28,
    )


def test_a_draft_is_taken_for_a_decision_and_not_given_back(client, moderator):
    draft, rejected = PhotoFactory(credit_status="draft"), PhotoFactory(credit_status="rejected")
    assert "Взять на рассмотрение" in read(client, "decide", draft.pk)
    assert "Вернуть на рассмотрение" in read(client, "decide", rejected.pk)


def test_enter_in_a_field_of_the_rights_never_writes_them(client, moderator):
    values = {"fill": ["place"], "place": "Цех", "preview": "1"}
    text = bulk(client, "fill", [PhotoFactory()], **values).content.decode()
    assert text.index('type="submit" name="preview"') < text.index('name="confirm"')


def test_a_dropped_view_is_named(client, moderator):
    view = SavedView.objects.create(user=moderator, name="Цеха", query="q=цех")
    answer = client.post(reverse("credits:drop_view", args=[view.pk]), follow=True)
    assert "Вид «Цеха» забыт." in answer.content.decode()
