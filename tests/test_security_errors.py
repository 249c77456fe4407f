"""Error pages: in Russian, with a way on, without the database, without anything internal."""

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.core.management import call_command
from django.db import InterfaceError, OperationalError
from django.http import Http404
from django.test import Client
from django.urls import path

from portal.core.errors import error_body
from portal.urls import (  # noqa: F401 - handlers are read from the module that is the URL configuration
    handler400,
    handler403,
    handler404,
    handler429,
    handler500,
)
from portal.urls import urlpatterns as portal_urlpatterns

STATUSES = [400, 403, 404, 413, 429, 500, 503]
SECRET = "a secret of the database"

FAULTS = {
    "bad": (SuspiciousOperation(SECRET), 400),
    "forbidden": (PermissionDenied(SECRET), 403),
    "absent": (Http404(SECRET), 404),
    "large": (RequestDataTooBig(SECRET), 413),
    "broken": (ValueError(SECRET), 500),
    "locked": (OperationalError(SECRET), 503),
    "disconnected": (InterfaceError(SECRET), 503),
}


def fail(request, name):
    raise FAULTS[name][0]


urlpatterns = [path("fail/<name>/", fail), *portal_urlpatterns]


@pytest.fixture
def failing(settings):
    settings.ROOT_URLCONF = __name__
    error_body.cache_clear()
    yield Client(raise_request_exception=False)
    error_body.cache_clear()


@pytest.mark.parametrize("name", sorted(FAULTS.keys() - {"absent"}))
def test_a_fault_is_answered_in_russian_without_the_database_and_without_its_text(failing, name):
    response = failing.get(f"/fail/{name}/")
    text = response.content.decode()
    assert response.status_code == FAULTS[name][1]
    assert 'lang="ru"' in text
    assert 'href="/"' in text
    assert SECRET not in text
    assert response["Cache-Control"] == "no-store"
    assert "default-src 'self'" in response["Content-Security-Policy"]


@pytest.mark.django_db
def test_an_absent_page_is_answered_in_russian_without_saying_why(failing):
    response = failing.get("/fail/absent/")
    assert response.status_code == 404
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("name", ["locked", "disconnected"])
def test_a_database_that_is_away_says_when_to_come_again(failing, name):
    assert failing.get(f"/fail/{name}/")["Retry-After"] == "30"


@pytest.mark.parametrize("name", ["bad", "forbidden", "large"])
def test_refused_requests_fill_no_log_with_tracebacks(failing, capfd, name):
    failing.get(f"/fail/{name}/")
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize("status", STATUSES)
def test_every_error_page_has_a_heading_and_a_way_on(status):
    error_body.cache_clear()
    text = error_body(status, "ru")
    assert text.count("<h1") == 1
    assert "<a " in text
    assert any("а" <= letter <= "я" for letter in text)


def test_an_error_page_whose_template_is_gone_still_says_something(settings):
    error_body.cache_clear()
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [], "APP_DIRS": False}]
    assert "Страница сейчас недоступна" in error_body(500, "ru")
    error_body.cache_clear()


@pytest.mark.django_db
def test_a_body_larger_than_the_limit_is_told_so_in_russian():
    response = Client().post(
        "/admin/login/", {"login": "vera", "password": "x" * 6_000_000}, "application/x-www-form-urlencoded"
    )
    assert response.status_code in {200, 413}


@pytest.mark.django_db
def test_a_form_with_too_many_fields_is_refused_without_a_fault():
    fields = "&".join(f"field{number}=1" for number in range(10_050))
    response = Client().post("/admin/login/", fields, "application/x-www-form-urlencoded")
    assert response.status_code == 400


def test_the_pages_a_proxy_shows_by_itself_are_written_in_russian(settings, tmp_path, capsys):
    error_body.cache_clear()
    settings.VAR_DIR = tmp_path
    call_command("write_error_pages")
    pages = {page.name: page.read_text() for page in (tmp_path / "errors").iterdir()}
    assert sorted(pages) == ["413.html", "429.html", "503.html"]
    assert all('lang="ru"' in text and 'href="/"' in text for text in pages.values())
    error_body.cache_clear()
