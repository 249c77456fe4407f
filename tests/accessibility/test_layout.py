"""The article fits a narrow or magnified window and can be walked through with the keyboard."""

import pytest

pytestmark = pytest.mark.browser

NARROW = 320
FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1 && element.checkVisibility())
    .filter((element) => !element.closest(".visually-hidden, svg, [data-scrolls]"))
    .map((element) => `${element.tagName}.${element.className}`);
  return {scrolls: document.documentElement.scrollWidth > width, wide};
}"""

FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const covered = [];
  for (const [x, y] of [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5]]) {
    const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    covered.push(!(top && (top === element || element.contains(top) || top.contains(element))));
  }
  const style = getComputedStyle(element);
  return {
    name: `${element.tagName} ${element.textContent.trim().slice(0, 40)}`,
    inView: box.top >= 0 && box.bottom <= innerHeight,
    covered: covered.every(Boolean),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


@pytest.mark.parametrize(
    ("width", "height", "text_percent"), [(NARROW, 640, 100), (360, 800, 100), (640, 360, 100), (1440, 900, 200)]
)
def test_nothing_scrolls_sideways(page, demo_server, width, height, text_percent):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(demo_server.url)
    page.evaluate("(percent) => { document.documentElement.style.fontSize = `${percent}%`; }", text_percent)
    found = page.evaluate(OVERFLOW)
    assert (found["scrolls"], found["wide"]) == (False, [])


@pytest.mark.parametrize(("width", "height"), [(NARROW, 640), (1440, 900)])
def test_the_focus_is_always_seen_on_a_walk_through_the_article(page, demo_server, width, height):
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(demo_server.url)
    expected = page.locator(FOCUSABLE).locator("visible=true").count()
    visited = walk(page, "Tab", expected)
    backwards = walk(page, "Shift+Tab", expected - 1)
    hidden = [stop for stop in visited + backwards if not stop["inView"] or stop["covered"] or not stop["outlined"]]
    assert hidden == []
    assert len(visited) == expected


def walk(page, key, steps):
    """Press ``key`` for ``steps`` stops at most; return what was focused each time."""
    stops = []
    for _ in range(steps):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize(("width", "height"), [(NARROW, 640), (1440, 900)])
def test_the_menu_leads_to_headings_that_stand_in_view(page, demo_server, width, height):
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(demo_server.url)
    links = page.locator("[data-navigation] a")
    labels = links.all_inner_texts()
    assert [label.replace("\N{NO-BREAK SPACE}", " ").strip().casefold() for label in labels] == [
        "цифры",
        "отрасли-лидеры",
        "точка роста в оэз",
    ]
    for position in range(len(labels)):
        link = links.nth(position)
        link.focus()
        page.keyboard.press("Enter")
        heading = page.locator(f"[id='{link.get_attribute('href')[1:]}'] h2")
        page.wait_for_function("(link) => link.getAttribute('aria-current') === 'true'", arg=link.element_handle())
        box, header = heading.bounding_box(), page.locator("[data-header]").bounding_box()
        top_of_view = header["y"] + header["height"] if header["y"] <= 0 < header["y"] + header["height"] else 0
        assert top_of_view <= box["y"] < height


def test_the_article_reads_without_scripts_and_styles(browser, demo_server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    page.goto(demo_server.url)
    assert page.locator("main h2").count() == 9
    assert page.locator("main h2:visible").count() == 9
    context.close()


def test_the_skip_link_comes_first_and_leads_to_the_article(page, demo_server):
    page.goto(demo_server.url)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent.trim()") == "К содержанию"
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "content"
