"""What a visit to the article costs: bytes, requests, shifts of the layout, work for the server."""

import gzip
import re
import urllib.parse
import urllib.request
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser

KILOBYTE = 1024
SHIFTS = """
  window.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.layoutShift += entry.value;
  }).observe({type: "layout-shift", buffered: true});
"""
SCROLL_THROUGH = """async () => {
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
    scrollTo(0, top);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}"""
UNLOADED = """() => [...document.images]
  .filter((image) => !(image.complete && image.naturalWidth)).map((image) => image.currentSrc || image.src)"""


def visit(page, server, width, pixel_ratio=1):
    """Read the whole article and return the answers it took."""
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.add_init_script(SHIFTS)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server.url, wait_until="networkidle")
    page.evaluate(SCROLL_THROUGH)
    page.wait_for_load_state("networkidle")
    page.wait_for_function(f"() => ({UNLOADED})().length === 0")
    return answers


def weight(answers, kind):
    """Return the compressed size of all answers of a kind, in bytes."""
    return sum(len(gzip.compress(answer.body(), 6)) for answer in answers if answer.request.resource_type == kind)


def test_the_article_is_light(page, demo_server):
    answers = visit(page, demo_server, 1440)
    sizes = {kind: weight(answers, kind) / KILOBYTE for kind in ("document", "stylesheet", "script")}
    assert 2 < sizes["document"] <= 25
    assert 2 < sizes["stylesheet"] <= 20
    assert 0 < sizes["script"] <= 8


def test_the_fonts_are_light_and_two_are_preloaded(page, demo_server):
    page.goto(demo_server.url, wait_until="networkidle")
    preloaded = page.locator("link[rel=preload][as=font]").evaluate_all("(links) => links.map((link) => link.href)")
    assert len(preloaded) == 2
    sheets = page.locator("link[rel=stylesheet]").evaluate_all("(links) => links.map((link) => link.href)")
    fonts = {address for sheet in sheets for address in font_addresses(sheet)}
    assert set(preloaded) <= fonts
    assert sum(len(fetch(address)) for address in fonts) / KILOBYTE <= 130


def font_addresses(stylesheet):
    """Return the addresses of the fonts a stylesheet names."""
    text = fetch(stylesheet).decode()
    folder = stylesheet.rsplit("/", 1)[0]
    return {
        urllib.parse.urljoin(folder + "/", address) for address in re.findall(r"url\([\"']?([^\"')]+\.woff2)", text)
    }


def fetch(address):
    """Return the uncompressed body behind ``address``."""
    with urllib.request.urlopen(address) as response:
        return response.read()


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_moves_while_the_article_is_read(page, demo_server, width):
    visit(page, demo_server, width)
    assert page.evaluate("() => window.layoutShift") == 0


def test_nothing_moves_when_the_fonts_come_late(page, demo_server):
    late = []
    page.route("**/*.woff2", lambda route: late.append(route))
    page.add_init_script(SHIFTS)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(demo_server.url, wait_until="domcontentloaded")
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length > 0")
    for route in late:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.evaluate(SCROLL_THROUGH)
    assert len(late) >= 2
    assert page.evaluate("() => window.layoutShift") == 0


def test_a_visit_stays_on_this_site_and_every_answer_is_good(page, demo_server):
    answers = visit(page, demo_server, 1440)
    assert {urlsplit(answer.url).netloc for answer in answers} == {urlsplit(demo_server.url).netloc}
    assert [answer.url for answer in answers if answer.status >= 400] == []


def test_a_visit_breaks_no_policy_and_writes_no_error(page, demo_server):
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    visit(page, demo_server, 1440)
    assert said == []


@pytest.mark.parametrize("width", [360, 1440])
def test_a_visit_makes_no_picture(page, demo_server, width):
    before = demo_server.media_files
    visit(page, demo_server, width)
    assert demo_server.media_files == before
    assert any("images/" in name for name in before)
