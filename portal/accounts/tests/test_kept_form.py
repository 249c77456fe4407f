import pytest
from django.test import Client

from portal.accounts.tests.factories import make_editor

pytestmark = pytest.mark.django_db

WORDS = "Двести строк о том, как варят сталь, и ни одной лишней."
HERE = "http://testserver"


@pytest.fixture
def strict():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_editor())
    return client


def send(client, **headers):
    return client.post("/admin/pages/1/edit/?tab=a", {"body": WORDS, "csrfmiddlewaretoken": "stale"}, **headers)


def test_a_stale_token_gets_a_russian_page_with_the_text_and_a_fresh_token(strict):
    response = send(strict, HTTP_ORIGIN=HERE)
    text = response.content.decode()
    assert response.status_code == 403
    assert "Форма устарела" in text
    assert text.count(WORDS) == 2
    assert 'action="/admin/pages/1/edit/?tab=a"' in text
    assert 'value="stale"' not in text
    assert "no-store" in response["Cache-Control"]


def test_the_kept_form_can_be_sent_again(strict):
    page = send(strict, HTTP_ORIGIN=HERE)
    token = page.context["csrf_token"]
    response = strict.post("/admin/session/prolong/", {"csrfmiddlewaretoken": str(token)}, HTTP_ORIGIN=HERE)
    assert response.status_code == 200


@pytest.mark.parametrize(
    "headers", [{"HTTP_ORIGIN": "https://evil.example"}, {}, {"HTTP_SEC_FETCH_SITE": "cross-site"}]
)
def test_a_form_from_elsewhere_is_never_offered_again(strict, headers):
    text = send(strict, **headers).content.decode()
    assert WORDS not in text
    assert "обновите её" in text


def test_what_was_typed_is_shown_as_text(strict):
    response = strict.post("/admin/", {"body": "<script>alert(1)</script>" + "x" * 50}, HTTP_ORIGIN=HERE)
    text = response.content.decode()
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_passwords_and_codes_are_not_kept(strict):
    response = strict.post("/admin/", {"old_password": "tayna1", "code": "tayna2", "body": WORDS}, HTTP_ORIGIN=HERE)
    assert "tayna" not in response.content.decode()


def test_a_form_larger_than_two_megabytes_is_not_repeated(strict):
    response = strict.post("/admin/", {"body": "я" * 2_100_000}, HTTP_ORIGIN=HERE)
    assert response.status_code == 403
    assert len(response.content) < 100_000
