"""Foreign hosts, forged forwarding headers, broken addresses, scanner noise, redirects that lead away."""

import logging

import pytest
from django.core.cache import cache
from django.test import RequestFactory
from wagtail.models import Site

from portal.accounts.security_log import client_address
from portal.core.host_header import require_host_header
from portal.core.request_guard import TrustedProxyMiddleware
from portal.longread.tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _article():
    cache.clear()
    Site.clear_site_root_paths_cache()
    make_article()


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost:99999", "user@localhost", "localhost, evil.example", "[::1", "ловушка.рф"]
)
def test_a_foreign_host_is_refused_in_russian_without_a_traceback(client, caplog, host):
    with caplog.at_level(logging.INFO):
        response = client.get("/", headers={"host": host})
    assert response.status_code == 400
    assert "<h1" in response.content.decode()
    assert not [record for record in caplog.records if record.exc_info]
    assert len([record for record in caplog.records if record.name == "portal.requests"]) == 1


@pytest.mark.parametrize("host", ["evil.example", "portal.example"])
def test_a_forwarded_host_is_never_believed(client, settings, host):
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    text = client.get("/", HTTP_X_FORWARDED_HOST=host, HTTP_FORWARDED=f"host={host}").content.decode()
    assert host not in text


def through(settings, trusted, **meta):
    """Return the request as the site sees it behind the given trusted proxies."""
    settings.TRUSTED_PROXIES = trusted
    seen = []
    TrustedProxyMiddleware(lambda request: seen.append(request))(RequestFactory().get("/", **meta))
    return seen[0]


def test_forwarding_headers_of_a_stranger_are_removed(settings):
    request = through(
        settings,
        ["10.0.0.0/8"],
        REMOTE_ADDR="203.0.113.7",
        HTTP_X_FORWARDED_FOR="1.2.3.4",
        HTTP_X_FORWARDED_PROTO="https",
        HTTP_X_REAL_IP="1.2.3.4",
    )
    assert client_address(request) == "203.0.113.7"
    assert not request.is_secure()
    assert not [name for name in request.META if "FORWARDED" in name or "REAL_IP" in name]


def test_nobody_is_trusted_by_default(settings):
    request = through(
        settings, [], REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="1.2.3.4", HTTP_X_FORWARDED_PROTO="https"
    )
    assert client_address(request) == "127.0.0.1"
    assert not request.is_secure()


@pytest.mark.parametrize(
    ("forwarded", "client_is"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("1.2.3.4, 203.0.113.7", "203.0.113.7"),
        ("1.2.3.4, 203.0.113.7, 10.0.0.9", "203.0.113.7"),
        ("203.0.113.7, nonsense", "10.0.0.1"),
        ("", "10.0.0.1"),
        ("2001:db8::7", "2001:db8::7"),
    ],
)
def test_the_right_most_address_that_is_no_proxy_is_the_client(settings, forwarded, client_is):
    request = through(
        settings, ["10.0.0.0/8"], REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded, HTTP_X_FORWARDED_PROTO="https"
    )
    assert client_address(request) == client_is
    assert request.is_secure()


def test_a_proxy_on_a_local_socket_is_trusted_by_name(settings):
    request = through(settings, ["unix"], REMOTE_ADDR="", HTTP_X_FORWARDED_FOR="203.0.113.7")
    assert client_address(request) == "203.0.113.7"


def call(application, **environ):
    answer = {}

    def start_response(status, headers):
        answer["status"] = status

    answer["body"] = b"".join(application(environ, start_response))
    return answer


def test_a_request_without_a_host_is_refused_by_the_server():
    guarded = require_host_header(lambda environ, start_response: start_response("200 OK", []) or [b"page"])
    assert call(guarded)["status"] == "400 Bad Request"
    assert call(guarded, HTTP_HOST="")["status"] == "400 Bad Request"
    assert call(guarded, HTTP_HOST="localhost") == {"status": "200 OK", "body": b"page"}


@pytest.mark.parametrize(
    "path",
    [
        "/.git/config",
        "/.env",
        "/.aws/credentials",
        "/../../etc/passwd",
        "/static/../../.env",
        "/db.sqlite3",
        "/var/portal.sqlite3",
        "/backup.sql",
        "/backup.tar.gz",
        "/wp-login.php",
        "/wp-admin/",
        "/index.php",
        "/phpmyadmin/",
        "/cgi-bin/test.cgi",
        "/portal/settings/base.py",
        "/config.yml",
        "/a\\b",
        "/a%00b",
        "/%0d%0aSet-Cookie:x=1",
    ],
)
def test_what_only_scanners_ask_for_costs_no_query(client, django_assert_num_queries, path):
    with django_assert_num_queries(0):
        response = client.get(path)
    assert response.status_code == 404


@pytest.mark.parametrize(
    "path", ["/no-such-page/", "/people/no-such/", "/admin-old/", "/industries/", "/a/b/c/d/e/f/g/"]
)
def test_a_page_that_is_not_there_costs_the_site_the_language_the_page_and_the_redirect(
    client, django_assert_max_num_queries, path
):
    client.get("/no-such-page/")
    with django_assert_max_num_queries(4):
        response = client.get(path)
    assert response.status_code == 404


@pytest.mark.parametrize(
    "path", [b"/%ff%fe/", b"/%EF%F0%EE%EC/", b"/%zz/", b"/?q=%ff", b"/?q=%zz&%ff=1", b"/%c0%ae%c0%ae/"]
)
def test_broken_letters_in_the_address_are_no_fault(client, path):
    bare, _, query = path.decode().partition("?")
    response = client.get(bare, QUERY_STRING=query)
    assert response.status_code in ({200} if query else {400, 404})


def test_a_million_parameters_are_refused_and_nine_hundred_are_not(client):
    assert client.get("/?" + "&".join(f"a{number}=1" for number in range(900))).status_code == 200


@pytest.mark.parametrize(
    "path", ["//evil.example", "//evil.example/%2e%2e", "/\\evil.example", "///evil.example/", "//evil.example/people"]
)
def test_an_address_without_its_last_slash_never_leads_away(client, path):
    response = client.get(path)
    location = response.get("Location", "/")
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    "following", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y"]
)
def test_choosing_a_theme_never_leads_away(client, following):
    response = client.post("/theme/", {"theme": "dark", "next": following})
    assert response["Location"] in {"/", "/a%0D%0AX:%20y"}
    assert "X" not in response
