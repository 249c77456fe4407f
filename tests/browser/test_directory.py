"""The directory in a browser: a sheet of filters on a phone, without scripts, no violation in any view."""

import re

import pytest
from playwright.sync_api import expect

from tests.accessibility.axe import install_axe, violations

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 800}


def test_filters_on_a_phone_are_a_sheet_with_a_live_count(page, demo_server):
    page.set_viewport_size(PHONE)
    page.goto(f"{demo_server.url}/enterprises/")
    whole = page.locator("[data-listing-count]").text_content()
    page.get_by_role("button", name="Фильтры").click()
    page.get_by_label("Фармацевтика и биотехнологии").check()
    expect(page.locator("[data-listing-count]")).not_to_have_text(whole)
    expect(page).to_have_url(re.compile(r"\?industry=pharma$"))
    page.locator("[data-listing-apply]").click()
    expect(page.get_by_label("Фармацевтика и биотехнологии")).to_be_hidden()
    page.go_back()
    expect(page.locator("[data-listing-status]")).to_contain_text(whole)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_filters_work_without_scripts(browser, demo_server):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{demo_server.url}/enterprises/")
    page.get_by_role("button", name="Фильтры").click()
    page.get_by_label("Фармацевтика и биотехнологии").check()
    page.get_by_role("button", name="Показать").click()
    expect(page).to_have_url(re.compile("industry=pharma"))
    expect(page.locator(".chip").first).to_contain_text("Фармацевтика")
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_no_page_of_the_directory_has_a_violation(page, demo_server, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    install_axe(page)
    found = {}
    for address in (
        "enterprises/", "enterprises/?view=table", "enterprises/?view=map", "enterprises/renera/",
        "enterprises/compare/?id=mikron&id=niime", "industries/", "industries/pharma/",
    ):  # fmt: skip
        page.goto(f"{demo_server.url}/{address}")
        found[address] = violations(page)
    assert {address: lines for address, lines in found.items() if lines} == {}
