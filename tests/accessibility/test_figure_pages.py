"""The pages of figures and sources break no rule of accessibility, fit a narrow window and are valid."""

import urllib.request

import pytest

from tests.accessibility.axe import install_axe, violations
from tests.accessibility.test_layout import NARROW, OVERFLOW
from tests.accessibility.test_valid_html import problems

pytestmark = pytest.mark.browser

PAGES = ["/figures/", "/figures/sez-area/", "/figures/changes/", "/sources/", "/figures/sez-area/embed/?on=2024-11-01"]


@pytest.mark.parametrize(("theme", "width"), [("light", 360), ("dark", 1440)])
def test_a_page_of_figures_has_no_violation(page, demo_server, theme, width):
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    install_axe(page)
    found = {}
    for path in PAGES:
        page.goto(demo_server.url + path)
        found[path] = violations(page)
    assert found == {path: [] for path in PAGES}


def test_no_page_of_figures_scrolls_sideways(page, demo_server):
    page.set_viewport_size({"width": NARROW, "height": 640})
    found = {}
    for path in PAGES:
        page.goto(demo_server.url + path)
        page.evaluate("() => document.querySelectorAll('details').forEach((element) => { element.open = true; })")
        found[path] = page.evaluate(OVERFLOW)["scrolls"]
    assert found == dict.fromkeys(PAGES, False)


@pytest.mark.parametrize("path", ["/figures/sez-area/", "/figures/?topic=zone"])
def test_a_page_of_figures_is_valid(demo_server, tmp_path, path):
    with urllib.request.urlopen(demo_server.url + path) as response:
        assert problems(response.read().decode(), tmp_path) == []
