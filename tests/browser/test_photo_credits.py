"""Every picture on every public page has a credit a visitor can see: on a telephone, on a desktop, on paper."""

import re
import urllib.request
from urllib.parse import urlsplit

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from media.pictures import Picture
from tests.accessibility.axe import install_axe, violations
from tests.accessibility.test_valid_html import problems
from tests.crawler import PageReader, page_text, public_pages, shape_of
from tests.server.demo_server import copy_demo, run_command, serve

pytestmark = pytest.mark.browser

UNCREDITED = """() => [...document.images].filter((image) => image.checkVisibility()).filter((image) => {
  const credit = image.closest("figure.photo")?.querySelector(".photo__credit");
  const box = credit?.getBoundingClientRect();
  return !(box && box.width > 0 && box.height > 0 && credit.textContent.trim()
    && credit.checkVisibility({opacityProperty: true, visibilityProperty: true}));
}).map((image) => image.src)"""
WAYS_OF_LOOKING = [(360, "screen"), (1440, "screen"), (794, "print")]


@pytest.fixture(scope="module")
def pictured_server(built_demo, tmp_path_factory):
    """The demo site with a photo in every field of its models that can hold one."""
    folder = copy_demo(built_demo, tmp_path_factory.mktemp("pictured") / "site")
    run_command(folder, "shell", "-c", "from tests.server.pictured import fill_places; fill_places()")
    with serve(folder) as server:
        yield server


@pytest.fixture(scope="module")
def pages(pictured_server):
    """Every page of the map of the site and what links lead to: address → the pictures with their credits."""
    found = {address: reader.pictures for address, reader in public_pages(f"{pictured_server.url}/")}
    with urllib.request.urlopen(f"{pictured_server.url}/sitemap.xml") as response:
        paths = [urlsplit(address).path for address in re.findall(r"<loc>(.*?)</loc>", response.read().decode())]
    for address in (pictured_server.url + path for path in paths):
        if address not in found:
            found[address] = PageReader(page_text(address)).pictures
    return found


@pytest.fixture(scope="module")
def pages_with_pictures(pages):
    """Those of the pages that show pictures."""
    return {address: pictures for address, pictures in pages.items() if pictures}


def test_every_picture_stands_in_a_figure_with_its_credit(pages, pages_with_pictures):
    assert len(pages) > 150
    assert sum(map(len, pages_with_pictures.values())) > 40
    bare = {
        address: [src for src, credit in pictures if not credit] for address, pictures in pages_with_pictures.items()
    }
    assert {address: sources for address, sources in bare.items() if sources} == {}


def test_every_kind_of_page_and_record_is_among_those_with_pictures(pages_with_pictures):
    assert {shape_of(address)[:2] for address in pages_with_pictures} >= {
        ("", 0), ("photos", 1), ("enterprises", 2), ("industries", 2), ("exports", 3), ("technopolis", 2)
    }  # fmt: skip


def test_every_credit_can_be_seen_on_a_telephone_on_a_desktop_and_on_paper(page, pages_with_pictures):
    unseen = []
    for address in pages_with_pictures:
        page.goto(address)
        for width, media in WAYS_OF_LOOKING:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(media=media)
            unseen += [(address, width, source) for source in page.evaluate(UNCREDITED)]
    assert unseen == []


@pytest.mark.parametrize(("width", "theme"), [(360, "light"), (1440, "dark")])
def test_the_page_of_credits_has_no_violation(page, demo_server, width, theme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    install_axe(page)
    page.goto(f"{demo_server.url}/photos/")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert violations(page) == []


def test_the_page_of_credits_is_valid(demo_server, tmp_path):
    with urllib.request.urlopen(f"{demo_server.url}/photos/?author=%D0%AF") as response:
        assert problems(response.read().decode(), tmp_path) == []


def test_a_placeholder_takes_the_room_of_its_picture(page, demo_server):
    with urllib.request.urlopen(demo_server.url) as response:
        text = response.read().decode()
    opening = text.index("<figure", text.index("sheet__plate") - 400)
    shown = text[opening : text.index("</figure>", opening) + len("</figure>")]
    with translation.override("ru"):
        picture = Picture(width=1600, height=1000)
        blank = render_to_string("media/components/photo.html", {"picture": picture, "css_class": "sheet__plate"})
    assert sizes_of_the_picture(page, demo_server, text) == sizes_of_the_picture(
        page, demo_server, text.replace(shown, blank)
    )


def sizes_of_the_picture(page, server, body):
    """Return how large the first picture of an article with this content is, at three widths."""
    page.route(f"{server.url}/", lambda route: route.fulfill(body=body, content_type="text/html"))
    sizes = []
    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{server.url}/")
        box = page.locator(".sheet__plate :is(.photo__image, .photo__placeholder)").first.bounding_box()
        sizes.append((round(box["width"]), round(box["height"])))
    return sizes
