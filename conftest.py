"""Fixtures every test may use: the demo site, a browser on it, no network."""

import os
import socket
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.core.management import call_command
from wagtail.models import Site

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class NetworkForbiddenError(RuntimeError):
    """A test tried to reach another machine."""


def pytest_addoption(parser: pytest.Parser) -> None:
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
def demo_site(db: None) -> None:
    """The demo site with its real content in the test's database."""
    call_command("load_demo", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115, PTH123


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Start the system's Chromium."""
    path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    return {**browser_type_launch_args, "executable_path": path, "args": CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    """Browse in Russian."""
    return {**browser_context_args, "locale": "ru-RU", "timezone_id": "Europe/Moscow"}


@pytest.fixture
def sign_in(page, live_server, settings) -> Callable[[str], None]:
    """Sign the browser's page in as one of the demo logins."""

    def sign_in_as(username: str) -> None:
        page.goto(f"{live_server.url}/admin/login/")
        page.locator("input[name=login], input[name=username]").first.fill(username)
        page.locator("input[name=password]").fill(settings.DEMO_PASSWORD)
        page.locator("button[type=submit]").first.click()
        page.wait_for_url(f"{live_server.url}/admin/**")

    return sign_in_as
