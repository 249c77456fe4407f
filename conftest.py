"""Fixtures every test may use: cold caches, the demo site's content, no network."""

import io
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from wagtail.models import Collection, Locale, Page, Site

from media.tests.public_files import telling_files
from tests.server.demo_content import copied_demo
from tests.server.demo_server import load_demo
from tests.server.migrated_database import copy_migrated_database

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


DATABASE_FIXTURES = frozenset({"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback"})


def uses_database(item: pytest.Item) -> bool:
    """Tell whether a test asks for the database, by its mark or by a fixture."""
    return item.get_closest_marker("django_db") is not None or bool(
        DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
    )


def is_same_everywhere(item: pytest.Item) -> bool:
    """Tell whether a test says so, or looks at the pages of the demo and is none of the demo's own."""
    if item.get_closest_marker("same_on_every_database") is not None:
        return True
    return "shared_demo_site" in getattr(item, "fixturenames", ()) and "demo" not in item.path.parts


class NetworkForbiddenError(RuntimeError):
    """A test tried to reach another machine."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch of ``make screenshots``."""
    parser.addoption("--take-screenshots", action="store_true", help="Write the pictures of docs/screenshots anew.")
    parser.addoption("--only-database", action="store_true", help="Leave out the tests that use no database.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With ``--only-database`` keep the tests that could go another way on another database.

    What the demo shows does not depend on it; that the demo loads does, and the loader's tests say so.
    """
    if not config.getoption("--only-database"):
        return
    kept = [item for item in items if uses_database(item) and not is_same_everywhere(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


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


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool, django_db_modify_db_settings: None) -> bool:
    """Begin on SQLite with a copy of the migrated database and have Django take it as it is."""
    if connection.vendor != "sqlite":
        return django_db_keepdb
    copy_migrated_database(Path(connection.settings_dict["TEST"]["NAME"]))
    return True


@pytest.fixture(autouse=True, scope="session")
def _public_files_tell_nothing() -> Iterator[None]:
    """After all tests read every public file they have left: none tells of a place, a camera or an earlier picture."""
    yield
    telling = telling_files(settings.MEDIA_ROOT)
    if telling:
        pytest.fail(f"These public files tell too much: {telling}")


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


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo site is loaded once for all test processes; a run of several suites names one for them all."""
    if "TEST_DEMO_FOLDER" in os.environ:
        return Path(os.environ["TEST_DEMO_FOLDER"])
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demo"


@pytest.fixture(scope="module")
def shared_demo_site(django_db_setup: None, django_db_blocker: Any, demo_folder: Path) -> Iterator[None]:
    """The demo site loaded once for a module whose tests all run in transactions; each sees it as it was loaded."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            with copied_demo(load_demo(demo_folder)):
                yield
        else:
            with transaction.atomic():
                restore_what_migrations_leave()
                call_command("load_demo", verbosity=0, stdout=io.StringIO())
                yield
                transaction.set_rollback(True)


def restore_what_migrations_leave() -> None:
    """Make the roots Wagtail's migrations leave, which a test that flushes the database has taken away."""
    Locale.objects.get_or_create(language_code="ru")
    if not Page.objects.exists():
        Page.add_root(instance=Page(title="Root", slug="root"))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
