"""Pages about exports break no rule of accessibility; their map is legible on a phone, in the dark, on paper."""

import pytest

from tests.accessibility.axe import install_axe, violations

pytestmark = pytest.mark.browser

PAGES = [
    "/exports/",
    "/exports/markets/china/",
    "/exports/cases/",
    "/exports/cases/ochakovo-drinks-uae/",
    "/exports/events/innoprom-saudi-arabia-2026/",
]
DRESSES = [("light", 360), ("dark", 1440)]
MARKERS = """() => [...document.querySelectorAll(".export-map__marker circle")]
  .map((circle) => circle.getBoundingClientRect()).filter((box) => box.width)
  .map((box) => Math.round(box.width))"""


@pytest.fixture
def dress(page):
    """Put the page into a theme, a width and a medium, with axe at hand."""

    def put_on(theme, width, media="screen"):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce", media=media)
        page.set_viewport_size({"width": width, "height": 900})
        return page

    install_axe(page)
    return put_on


def test_no_page_breaks_a_rule_or_scrolls_sideways(dress, demo_server):
    found = {}
    for theme, width in DRESSES:
        page = dress(theme, width)
        for path in PAGES:
            page.goto(demo_server.url + path)
            found[path, theme] = violations(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
    assert {place: problems for place, problems in found.items() if problems} == {}


def test_the_map_is_legible_on_a_phone_on_a_desk_and_on_paper(dress, demo_server):
    page = dress("dark", 360)
    page.goto(f"{demo_server.url}/exports/")
    for theme, width, media, frame in (
        ("light", 360, "screen", "close"),
        ("dark", 360, "screen", "close"),
        ("light", 1440, "screen", "wide"),
        ("light", 700, "print", "close"),
    ):
        dress(theme, width, media)
        assert page.locator(f".export-map__frame--{frame}").is_visible()
        assert page.locator(".export-map__frame").locator("visible=true").count() == 1
        sizes = page.evaluate(MARKERS)
        assert len(sizes) == 17
        assert min(sizes) >= 24, (theme, width, media)


def test_each_marker_is_reached_with_the_keyboard_and_leads_to_its_market(dress, demo_server):
    page = dress("light", 1440)
    page.goto(f"{demo_server.url}/exports/")
    marker = page.locator(".export-map__frame--wide .export-map__marker").first
    marker.focus()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("1. Саудовская Аравия")
    page.keyboard.press("Enter")
    page.wait_for_url("**/exports/markets/saudi-arabia/")


def test_lines_are_drawn_at_once_where_movement_is_unwelcome(dress, demo_server):
    page = dress("light", 1440)
    page.goto(f"{demo_server.url}/exports/")
    name = "getComputedStyle(document.querySelector('.export-map__line')).animationName"
    assert page.evaluate(name) == "none"
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(name) == "export-map-draw"
