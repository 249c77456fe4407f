"""An enquiry is taken, kept for its time, told to the right person, and shown to nobody else."""

import io
import re
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.management import call_command
from django.core.signing import TimestampSigner
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts.tests.factories import make_administrator, make_editor, make_moderator
from portal.core.models import ContentVersion
from technopolis.enquiries.form import new_stamp
from technopolis.enums import EnquiryStatus
from technopolis.models import Enquiry, Site
from technopolis.tests.factories import SiteFactory

pytestmark = pytest.mark.django_db

PERSONAL = ("Анна Петрова", "anna@example.org", "+7 900 000-00-00", "Станкозавод", "Сколько стоит аренда?")


@pytest.fixture
def visitor(shared_demo_site, db, client):
    return client


def old_stamp(seconds=60):
    with patch("django.core.signing.time.time", return_value=timezone.now().timestamp() - seconds):
        return new_stamp()


def answers(**changes):
    name, email, phone, company, message = PERSONAL
    given = {
        "site": "miet", "name": name, "email": email, "phone": phone, "company": company, "message": message,
        "consent": "on", "website": "", "stamp": old_stamp(),
    }  # fmt: skip
    return {**given, **changes}


def send(client, django_capture_on_commit_callbacks, **changes):
    with django_capture_on_commit_callbacks(execute=True):
        return client.post("/technopolis/enquiries/", answers(**changes))


def test_an_enquiry_is_kept_with_its_consent_and_told_to_the_responsible(visitor, django_capture_on_commit_callbacks):
    person = make_administrator()
    Site.objects.filter(slug="miet").update(responsible=person)
    response = send(visitor, django_capture_on_commit_callbacks)
    enquiry = Enquiry.objects.get()
    assert response["Location"] == f"/technopolis/enquiries/{enquiry.code}/"
    assert "через 180 дней они стираются" in enquiry.consent_text
    assert enquiry.kept_until == timezone.localdate() + timedelta(days=180)
    [letter] = mail.outbox
    assert letter.to == [person.email]
    assert not any(word in letter.subject + letter.body for word in PERSONAL)
    assert enquiry.letter_sent_at is not None


def test_the_status_page_tells_the_status_and_nothing_personal(visitor, django_capture_on_commit_callbacks):
    address = send(visitor, django_capture_on_commit_callbacks)["Location"]
    Enquiry.objects.update(status=EnquiryStatus.IN_PROGRESS)
    html = visitor.get(address).content.decode()
    assert "в работе" in html
    assert not any(word in html for word in PERSONAL)
    assert visitor.get("/technopolis/enquiries/AAAAAAAAAA/").status_code == 404


def test_the_form_works_while_the_mail_is_down(visitor, django_capture_on_commit_callbacks):
    make_administrator()
    with patch("technopolis.enquiries.letters.send_mail", side_effect=OSError("no mail")):
        response = send(visitor, django_capture_on_commit_callbacks)
    assert response.status_code == 302
    assert Enquiry.objects.get().letter_sent_at is None
    call_command("send_waiting_letters", stdout=io.StringIO())
    assert Enquiry.objects.get().letter_sent_at is not None
    call_command("send_waiting_letters", stdout=io.StringIO())
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"website": "http://spam"}, "похоже на автоматическое"),
        ({"stamp": ""}, "Форма неполна"),
        ({"stamp": "form:1:forged"}, "Форма неполна"),
        ({"stamp": TimestampSigner(salt="technopolis.enquiry").sign("form")}, "Слишком быстро"),
        ({"consent": ""}, "Без согласия"),
        ({"site": "nowhere"}, "нет среди допустимых значений"),
        ({"email": "not-an-address"}, "правильный адрес"),
        ({"phone": "<script>"}, "Телефон: только цифры"),
        ({"name": "x" * 500}, "не более 120"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(visitor, django_capture_on_commit_callbacks, changes, message):
    if "Слишком" in message:
        changes = {"stamp": new_stamp()}
    response = send(visitor, django_capture_on_commit_callbacks, **changes)
    assert response.status_code == 400
    assert message in response.content.decode()
    assert not Enquiry.objects.exists()


def test_a_form_shown_too_long_ago_is_refused_with_a_fresh_one(visitor, django_capture_on_commit_callbacks):
    response = send(visitor, django_capture_on_commit_callbacks, stamp=old_stamp(25 * 3600))
    assert "Форма открыта слишком давно" in response.content.decode()
    assert PERSONAL[4] in response.content.decode()


def test_a_place_that_asks_too_often_has_to_wait(visitor, django_capture_on_commit_callbacks):
    codes = [send(visitor, django_capture_on_commit_callbacks).status_code for _number in range(6)]
    assert codes == [302] * 5 + [429]


def test_the_form_names_the_site_it_was_opened_for(visitor):
    html = visitor.get("/technopolis/enquiries/?site=rudnevo").content.decode()
    assert re.search(r'<option value="rudnevo"\s+selected>', html)


def test_only_those_with_the_right_see_personal_data(visitor, django_capture_on_commit_callbacks, client):
    send(visitor, django_capture_on_commit_callbacks)
    key = Enquiry.objects.get().pk
    address = f"/admin/snippets/technopolis/enquiry/edit/{key}/"
    for person, allowed in ((make_editor(), False), (make_moderator(), False), (make_administrator(), True)):
        client.force_login(person)
        html = client.get(address, follow=True).content.decode()
        assert (PERSONAL[1] in html) is allowed


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


def test_an_enquiry_does_not_refresh_the_article(visitor, django_capture_on_commit_callbacks):
    before = list(ContentVersion.objects.values_list("number", flat=True))
    send(visitor, django_capture_on_commit_callbacks)
    assert list(ContentVersion.objects.values_list("number", flat=True)) == before


def test_an_enquiry_without_consent_cannot_be(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        Enquiry.objects.create(site=SiteFactory(), consent_text="")
