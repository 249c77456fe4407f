import csv
import io
import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from media.decisions import decide
from media.desk.reports import REPORTS
from media.enums import CreditStatus
from media.models import Photo
from media.tests.desk_client import make_moderator
from media.tests.factories import PhotoFactory, RightsHolderFactory, UserFactory, approved_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    return make_moderator(client)


def exported(client, name):
    response = client.get(reverse(f"credits:{name}"), {"export": "csv"})
    return list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))


@pytest.mark.parametrize("report", REPORTS)
def test_each_report_opens_and_is_exported_both_ways(client, moderator, report):
    approved_photo()
    assert client.get(reverse(report.index_url_name)).status_code == 200
    assert len(exported(client, report.name)[0]) == len(report.list_export)
    response = client.get(reverse(report.index_url_name), {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert len(next(iter(sheet.iter_rows()))) == len(report.list_export)


def test_a_text_from_a_report_never_begins_a_formula(client, moderator):
    PhotoFactory(title='=HYPERLINK("http://example.com")', alt_text="", own_credit_line="@Фото")
    row = exported(client, "report_no_alt")[1]
    assert row[:2] == ['\'=HYPERLINK("http://example.com")', "'@Фото"]


def test_rights_that_end_and_photos_without_description_are_listed(client, moderator):
    today = timezone.localdate()
    approved_photo(title="скоро", rights_valid_until=today + timedelta(days=3))
    approved_photo(title="не скоро", rights_valid_until=today + timedelta(days=60))
    PhotoFactory(title="без описания", alt_text="")
    assert [row[0] for row in exported(client, "report_expiring")[1:]] == ["скоро"]
    assert [row[0] for row in exported(client, "report_no_alt")[1:]] == ["без описания"]


def test_photos_are_counted_by_holder(client, moderator):
    holder = RightsHolderFactory(name="Завод")
    approved_photo(rights_holder=holder, rights_valid_until=timezone.localdate())
    PhotoFactory.create_batch(2, rights_holder=holder)
    assert exported(client, "report_holders")[1][2:] == ["3", "1", "2", "1"]


def test_the_journal_holds_every_decision_with_its_reason(client, moderator):
    photo = approved_photo(title="Пресс")
    decide(photo, CreditStatus.REVOKED, UserFactory(), "отзыв письмом")
    rows = exported(client, "report_journal")[1:]
    assert [(row[1], row[3], row[5]) for row in rows] == [
        ("Пресс", "отозвано", "отзыв письмом"),
        ("Пресс", "одобрено", ""),
    ]
    listed = client.get(reverse("credits:report_journal"), {"to_status": "revoked"})
    assert listed.context["paginator"].count == 1


def test_reports_are_closed_to_those_who_may_not_decide(client):
    client.force_login(UserFactory())
    for report in REPORTS:
        assert client.get(reverse(report.index_url_name)).status_code == 302


def test_the_menu_tells_how_many_wait(client, moderator):
    PhotoFactory.create_batch(3)
    assert json.dumps("Подписи (3)").strip('"') in client.get(reverse("wagtailadmin_home")).content.decode()
    Photo.objects.update(credit_status=CreditStatus.REJECTED)
    assert json.dumps("Подписи (").strip('"') not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_journal_is_exported_with_the_time_of_the_site(client, moderator):
    decision = approved_photo().decisions.get()
    written = timezone.localtime(decision.decided_at).strftime("%d.%m.%Y %H:%M:%S")
    assert exported(client, "report_journal")[1][0] == written
