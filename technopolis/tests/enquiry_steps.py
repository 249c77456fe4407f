"""What tests of enquiries do again and again: fill the form in, send it, name who answers."""

from unittest.mock import patch

from django.utils import timezone

from portal.accounts.roles import ENQUIRY_ANSWERERS
from portal.accounts.tests.factories import make_person
from technopolis.enquiries.form import new_stamp

PERSONAL = ("Анна Петрова", "anna@example.org", "+7 900 000-00-00", "Станкозавод", "Сколько стоит аренда?")


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


def make_answerer(username="olga"):
    return make_person(username, ENQUIRY_ANSWERERS)
