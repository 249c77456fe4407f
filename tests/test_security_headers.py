"""What every answer carries, on public pages and in the admin."""

import re

import pytest
from django.conf import settings
from django.core.cache import cache
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from portal.accounts.tests.factories import make_administrator
from portal.longread.tests.factories import add_education, add_workforce, make_article

pytestmark = pytest.mark.django_db

PUBLIC_PAGES = ["/", "/robots.txt", "/no-such-page/"]


@pytest.fixture(autouse=True)
def article():
    cache.clear()
    Site.clear_site_root_paths_cache()
    article = make_article()
    add_workforce(article)
    add_education(article)
    return article


def policy_of(response):
    return dict(part.strip().partition(" ")[::2] for part in response["Content-Security-Policy"].split(";"))


@pytest.mark.parametrize("path", PUBLIC_PAGES)
def test_public_pages_allow_no_inline_code_no_foreign_host_and_no_frame(client, path):
    policy = policy_of(client.get(path))
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in str(policy)
    assert "http" not in str(policy)


@pytest.mark.parametrize("path", [*PUBLIC_PAGES, "/admin/login/", "/admin/", "/healthz"])
def test_every_answer_carries_the_basic_headers(client, path):
    response = client.get(path)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert response["X-Frame-Options"] == ("SAMEORIGIN" if path.startswith("/admin/") else "DENY")


def test_admin_pages_may_be_framed_by_this_site_only(client):
    policy = policy_of(client.get("/admin/login/"))
    assert policy["frame-ancestors"] == "'self'"
    assert policy["script-src"] == "'self' 'unsafe-inline'"
    assert "unsafe-eval" not in str(policy)


def test_a_preview_is_framed_by_the_editor_s_own_page(client, article):
    client.force_login(make_administrator())
    client.post(f"/admin/pages/{article.pk}/edit/preview/", {"title": "Черновик", "slug": "landscape"})
    response = client.get(f"/admin/pages/{article.pk}/edit/preview/?mode=")
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert policy_of(response)["frame-ancestors"] == "'self'"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/", "/admin/session/", "/admin/"])
def test_nothing_of_the_admin_is_ever_kept(client, path):
    assert "no-store" in client.get(path)["Cache-Control"]


def test_an_error_page_is_never_kept(client):
    assert client.get("/no-such-page/")["Cache-Control"] == "no-store"


def test_a_public_page_is_the_same_for_everyone_and_sets_nothing(client):
    response = client.get("/")
    assert response.status_code == 200
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response["X-Accel-Expires"] == "1"


def test_a_move_for_ever_is_asked_about_again(client):
    Redirect.objects.create(old_path="/old", redirect_link="/new/", site=Site.objects.get(is_default_site=True))
    response = client.get("/old/")
    assert (response.status_code, response["Location"]) == (301, "/new/")
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_a_public_page_does_not_depend_on_being_signed_in(client):
    stranger = client.get("/").content
    client.force_login(make_administrator())
    signed_in = client.get("/")
    assert signed_in.content == stranger
    assert "Cookie" not in signed_in.get("Vary", "")


@pytest.mark.parametrize("language", ["en", "de", "zh", ""])
def test_a_public_page_does_not_depend_on_the_browser_s_language(client, language):
    response = client.get("/", headers={"accept-language": language})
    assert response["Content-Language"] == "ru"
    assert "Accept-Language" not in response.get("Vary", "")


def test_an_unchanged_page_costs_a_few_bytes(client):
    tag = client.get("/")["ETag"]
    again = client.get("/", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_in_a_chosen_theme_is_not_shared(client):
    plain = client.get("/")
    client.cookies["theme"] = "dark"
    themed = client.get("/")
    assert themed["Cache-Control"].startswith("private")
    assert themed["ETag"] != plain["ETag"]


def test_private_answers_carry_no_tag_to_ask_about(client):
    client.force_login(make_administrator())
    response = client.get("/admin/", headers={"if-none-match": "*"})
    assert response.status_code == 200
    assert "ETag" not in response


def test_public_pages_have_no_inline_style_and_no_inline_script(client):
    text = client.get("/").content.decode()
    assert not re.search(r"\sstyle\s*=", text)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text)
    assert "<style" not in text
    scripts = re.findall(r"<script\b([^>]*)>", text)
    assert all("src=" in attributes or "application/ld+json" in attributes for attributes in scripts)


def test_cookies_are_out_of_scripts_reach(client):
    response = client.get("/admin/login/")
    cookie = response.cookies[settings.CSRF_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
