"""No page of the portal, nor of its admin, makes the browser ask a foreign host."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from wagtail.models import Site

from portal.accounts.tests.factories import make_administrator
from portal.longread.tests.factories import add_education, add_workforce, make_article

pytestmark = pytest.mark.django_db

LOADING_ATTRIBUTES = {
    "script": ["src"],
    "img": ["src", "srcset"],
    "source": ["src", "srcset"],
    "iframe": ["src"],
    "video": ["src", "poster"],
    "audio": ["src"],
    "track": ["src"],
    "embed": ["src"],
    "object": ["data"],
    "input": ["src"],
    "use": ["href", "xlink:href"],
    "image": ["href", "xlink:href"],
    "body": ["background"],
}
LOADING_LINKS = {
    "stylesheet",
    "icon",
    "shortcut",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "modulepreload",
    "manifest",
    "apple-touch-icon",
    "mask-icon",
}
ADMIN_PAGES = [
    "/admin/login/",
    "/admin/password_reset/",
    "/admin/",
    "/admin/pages/",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/documents/",
    "/admin/snippets/",
    "/admin/snippets/figures/figure/",
    "/admin/snippets/figures/figure/add/",
    "/admin/account/",
    "/admin/account/sessions/",
    "/admin/users/",
    "/admin/reports/site-history/",
    "/admin/second-factor/",
    "/admin/settings/core/siteidentity/",
]
OWN_APPS = ("portal", "media", "technopolis", "industries", "exports")


class ResourceReader(HTMLParser):
    """Collects the addresses a browser would load by itself, and the targets of forms."""

    def __init__(self):
        super().__init__()
        self.addresses = []

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        for name in LOADING_ATTRIBUTES.get(tag, []):
            parts = values.get(name, "").split(",") if name == "srcset" else [values.get(name, "")]
            self.addresses += [part.split()[0] for part in parts if part.split()]
        if tag == "link" and LOADING_LINKS & set(values.get("rel", "").split()):
            self.addresses.append(values.get("href", ""))
        if tag == "form" and values.get("action"):
            self.addresses.append(values["action"])
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.addresses.append(values.get("content", "").partition("url=")[2])
        self.addresses += re.findall(r"url\(\s*['\"]?([^'\")]+)", values.get("style", ""))


def foreign(addresses):
    return [address for address in addresses if urlsplit(address).netloc not in {"", "testserver", "localhost"}]


def loaded_by(response):
    reader = ResourceReader()
    reader.feed(response.content.decode())
    return reader.addresses


@pytest.fixture
def article():
    cache.clear()
    Site.clear_site_root_paths_cache()
    article = make_article()
    add_workforce(article)
    add_education(article)
    return article


@pytest.mark.parametrize("path", ["/", "/no-such-page/", "/people/"])
def test_public_pages_load_nothing_foreign(client, article, path):
    response = client.get(path, follow=True)
    assert foreign(loaded_by(response)) == []


@pytest.mark.parametrize("path", ADMIN_PAGES)
def test_admin_pages_load_nothing_foreign(client, article, path):
    if path not in {"/admin/login/", "/admin/password_reset/"}:
        client.force_login(make_administrator())
    response = client.get(path, follow=True)
    assert response.status_code == 200
    addresses = loaded_by(response)
    assert addresses
    assert foreign(addresses) == []


def test_the_editor_of_a_page_and_its_preview_load_nothing_foreign(client, article):
    client.force_login(make_administrator())
    assert foreign(loaded_by(client.get(f"/admin/pages/{article.pk}/edit/"))) == []
    client.post(f"/admin/pages/{article.pk}/edit/preview/", {"title": "Черновик", "slug": "landscape", "lead": "Текст"})
    assert foreign(loaded_by(client.get(f"/admin/pages/{article.pk}/edit/preview/?mode="))) == []


def test_the_style_guide_loads_nothing_foreign(client, article):
    client.force_login(make_administrator())
    assert foreign(loaded_by(client.get("/styleguide/"))) == []


def own_static_files(suffix):
    folders = [Path(config.path) / "static" for config in apps.get_app_configs() if config.name.startswith(OWN_APPS)]
    return [file for folder in folders if folder.exists() for file in folder.rglob(f"*{suffix}")]


def test_own_styles_and_scripts_name_no_foreign_host():
    named = {
        (file.name, address)
        for suffix in (".css", ".js", ".mjs", ".svg")
        for file in own_static_files(suffix)
        for address in re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", file.read_text(), flags=re.IGNORECASE)
    }
    assert {pair for pair in named if pair[1] not in {"http://www.w3.org"}} == set()


def test_the_admin_is_told_to_call_nobody():
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False
    assert settings.WAGTAIL_ENABLE_WHATS_NEW_BANNER is False
    assert settings.WAGTAILEMBEDS_FINDERS == []


def test_the_reader_of_this_test_finds_what_it_looks_for():
    reader = ResourceReader()
    reader.feed(
        '<script src="https://a.example/x.js"></script><img srcset="//b.example/1.png 1x, /own.png 2x">'
        '<link rel="preload stylesheet" href="https://c.example/x.css"><p style="background:url(https://d.example/x.png)">'
        '<a href="https://e.example/">ссылка</a><form action="https://f.example/"></form>'
    )
    hosts = [urlsplit(address).netloc for address in foreign(reader.addresses)]
    assert hosts == ["a.example", "b.example", "c.example", "d.example", "f.example"]
