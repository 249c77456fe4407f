"""Nothing below a page that visitors may not enter is public, and a section is no more public than its article."""

import re

import pytest
from wagtail.models import PageViewRestriction, Site

from exports.models import ExportCase, ExportsIndexPage, TradeEvent
from industries.enterprise_card import EnterpriseCard
from industries.mentions.keeping import keep_all_texts
from industries.models import (
    Enterprise,
    EnterpriseIndexPage,
    Industry,
    IndustryIndexPage,
    IndustryPage,
    Market,
)
from media.public_pages import open_pages
from portal.core.models import SectionPage
from portal.figures.models import Figure, FiguresIndexPage
from technopolis.models import Site as ZoneSite
from technopolis.models import TechnopolisPage

CALCULATION = "profit=1000&start_year=2026&years=1"


@pytest.fixture
def site(shared_demo_site, db):
    return Site.objects.get(is_default_site=True)


def below_directory():
    first, second = Enterprise.objects.shown()[:2]
    faces = [f"/enterprises/{face}/" for face in ("csv", "xlsx", "json", "geojson", "feed", "suggest/?q=мик")]
    compared = f"/enterprises/compare/?id={first.slug}&id={second.slug}"
    return [f"/enterprises/{first.slug}/", compared, *faces]


def below_zone():
    parts = ("benefits/", "compare/", "enquiries/", f"calculator/?{CALCULATION}", f"calculator/xlsx/?{CALCULATION}")
    return [ZoneSite.objects.live()[0].get_absolute_url(), *(f"/technopolis/{part}" for part in parts)]


def below_exports():
    market, event = Market.objects.current()[0], TradeEvent.objects.live()[0]
    faces = [f"/exports/cases/{face}" for face in ("", "csv/", "xlsx/", "json/", "feed/")]
    records = [f"/exports/markets/{market.slug}/", f"/exports/events/{event.slug}/"]
    return [ExportCase.objects.live()[0].get_absolute_url(), *records, *faces]


def below_figures():
    slug = Figure.objects.live()[0].slug
    return [f"/figures/{slug}/", f"/figures/{slug}/json/", f"/figures/{slug}/csv/", "/figures/csv/"]


def below_industries():
    written = IndustryPage.objects.live()[0].industry
    other = Industry.objects.current().exclude(pages__live=True)[0]
    return [f"/industries/{industry.slug}/" for industry in (written, other)]


ENTRANCES = [
    (EnterpriseIndexPage, below_directory),
    (TechnopolisPage, below_zone),
    (ExportsIndexPage, below_exports),
    (FiguresIndexPage, below_figures),
    (IndustryIndexPage, below_industries),
]


def statuses(client, addresses):
    return {client.get(address).status_code for address in addresses}


def sitemap(client, start):
    return re.findall(rf"<loc>http://[^/]+({start}[^<]*)</loc>", client.get("/sitemap.xml").content.decode())


@pytest.mark.parametrize(("model", "below"), ENTRANCES)
def test_nothing_answers_below_an_entrance_that_is_not_published(site, client, model, below):
    addresses, start = below(), f"/{model.address}/"
    assert statuses(client, addresses) == {200}
    model.objects.get().unpublish()
    assert statuses(client, addresses) == {404}
    assert sitemap(client, start) == []


@pytest.mark.parametrize(("model", "below"), ENTRANCES[:4])
def test_nothing_answers_below_an_entrance_that_is_not_for_everybody(site, client, model, below):
    PageViewRestriction.objects.create(page=model.objects.get(), restriction_type="login")
    assert statuses(client, below()) == {404}
    assert sitemap(client, f"/{model.address}/") == []


def images(client):
    return re.findall(r"<image:loc>", client.get("/sitemap-images.xml").content.decode())


def anchors(client, address):
    return re.findall(r'href="/#[^"]+"', client.get(address).content.decode())


def places(client, figure):
    return {place.url for place in client.get(f"/figures/{figure.slug}/").context["places"]}


def test_sections_of_an_article_that_is_not_published_are_nowhere(site, client):
    keep_all_texts()
    sections = {page.url for page in open_pages().type(SectionPage)}
    figure = next(figure for figure in Figure.objects.live() if places(client, figure) & sections)
    mentioned = next(
        enterprise
        for enterprise in Enterprise.objects.shown()
        if any(group.label == "Статья" for group in EnterpriseCard(enterprise).mentions)
    )
    shown_before = len(images(client))
    site.root_page.specific.unpublish()
    assert client.get("/").status_code == 404
    assert not open_pages().type(SectionPage).exists()
    assert places(client, figure) & sections == set()
    assert anchors(client, "/photos/") + anchors(client, f"/enterprises/{mentioned.slug}/") == []
    assert len(images(client)) < shown_before
    assert "<loc>http://testserver/</loc>" not in client.get("/sitemap-images.xml").content.decode()


def test_a_section_that_is_not_for_everybody_is_not_in_the_article(site, client):
    section = open_pages().type(SectionPage).first().specific
    assert f'id="{section.effective_anchor}"' in client.get("/").content.decode()
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    assert f'id="{section.effective_anchor}"' not in client.get("/").content.decode()


def test_open_pages_are_read_with_one_query(site, django_assert_num_queries):
    article = site.root_page
    PageViewRestriction.objects.create(page=IndustryIndexPage.objects.get(), restriction_type="login")
    with django_assert_num_queries(1):
        paths = set(open_pages().values_list("path", flat=True))
    public = {page.path for page in article.get_descendants(inclusive=True).live().public()}
    assert {path for path in paths if path.startswith(article.path)} == public
