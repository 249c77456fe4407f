"""No live page has a number that no record answers for."""

import re

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page

from portal.figures.bare_numbers import bare_numbers, bare_numbers_of

# Everything that is exempt, in one place. Years, dates, «№ 2», «3е», laws and telephones are exempt by their writing
# (portal.figures.bare_numbers.EXEMPT); an element is exempt by what it says of itself in ``data-number``:
MARKS = {
    "figure": "shows a figure, or a value of one",
    "record": "shows what a record with a source of its own states",
    "count": "counts what the portal lists: records, pages, sheets, the place in a list",
    "source": "names a publication: its title is its own",
}
# What a machine reads, drawings whose numbers their tables repeat, dates, fields to fill; names with digits, and how
# long the form of an enquiry keeps what is sent.
NOT_TEXT = ["head", "script", "style", "svg", "time", "input", "select"]
NAMES = [r"ГОСТ Р 7\.0\.5–2008", "Москва 24", r"через 180 дней"]
NOT_IN_THE_SITEMAP = [
    "/figures/changes/", "/figures/sez-area/embed/", "/figures/sez-area/embed/?on=2024-11-01",
    "/enterprises/?view=table", "/enterprises/?view=map", "/enterprises/?q=завод&page=2",
    "/enterprises/compare/?id=mikron&id=elta",
]  # fmt: skip
LARGEST = {"section", "main", "header", "h1"}


def numbers_outside_marks(html):
    """Return the bare numbers of a page's text outside the elements that say what their number is."""
    page = BeautifulSoup(html, "html.parser")
    for element in page.select(", ".join([*NOT_TEXT, "[data-number]"])):
        element.decompose()
    text = page.get_text(" ")
    for name in NAMES:
        text = re.sub(name, "", text)
    return bare_numbers(text)


def addresses_of(client):
    """Return the address of every page and record in the sitemap, and of lists and tools that are not in it."""
    found = re.findall(r"<loc>https?://[^/]+([^<]*)</loc>", client.get("/sitemap.xml").content.decode())
    return [*found, *NOT_IN_THE_SITEMAP]


@pytest.fixture
def pages(shared_demo_site, db, client):
    responses = {address: client.get(address) for address in addresses_of(client)}
    assert [address for address, response in responses.items() if response.status_code != 200] == []
    return {address: response.content.decode() for address, response in responses.items()}


def test_no_live_page_has_a_number_outside_figures_records_and_counts(pages):
    assert len(pages) > 150
    found = {address: numbers for address, html in pages.items() if (numbers := numbers_outside_marks(html))}
    assert found == {}
    for address, html in pages.items():
        marked = BeautifulSoup(html, "html.parser").select("[data-number]")
        assert {element["data-number"] for element in marked} <= set(MARKS), address
        assert [element.name for element in marked if element.name in LARGEST or element.find(LARGEST)] == [], address


@pytest.mark.parametrize(
    ("html", "numbers"),
    [
        ("<main><p>Нас 755 000, с 2022 года.</p></main>", ["755 000"]),
        ("<main><p>Нас <data data-number='figure'>755 000</data>.</p></main>", []),
        ("<main><section data-number='record'><p>8</p></section><p>9 %</p></main>", ["9 %"]),
    ],
)
def test_a_number_typed_into_a_page_would_be_found(html, numbers):
    assert numbers_outside_marks(html) == numbers


def test_no_live_page_has_a_number_in_its_own_text(shared_demo_site, db):
    pages = [page.specific for page in Page.objects.live().filter(depth__gt=1)]
    assert len(pages) > 15
    assert {page.slug: numbers for page in pages if (numbers := bare_numbers_of(page))} == {}
