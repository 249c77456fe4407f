"""What a visitor tells with an enquiry is read by those with the right, for its time, and nowhere else."""

import io
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.accounts.tests.factories import make_administrator, make_editor, make_moderator
from technopolis.enums import EnquiryStatus
from technopolis.models import Enquiry
from technopolis.tests.enquiry_steps import PERSONAL, make_answerer, send
from technopolis.tests.factories import SiteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor(shared_demo_site, db, client):
    return client


ADMIN_PATHS = (
    "/admin/snippets/technopolis/enquiry/",
    "/admin/snippets/technopolis/enquiry/edit/{key}/",
    "/admin/snippets/technopolis/enquiry/history/{key}/",
    "/admin/snippets/technopolis/enquiry/usage/{key}/",
    "/admin/snippets/choose/technopolis/enquiry/",
    "/admin/snippets/choose/technopolis/enquiry/chosen/{key}/",
    "/admin/pages/search/?q={code}",
    "/admin/reports/site-history/",
    "/admin/snippets/technopolis/site/usage/{site}/",
    "/admin/snippets/technopolis/site/delete/{site}/",
    "/admin/",
)


def test_only_those_with_the_right_see_an_enquiry_on_any_path(visitor, django_capture_on_commit_callbacks, client):
    send(visitor, django_capture_on_commit_callbacks)
    enquiry = Enquiry.objects.get()
    shown = {}
    people = {"editor": make_editor(), "moderator": make_moderator(), "answerer": make_answerer()}
    for role, person in people.items():
        client.force_login(person)
        pages = [
            client.get(path.format(key=enquiry.pk, code=enquiry.code, site=enquiry.site_id), follow=True)
            for path in ADMIN_PATHS
        ]
        shown[role] = "".join(page.content.decode() for page in pages)
    for role in ("editor", "moderator"):
        assert not any(word in shown[role] for word in PERSONAL)
        assert f"enquiry/edit/{enquiry.pk}/" not in shown[role]
    assert all(word in shown["answerer"] for word in PERSONAL)


def test_those_who_answer_see_on_their_desk_what_waits_and_others_do_not(
    visitor, django_capture_on_commit_callbacks, client
):
    for _number in range(2):
        send(visitor, django_capture_on_commit_callbacks)
    client.force_login(make_answerer())
    desk = client.get("/admin/").content.decode()
    assert "2 обращения ждут ответа" in desk
    assert "письма не ушли" not in desk
    assert "вышел срок хранения" not in desk
    client.force_login(make_editor())
    assert "обращения ждут ответа" not in client.get("/admin/").content.decode()


def test_a_letter_that_is_late_and_data_kept_too_long_are_told_on_the_desk(
    visitor, django_capture_on_commit_callbacks, client
):
    send(visitor, django_capture_on_commit_callbacks)
    long_ago = timezone.now() - timedelta(days=200)
    Enquiry.objects.update(created_at=long_ago, kept_until=long_ago.date() + timedelta(days=180), letter_sent_at=None)
    client.force_login(make_answerer())
    desk = client.get("/admin/").content.decode()
    assert "О 1 обращении письмо не ушло больше часа" in desk
    assert "У 1 обращения вышел срок хранения, а данные не стёрты" in desk
    call_command("purge_enquiries", stdout=io.StringIO())
    assert "вышел срок хранения" not in client.get("/admin/").content.decode()


def test_the_history_of_an_enquiry_keeps_no_personal_data(visitor, django_capture_on_commit_callbacks, client):
    send(visitor, django_capture_on_commit_callbacks)
    enquiry = Enquiry.objects.get()
    client.force_login(make_answerer())
    address = f"/admin/snippets/technopolis/enquiry/edit/{enquiry.pk}/"
    assert client.post(address, {"status": EnquiryStatus.ANSWERED}).status_code == 302
    enquiry.refresh_from_db()
    assert (enquiry.status, enquiry.email) == (EnquiryStatus.ANSWERED, PERSONAL[1])
    entry = ModelLogEntry.objects.get(object_id=str(enquiry.pk), content_type__model="enquiry")
    assert not any(word in f"{entry.label} {entry.data}" for word in PERSONAL)


def test_nobody_adds_an_enquiry_in_the_admin(visitor, client):
    client.force_login(make_administrator())
    assert client.get("/admin/snippets/technopolis/enquiry/add/").status_code == 302
    assert "enquiry/add/" not in client.get("/admin/snippets/technopolis/enquiry/").content.decode()


def test_the_status_page_tells_the_status_and_nothing_personal(visitor, django_capture_on_commit_callbacks):
    address = send(visitor, django_capture_on_commit_callbacks)["Location"]
    Enquiry.objects.update(status=EnquiryStatus.IN_PROGRESS)
    html = visitor.get(address).content.decode()
    assert "в работе" in html
    assert not any(word in html for word in PERSONAL)
    assert visitor.get("/technopolis/enquiries/AAAAAAAAAA/").status_code == 404


def test_nothing_personal_is_logged_even_when_the_letter_fails(visitor, django_capture_on_commit_callbacks, caplog):
    with patch("technopolis.enquiries.letters.send_mail", side_effect=OSError("no mail")):
        send(visitor, django_capture_on_commit_callbacks)
        call_command("send_waiting_letters", stdout=io.StringIO())
    assert caplog.records
    assert not any(word in caplog.text for word in PERSONAL)


def test_two_enquiries_of_one_person_know_nothing_of_one_another(visitor, django_capture_on_commit_callbacks):
    first, second = (send(visitor, django_capture_on_commit_callbacks)["Location"] for _number in range(2))
    assert first != second
    assert second.split("/")[-2] not in visitor.get(first).content.decode()


def test_personal_data_is_erased_after_its_time(visitor, django_capture_on_commit_callbacks):
    send(visitor, django_capture_on_commit_callbacks)
    call_command("purge_enquiries", stdout=io.StringIO())
    assert Enquiry.objects.get().email == PERSONAL[1]
    Enquiry.objects.update(kept_until=timezone.localdate() - timedelta(days=1))
    call_command("purge_enquiries", stdout=io.StringIO())
    enquiry = Enquiry.objects.get()
    assert (enquiry.name, enquiry.email, enquiry.phone, enquiry.company, enquiry.message) == ("",) * 5
    assert enquiry.erased_at is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        Enquiry.objects.update(email=PERSONAL[1])


def test_erasing_does_not_undo_what_the_answerer_says_meanwhile(visitor, django_capture_on_commit_callbacks):
    send(visitor, django_capture_on_commit_callbacks)
    read_before = Enquiry.objects.get()
    Enquiry.objects.update(status=EnquiryStatus.ANSWERED)
    read_before.erase()
    kept = Enquiry.objects.get()
    assert (kept.status, kept.email) == (EnquiryStatus.ANSWERED, "")


def test_an_enquiry_without_consent_cannot_be(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        Enquiry.objects.create(site=SiteFactory(), consent_text="")
