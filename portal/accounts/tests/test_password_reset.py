import re

import pytest
from django.contrib.auth import authenticate
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.accounts.models import SecurityEvent, SecurityEventKind
from portal.accounts.tests.factories import PASSWORD, make_editor, make_person

pytestmark = pytest.mark.django_db

REQUEST = "/admin/password_reset/"
NEW_PASSWORD = "kuznitsa-vetra-9027"


def ask(client, email, address="203.0.113.7", **headers):
    return client.post(REQUEST, {"email": email}, REMOTE_ADDR=address, **headers)


def link_in(letter):
    return re.search(r"https?://\S+", letter.body).group()


def test_the_letter_leads_to_a_page_where_a_new_password_is_set(client):
    make_editor()
    response = ask(client, "vera@example.org")
    assert response["Location"] == "/admin/password_reset/done/"
    letter = mail.outbox[0]
    assert letter.subject == "Новый пароль для редакции портала"
    form = client.get(link_in(letter), follow=True)
    client.post(form.redirect_chain[-1][0], {"new_password1": NEW_PASSWORD, "new_password2": NEW_PASSWORD})
    assert authenticate(username="vera", password=NEW_PASSWORD)
    assert not authenticate(username="vera", password=PASSWORD)


def test_the_link_works_once(client):
    make_editor()
    ask(client, "vera@example.org")
    link = link_in(mail.outbox[0])
    form = client.get(link, follow=True)
    client.post(form.redirect_chain[-1][0], {"new_password1": NEW_PASSWORD, "new_password2": NEW_PASSWORD})
    assert client.get(link, follow=True).context["validlink"] is False


def test_known_unknown_and_switched_off_addresses_get_the_same_answer(client):
    make_editor()
    make_person("gone", is_active=False)
    answers = [ask(client, f"{name}@example.org") for name in ("vera", "nobody", "gone")]
    assert len({(answer.status_code, answer["Location"], answer.content) for answer in answers}) == 1
    assert [letter.to for letter in mail.outbox] == [["vera@example.org"]]


def test_the_answer_comes_before_anyone_is_looked_up_or_written_to(client, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    make_editor()
    with CaptureQueriesContext(connection) as queries:
        ask(client, "vera@example.org")
    assert mail.outbox == []
    assert not [query for query in queries if "accounts_user" in query["sql"]]


def test_the_link_s_host_comes_from_the_settings_whatever_the_request_says(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"
    make_editor()
    ask(client, "vera@example.org", HTTP_HOST="evil.example", HTTP_X_FORWARDED_HOST="evil.example")
    assert link_in(mail.outbox[0]).startswith("https://portal.example/admin/password_reset/confirm/")
    assert "evil" not in mail.outbox[0].body


def test_the_fourth_letter_within_an_hour_is_not_sent_and_nobody_is_told(client, clock):
    make_editor()
    answers = [ask(client, "vera@example.org", address=f"203.0.113.{number}") for number in range(4)]
    assert len(mail.outbox) == 3
    assert len({(answer.status_code, answer["Location"]) for answer in answers}) == 1
    assert SecurityEvent.objects.filter(kind=SecurityEventKind.RESET_LIMITED).count() == 1
    clock.move(hours=1, seconds=1)
    ask(client, "vera@example.org")
    assert len(mail.outbox) == 4


def test_case_of_the_address_does_not_widen_the_limit(client, clock):
    make_editor()
    for email in ("vera@example.org", "Vera@example.org", "VERA@example.org", "vERA@example.org"):
        ask(client, email)
    assert len(mail.outbox) == 3


def test_one_client_address_can_ask_ten_times_an_hour(client, clock):
    for number in range(11):
        make_person(f"person{number}")
        ask(client, f"person{number}@example.org")
    assert len(mail.outbox) == 10


def test_a_new_password_ends_every_open_session(client):
    make_editor()
    elsewhere = Client()
    elsewhere.login(username="vera", password=PASSWORD)
    ask(client, "vera@example.org")
    form = client.get(link_in(mail.outbox[0]), follow=True)
    client.post(form.redirect_chain[-1][0], {"new_password1": NEW_PASSWORD, "new_password2": NEW_PASSWORD})
    assert elsewhere.get("/admin/").status_code == 302
    assert SecurityEvent.objects.filter(kind=SecurityEventKind.PASSWORD_CHANGED).exists()


def test_a_weak_new_password_is_refused_in_russian(client):
    make_editor()
    ask(client, "vera@example.org")
    form = client.get(link_in(mail.outbox[0]), follow=True)
    response = client.post(
        form.redirect_chain[-1][0], {"new_password1": "password2024", "new_password2": "password2024"}
    )
    assert "утечкам" in response.content.decode()
    assert authenticate(username="vera", password=PASSWORD)
