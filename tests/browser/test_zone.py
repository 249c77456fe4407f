"""The zone's pages in a browser: keyboard, narrow windows, accessibility, pictures laid over one another."""

import re

import pytest
from playwright.sync_api import expect

from tests.accessibility.axe import install_axe, violations

pytestmark = pytest.mark.browser

QUESTION = "profit=100000000&property_value=200000000&equipment=8000000&duty_percent=5&start_year=2026&years=10"
PAGES = [
    "/technopolis/",
    "/technopolis/rudnevo/",
    "/technopolis/compare/?site=rudnevo&site=miet",
    f"/technopolis/calculator/?{QUESTION}",
    "/technopolis/benefits/",
    "/technopolis/enquiries/?site=miet",
    "/technopolis/enquiries/AAAAAAAAAA/",
]


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_no_page_of_the_zone_breaks_a_rule_or_scrolls_sideways(page, demo_server, width, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    install_axe(page)
    for address in PAGES:
        page.goto(demo_server.url + address)
        assert violations(page) == [], address
        page.set_viewport_size({"width": min(width, 320) if width == 360 else width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        page.set_viewport_size({"width": width, "height": 900})


def test_the_ten_sites_are_reached_by_keyboard_and_marked_in_the_list(page, demo_server):
    page.goto(f"{demo_server.url}/technopolis/")
    page.locator(".zone-map__marker").first.focus()
    reached = []
    for _number in range(10):
        slug = page.evaluate("document.activeElement.dataset.site")
        assert "is-marked" in page.locator(f"#site-{slug}").get_attribute("class")
        reached.append(slug)
        page.keyboard.press("Tab")
    assert len(set(reached)) == 10
    page.locator(f".zone-map__marker[data-site={reached[0]}]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{demo_server.url}/technopolis/{reached[0]}/")


def test_a_number_pointed_at_marks_its_site_and_a_site_its_number(page, demo_server):
    page.goto(f"{demo_server.url}/technopolis/", wait_until="networkidle")
    marker, card = page.locator(".zone-map__marker[data-site=rudnevo]"), page.locator("#site-rudnevo")
    marker.hover()
    expect(card).to_have_class(re.compile("is-marked"))
    card.locator("a").hover()
    expect(marker).to_have_class(re.compile("is-marked"))
    page.mouse.move(0, 0)
    expect(marker).not_to_have_class(re.compile("is-marked"))


def test_a_mistake_stands_below_the_help_of_its_field_at_a_phone_s_width(page, demo_server):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(f"{demo_server.url}/technopolis/calculator/?profit=5&land_value=x&start_year=2026&years=1")
    help_box = page.locator("#id_land_value_helptext").bounding_box()
    mistake = page.locator("#id_land_value_error").bounding_box()
    assert help_box["y"] + help_box["height"] <= mistake["y"]


def test_two_pictures_are_compared_by_keyboard_and_keep_their_credits(page, demo_server):
    page.goto(demo_server.url)
    button = page.locator(".then-now__switch").first
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog.overlay")
    assert dialog.locator("figcaption").count() == 2
    assert all("Иллюстрация" in text for text in dialog.locator("figcaption").all_text_contents())
    before = dialog.locator("img").first.get_attribute("style")
    page.keyboard.press("ArrowRight")
    assert dialog.locator("img").first.get_attribute("style") != before
    assert [text.split(".")[0] for text in dialog.locator("figcaption").all_text_contents()] == ["Прежде", "Сейчас"]
    page.keyboard.press("Escape")
    assert dialog.count() == 0
    assert page.evaluate("document.activeElement.className") == button.get_attribute("class")
