"""Fixtures of tests that look at the site from outside: a served demo site and a browser on it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.server.demo_server import DemoServer, build_demo, copy_demo, serve

ROOT = Path(__file__).resolve().parent.parent
DEMO_PASSWORD = "domna-prokat-1147"
CHROMIUM_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Start the system's Chromium, which can reach this machine only."""
    path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    return {**browser_type_launch_args, "executable_path": path, "args": CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    """Browse in Russian."""
    return {**browser_context_args, "locale": "ru-RU", "timezone_id": "Europe/Moscow"}


@pytest.fixture(scope="session")
def built_demo(demo_folder: Path) -> Path:
    """The demo site as a newcomer gets it: built once for all workers, never changed."""
    return build_demo(demo_folder)


@pytest.fixture(scope="session")
def demo_server(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoServer]:
    """The demo site, served for tests that only read."""
    with serve(copy_demo(built_demo, tmp_path_factory.mktemp("reading") / "site")) as server:
        yield server


@pytest.fixture
def editing_server(built_demo: Path, tmp_path: Path) -> Iterator[DemoServer]:
    """A demo site of its own for a test that edits."""
    with serve(copy_demo(built_demo, tmp_path / "site")) as server:
        yield server


@pytest.fixture
def sign_in(page: Page) -> Callable[[DemoServer, str], Page]:
    """Sign the browser in as one of the demo logins, whoever was signed in; return its page on the admin's home."""

    def sign_in_as(server: DemoServer, username: str) -> Page:
        page.wait_for_load_state("networkidle")  # a late answer would bring the former person's cookies back
        page.context.clear_cookies()
        page.goto(f"{server.url}/admin/login/")
        page.locator("input[name=login]").fill(username)
        page.locator("input[name=password]").fill(DEMO_PASSWORD)
        page.get_by_role("button", name="Войти").click()
        page.wait_for_url(f"{server.url}/admin/")
        return page

    return sign_in_as
