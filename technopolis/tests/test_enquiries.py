"""An enquiry is taken, kept for its time, told to the right person, and shown to nobody else."""

import io
import re
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.signing import TimestampSigner
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.accounts.roles import ENQUIRY_ANSWERERS
from portal.accounts.tests.factories import make_administrator, make_editor, make_moderator, make_person
from portal.core.models import ContentVersion
from technopolis.enquiries.form import new_stamp
from technopolis.enums import EnquiryStatus
from technopolis.models import Enquiry, Site, Zone
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
    codes = [send(visitor, django_capture_on_commit_callbacks).status_code for _number in range(6)]
    assert codes == [302] * 5 + [429]


def test_the_form_names_the_site_it_was_opened_for(visitor):
    html = visitor.get("/technopolis/enquiries/?site=rudnevo").content.decode()
    assert re.search(r'<option value="rudnevo"\s+selected>', html)


def make_answerer(username="olga"):
    return make_person(username, ENQUIRY_ANSWERERS)


ADMIN_PATHS = (
    "/admin/snippets/technopolis/enquiry/",
    "/admin/snippets/technopolis/enquiry/edit/{key}/",
    "/admin/snippets/technopolis/enquiry/history/{key}/",
    "/admin/snippets/technopolis/enquiry/usage/{key}/",
    "/admin/snippets/choose/technopolis/enquiry/",
    "/admin/snippets/choose/technopolis/enquiry/chosen/{key}/",
    "/admin/pages/search/?q={code}",
    "/admin/reports/site-history/",
    "/admin/",
)


def test_only_those_with_the_right_see_an_enquiry_on_any_path(visitor, django_capture_on_commit_callbacks, client):
    send(visitor, django_capture_on_commit_callbacks)
    enquiry = Enquiry.objects.get()
    shown = {}
    people = {"editor": make_editor(), "moderator": make_moderator(), "answerer": make_answerer()}
    for role, person in people.items():
        client.force_login(person)
        pages = [client.get(path.format(key=enquiry.pk, code=enquiry.code), follow=True) for path in ADMIN_PATHS]
        shown[role] = "".join(page.content.decode().replace(f"q={enquiry.code}", "") for page in pages)
    for role in ("editor", "moderator"):
        assert not any(word in shown[role] for word in PERSONAL)
        assert f"enquiry/edit/{enquiry.pk}/" not in shown[role]
    assert all(word in shown["answerer"] for word in PERSONAL)


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
