"""The zone's pages look as they did: three widths, both themes, held against kept pictures.

``pytest --take-screenshots tests/browser/test_zone_pictures.py`` keeps new ones after a wanted change.
"""

import re

import pytest

from tests.browser.pictures import difference, keep_picture, kept_picture, small_picture
from tests.server.demo_server import copy_demo, serve

pytestmark = pytest.mark.browser

QUESTION = "profit=100000000&property_value=200000000&land_value=50000000&start_year=2026&years=10"
PAGES = {
    "zone": "/technopolis/",
    "site": "/technopolis/rudnevo/",
    "compare": "/technopolis/compare/?site=rudnevo&site=miet",
    "calculator": f"/technopolis/calculator/?{QUESTION}",
    "benefits": "/technopolis/benefits/",
    "enquiry": "/technopolis/enquiries/?site=miet",
}
LATE_FONTS = re.compile(r"font-display:\s*optional")
ADD_STYLE = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.fixture(scope="module")
def pictured_server(built_demo, tmp_path_factory):
    """The demo site on a fixed day: what falls due later would change the pictures."""
    folder = copy_demo(built_demo, tmp_path_factory.mktemp("pictured") / "site")
    with serve(folder, settings="tests.server.fixed_day_settings") as server:
        yield server


@pytest.fixture
def page(page):
    """A page that waits for its fonts: a late one is left to the next page, so that pictures would show either."""

    def have_fonts_waited_for(route):
        response = route.fetch(max_retries=3)  # a connection kept open may be closed by the server just now
        route.fulfill(response=response, body=LATE_FONTS.sub("font-display: block", response.text()))

    page.route("**/*.css", have_fonts_waited_for)
    return page


def picture_of(page, url, width, theme, style=""):
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(url, wait_until="networkidle")
    page.evaluate("() => document.fonts.ready")
    assert "optional" not in page.evaluate("[...document.fonts].map((font) => font.display)")
    if style:
        page.evaluate(ADD_STYLE, style)
    return small_picture(page.screenshot(full_page=True))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_pages_of_the_zone_look_as_they_did(page, pictured_server, request, width, theme):
    changed = {}
    for name, address in PAGES.items():
        kept_as = f"{name}-{width}-{theme}"
        picture = picture_of(page, pictured_server.url + address, width, theme)
        if request.config.getoption("--take-screenshots"):
            keep_picture(kept_as, picture)
        apart = difference(picture, kept_picture(kept_as))
        if apart.is_visible:
            changed[kept_as] = apart
    assert changed == {}


@pytest.mark.parametrize(
    "style",
    [
        ".zone-map { visibility: hidden }",
        ".site-card { display: none }",
        ".plans__site { background: var(--accent) }",
        ".button { margin-inline-start: 50% }",
    ],
)
def test_the_comparison_sees_what_a_reader_would(page, pictured_server, style):
    changed = picture_of(page, f"{pictured_server.url}/technopolis/", 1440, "light", style)
    assert difference(changed, kept_picture("zone-1440-light")).is_visible
