"""Fixtures every test may use: cold caches, the demo site's content, no network."""

import io
import os
import socket
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.core.management import call_command
from wagtail.models import Collection, Locale, Page, Site

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


class NetworkForbiddenError(RuntimeError):
    """A test tried to reach another machine."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch of ``make screenshots``."""
    parser.addoption("--take-screenshots", action="store_true", help="Write the pictures of docs/screenshots anew.")


@pytest.fixture(autouse=True, scope="session")
def _only_this_machine() -> Iterator[None]:
    """Refuse every connection that leaves this machine."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host not in {"127.0.0.1", "localhost", "::1"}:
            raise NetworkForbiddenError(f"Tests may not reach {address}.")
        connect(self, address)

    socket.socket.connect = connect_here
    yield
    socket.socket.connect = connect


@pytest.fixture(autouse=True)
def _cold_caches() -> None:
    """Begin every test with empty caches, as the database is empty too."""
    cache.clear()
    Site.clear_site_root_paths_cache()


@pytest.fixture
def migrated_database(db: None) -> None:
    """A database as the migrations leave it, whatever a test before has flushed."""
    restore_what_migrations_leave()


@pytest.fixture
def demo_site(migrated_database: None) -> None:
    """The demo site with its real content in the test's database."""
    call_command("load_demo", verbosity=0, stdout=io.StringIO())


def restore_what_migrations_leave() -> None:
    """Make the roots Wagtail's migrations leave, which a test that flushes the database has taken away."""
    Locale.objects.get_or_create(language_code="ru")
    if not Page.objects.exists():
        Page.add_root(instance=Page(title="Root", slug="root"))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
