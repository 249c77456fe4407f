"""An enquiry is taken, kept for its time, told to the right person, and answered by whoever may read it."""

import io
import re
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.signing import TimestampSigner
from django.utils import timezone

from portal.accounts.tests.factories import make_administrator, make_editor
from portal.core.models import ContentVersion
from technopolis.enquiries.form import new_stamp
from technopolis.models import Enquiry, Site, Zone
from technopolis.tests.enquiry_steps import PERSONAL, make_answerer, old_stamp, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor(shared_demo_site, db, client):
    return client


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


def test_one_letter_that_fails_keeps_no_other_from_going_out(visitor, django_capture_on_commit_callbacks):
    with patch("technopolis.enquiries.letters.send_mail", side_effect=OSError("no mail")):
        for _number in range(2):
            send(visitor, django_capture_on_commit_callbacks)
    with patch("technopolis.enquiries.letters.send_mail", side_effect=[OSError("refused"), 1]):
        call_command("send_waiting_letters", stdout=io.StringIO())
    sent = Enquiry.objects.order_by("created_at").values_list("letter_sent_at", flat=True)
    assert [moment is not None for moment in sent] == [False, True]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"website": "http://spam"}, "похоже на автоматическое"),
        ({"stamp": ""}, "Форма неполна"),
        ({"stamp": "form:1:forged"}, "Форма неполна"),
        ({"stamp": TimestampSigner(salt="technopolis.enquiry").sign("form")}, "Слишком быстро"),
        ({"consent": ""}, "Без согласия"),
        ({"site": "nowhere"}, "Такой площадки нет"),
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
    answers_given = [send(visitor, django_capture_on_commit_callbacks) for _number in range(6)]
    assert [answer.status_code for answer in answers_given] == [302] * 5 + [429]
    assert Enquiry.objects.count() == 5


def test_whoever_has_to_wait_is_told_how_long_and_loses_no_word(visitor, django_capture_on_commit_callbacks):
    answer = [send(visitor, django_capture_on_commit_callbacks) for _number in range(6)][-1]
    html = answer.content.decode()
    assert "слишком много обращений, это не отправлено" in html
    assert all(word in html for word in PERSONAL)
    assert (answer["Retry-After"], answer["Cache-Control"].count("no-store")) == ("3600", 1)


def test_whoever_tries_codes_has_to_wait_five_minutes(visitor):
    answers_given = [visitor.get("/technopolis/enquiries/AAAAAAAAAA/") for _number in range(31)]
    assert [answer.status_code for answer in answers_given] == [404] * 30 + [429]
    assert "Спросите снова через пять минут" in answers_given[-1].content.decode()
    assert answers_given[-1]["Retry-After"] == "300"


def test_a_person_caught_in_the_trap_sees_why_and_may_send_again(visitor, django_capture_on_commit_callbacks):
    html = send(visitor, django_capture_on_commit_callbacks, website="http://filled-by-the-browser").content.decode()
    alert = html.split('role="alert">')[1].split("</p>")[0]
    assert "было заполнено скрытое поле. Оно очищено" in alert
    assert "filled-by-the-browser" not in html


def test_an_enquiry_outlives_the_publication_of_its_site(visitor, django_capture_on_commit_callbacks):
    address = send(visitor, django_capture_on_commit_callbacks)["Location"]
    Site.objects.filter(slug="miet").update(live=False)
    assert "Обращение принято" in visitor.get(address).content.decode()
    refused = send(visitor, django_capture_on_commit_callbacks)
    assert refused.status_code == 400
    assert "Такой площадки нет: выберите из перечня." in refused.content.decode()
    assert PERSONAL[4] in refused.content.decode()


def test_the_form_names_the_site_it_was_opened_for(visitor):
    html = visitor.get("/technopolis/enquiries/?site=rudnevo").content.decode()
    assert re.search(r'<option value="rudnevo"\s+selected>', html)


def test_a_responsible_must_be_able_to_read_what_is_asked(visitor):
    site, editor = Site.objects.get(slug="miet"), make_editor()
    for record in (site, site.zone):
        record.responsible = editor
        with pytest.raises(ValidationError, match="нет права читать обращения"):
            record.clean()
        record.responsible = make_answerer(username=f"answerer-{record._meta.model_name}")
        record.clean()


def test_the_letter_goes_past_a_responsible_who_lost_the_right(visitor, django_capture_on_commit_callbacks):
    administrator, editor = make_administrator(), make_editor()
    Site.objects.filter(slug="miet").update(responsible=editor)
    send(visitor, django_capture_on_commit_callbacks)
    [letter] = mail.outbox
    assert administrator.email in letter.to
    assert editor.email not in letter.to


def test_the_letter_goes_to_the_zone_s_person_past_a_site_s_who_lost_the_right(
    visitor, django_capture_on_commit_callbacks
):
    make_administrator()
    of_zone = make_answerer(username="of-zone")
    Zone.objects.update(responsible=of_zone)
    Site.objects.filter(slug="miet").update(responsible=make_editor())
    send(visitor, django_capture_on_commit_callbacks)
    assert mail.outbox[0].to == [of_zone.email]


def test_the_letter_goes_to_the_person_of_the_site_before_that_of_the_zone(visitor, django_capture_on_commit_callbacks):
    of_zone, of_site = make_answerer(username="of-zone"), make_answerer(username="of-site")
    Zone.objects.update(responsible=of_zone)
    send(visitor, django_capture_on_commit_callbacks)
    Site.objects.filter(slug="miet").update(responsible=of_site)
    send(visitor, django_capture_on_commit_callbacks)
    assert [letter.to for letter in mail.outbox] == [[of_zone.email], [of_site.email]]


def test_a_code_leads_to_its_enquiry_and_a_wrong_one_is_asked_for_again(visitor, django_capture_on_commit_callbacks):
    address = send(visitor, django_capture_on_commit_callbacks)["Location"]
    code = Enquiry.objects.get().code
    assert visitor.get("/technopolis/enquiries/find/", {"code": f" {code.lower()} "})["Location"] == address
    for answer, status in (
        (visitor.get("/technopolis/enquiries/find/", {"code": "<b>?"}), 400),
        (visitor.get("/technopolis/enquiries/AAAAAAAAAA/"), 404),
    ):
        assert answer.status_code == status
        assert "Обращения с таким кодом нет" in answer.content.decode()
    assert visitor.get("/technopolis/enquiries/find/").status_code == 200


def test_each_mistake_is_tied_to_its_field(visitor, django_capture_on_commit_callbacks):
    html = send(visitor, django_capture_on_commit_callbacks, email="x", message="").content.decode()
    field = html.split('name="email"')[1].split(">")[0]
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby="id_email_error"' in field
    assert 'id="id_email_error"' in html
    assert "Впишите вопрос." in html


def test_an_enquiry_does_not_refresh_the_article(visitor, django_capture_on_commit_callbacks):
    before = list(ContentVersion.objects.values_list("number", flat=True))
    send(visitor, django_capture_on_commit_callbacks)
    assert list(ContentVersion.objects.values_list("number", flat=True)) == before
