"""The desk and the uploads break no rule of accessibility a machine can check, on a phone and on a desktop."""

import pytest

from tests.accessibility.axe import install_axe, violations
from tests.server.demo_server import copy_demo, run_command, serve

pytestmark = pytest.mark.browser

# What the framework draws around and within every screen of its admin.
SHELL = ".sidebar, .w-slim-header, h2[role=alert], .ui-autocomplete-input"
REPORTS = ("pages", "expiring", "no-alt", "holders", "journal", "files")
ONE_SHOOT = "from tests.server.shoot import load_shoot; load_shoot()"


@pytest.fixture(scope="module")
def desk(built_demo, tmp_path_factory):
    """The demo site with a shoot that waits."""
    folder = copy_demo(built_demo, tmp_path_factory.mktemp("desk") / "site")
    run_command(folder, "shell", "-c", ONE_SHOOT)
    with serve(folder) as server:
        yield server


@pytest.fixture(params=[360, 1440])
def sized_page(request, page):
    page.set_viewport_size({"width": request.param, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    install_axe(page)
    return page


def check(page, where):
    assert (where, violations(page, exclude=SHELL)) == (where, [])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), where


def test_no_screen_of_a_moderator_breaks_a_rule(sized_page, desk, sign_in):
    page = sign_in(desk, "moderator")
    for address in ("credits/", "credits/?credit_status=pending&conflict=no", "credits/holders/"):
        page.goto(f"{desk.url}/admin/{address}")
        check(page, address)
    for report in REPORTS:
        page.goto(f"{desk.url}/admin/credits/reports/{report}/")
        check(page, report)
    page.goto(f"{desk.url}/admin/credits/?credit_status=pending&q=съёмка")
    page.locator("#listing-results tbody tr").first.get_by_role("link").first.click()
    page.wait_for_selector(".desk-actions")
    check(page, "decision")


@pytest.mark.parametrize("kind", ["approve", "reject", "fill"])
def test_no_screen_of_an_action_on_many_breaks_a_rule(sized_page, desk, sign_in, kind):
    page = sign_in(desk, "moderator")
    page.goto(f"{desk.url}/admin/credits/?credit_status=pending&q=съёмка")
    page.locator("[data-desk-choose-all]").check()
    page.locator(f"button[name=kind][value={kind}]").click()
    page.wait_for_selector("[name=selection]", state="attached")
    check(page, kind)


def test_no_screen_of_uploads_breaks_a_rule(sized_page, desk, sign_in):
    page = sign_in(desk, "editor")
    for address in ("images/add/", "images/multiple/add/", "images/", "images/1/"):
        page.goto(f"{desk.url}/admin/{address}")
        check(page, address)
