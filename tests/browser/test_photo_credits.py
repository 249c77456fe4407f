"""Every picture on every public page has a credit a visitor can see: on a telephone, on a desktop, on paper."""

import urllib.request

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from media.pictures import Picture
from tests.accessibility.axe import install_axe, violations
from tests.accessibility.test_valid_html import problems
from tests.crawler import public_pages, shape_of

pytestmark = pytest.mark.browser

UNCREDITED = """() => [...document.images].filter((image) => image.checkVisibility()).filter((image) => {
  const credit = image.closest("figure.photo")?.querySelector(".photo__credit");
  const box = credit?.getBoundingClientRect();
  return !(box && box.width > 0 && box.height > 0 && credit.textContent.trim()
    && credit.checkVisibility({opacityProperty: true, visibilityProperty: true}));
}).map((image) => image.src)"""
WAYS_OF_LOOKING = [(360, "screen"), (1440, "screen"), (794, "print")]


@pytest.fixture(scope="module")
def pages_with_pictures(demo_server):
    """The public pages that show pictures: address → the pictures with their credits."""
    found = {address: reader.pictures for address, reader in public_pages(f"{demo_server.url}/")}
    assert len(found) > 1
    return {address: pictures for address, pictures in found.items() if pictures}


def test_every_picture_stands_in_a_figure_with_its_credit(pages_with_pictures):
    assert sum(map(len, pages_with_pictures.values())) > 30
    bare = {
        address: [src for src, credit in pictures if not credit] for address, pictures in pages_with_pictures.items()
    }
    assert {address: sources for address, sources in bare.items() if sources} == {}


def test_every_credit_can_be_seen_on_a_telephone_on_a_desktop_and_on_paper(page, pages_with_pictures):
    kinds = {shape_of(address): address for address in reversed(pages_with_pictures)}
    for address in kinds.values():
        page.goto(address)
        for width, media in WAYS_OF_LOOKING:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(media=media)
            assert (address, width, page.evaluate(UNCREDITED)) == (address, width, [])


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
