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
    expect(page.get_by_role("button", name="Фильтры")).to_have_text(re.compile(r"^\s*Фильтры\s+1\s*$"))
    page.go_back()
    expect(page.locator("[data-listing-status]")).to_contain_text(whole)
    expect(page.get_by_role("button", name="Фильтры")).to_have_text(re.compile(r"^\s*Фильтры\s*$"))
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
        "enterprises/", "enterprises/?view=table", "enterprises/?view=map", "enterprises/?view=map&okrug=zelao",
        "enterprises/renera/", "enterprises/mikron/",
        "enterprises/compare/?id=mikron&id=niime", "industries/", "industries/pharma/", "industries/services/",
    ):  # fmt: skip
        page.goto(f"{demo_server.url}/{address}")
        found[address] = violations(page)
    assert {address: lines for address, lines in found.items() if lines} == {}


def test_a_number_on_the_map_is_pressed_by_keyboard_and_keeps_the_focus(page, demo_server):
    page.goto(f"{demo_server.url}/enterprises/?view=map")
    number = page.locator(".place-map__label[aria-label^='ЗелАО']")
    found = number.get_attribute("aria-label").split()[-1]
    number.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-listing-status] strong")).to_have_text(found)
    expect(page).to_have_url(re.compile("okrug=zelao"))
    chosen = page.locator(".place-map__label[aria-label$='убрать из фильтра']")
    expect(chosen).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("okrug=zelao"))


def test_the_map_works_without_scripts_on_the_narrowest_screen(browser, demo_server):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{demo_server.url}/enterprises/?view=map")
    promised = page.locator(".zone-map__marker[aria-label^='Алабушево']").get_attribute("aria-label").split()[-1]
    page.locator(".zone-map__marker[aria-label^='Алабушево']").click()
    expect(page.locator("[data-listing-status] strong")).to_have_text(promised)
    expect(page.locator(".place-list__place[aria-current]").first).to_contain_text("Алабушево")
    context.close()


def test_a_longer_page_is_one_click_away_and_back_returns(page, demo_server):
    page.set_viewport_size(PHONE)
    page.goto(f"{demo_server.url}/enterprises/")
    rows = page.locator(".enterprise-row")
    expect(rows).to_have_count(24)
    page.get_by_role("navigation", name="Строк на странице").get_by_role("link", name="96").click()
    expect(rows).to_have_count(92)
    page.go_back()
    expect(rows).to_have_count(24)
