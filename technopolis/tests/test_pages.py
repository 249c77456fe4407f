"""The zone's page, a site's page and the comparison: what they say, and in how many queries."""

import json
import re

import pytest
from django.core.cache import cache
from wagtail.models import Site as WebSite

from portal.figures.models import Source
from technopolis.models import Site, SiteFact, TechnopolisPage
from technopolis.site_parts import SiteEnterprise, SiteEnterprises

pytestmark = pytest.mark.django_db

ZONE_QUERIES = 24
SITE_QUERIES = 12
COMPARE_QUERIES = 7


@pytest.fixture
def pages(shared_demo_site, db, client, monkeypatch):
    """A client on the demo site, no directory registered: each test says who lives on the sites."""
    monkeypatch.setattr("technopolis.site_parts._readers", {})
    return client


def text_of(response):
    assert response.status_code == 200
    return response.content.decode()


def structured(html):
    return [json.loads(text) for text in re.findall(r'application/ld\+json">(.*?)</script>', html)]


def queries(django_assert_num_queries, expected, client, address):
    cache.clear()
    WebSite.clear_site_root_paths_cache()
    with django_assert_num_queries(expected):
        text_of(client.get(address))


def test_every_site_is_reached_from_the_map_by_its_number(pages):
    html = text_of(pages.get("/technopolis/"))
    links = re.findall(r'<a href="(/technopolis/[a-z-]+/)"\s+class="zone-map__marker"[^>]*aria-label="(\d+)\.', html)
    assert [int(number) for _, number in links] == list(range(1, 11))
    assert all(pages.get(address).status_code == 200 for address, _ in links)


def test_the_map_says_that_it_is_a_schematic(pages):
    words = "Схема, границы условны. Расположение площадок показано условно."
    assert words in text_of(pages.get("/technopolis/"))
    Site.objects.update(location_note="")
    assert "показано условно" not in text_of(pages.get("/technopolis/"))


def test_unknown_areas_say_so_and_old_ones_are_marked(pages):
    html = text_of(pages.get("/technopolis/"))
    assert html.count("нет данных") >= 5
    assert "историческое значение; размер по источнику 2013 года" in html


def test_without_boundaries_the_list_stays(pages, settings, tmp_path):
    settings.ZONE_BOUNDARIES = tmp_path / "absent.geojson"
    html = text_of(pages.get("/technopolis/"))
    assert "zone-map" not in html.split("</head>")[1]
    assert html.count('class="site-card"') == 10


def test_official_boundaries_take_the_place_of_the_schematic_by_their_file(pages, settings, tmp_path):
    square = [[[36, 55], [38, 55], [38, 56], [36, 56], [36, 55]]]
    geometry = {"type": "MultiPolygon", "coordinates": [square]}
    content = {"caption": "Границы официальные", "features": [{"properties": {"code": "ВАО"}, "geometry": geometry}]}
    settings.ZONE_BOUNDARIES = tmp_path / "official.geojson"
    settings.ZONE_BOUNDARIES.write_text(json.dumps(content))
    assert "Границы официальные" in text_of(pages.get("/technopolis/"))


def place_of(html):
    return next(one for one in structured(html) if one["@type"] == "Place")


def test_a_site_tells_machines_where_it_is(pages):
    Site.objects.filter(slug="mikron").update(location_note="")
    place = place_of(text_of(pages.get("/technopolis/mikron/")))
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": "56.00400", "longitude": "37.19000"}
    assert place["address"]["streetAddress"] == "1-й Западный проезд, 12, строение 1"
    assert place["containedInPlace"]["name"] == "Технополис Москва"


def test_a_rough_point_is_not_told_to_machines_as_exact(pages):
    assert "geo" not in place_of(text_of(pages.get("/technopolis/mikron/")))


UNCHECKED_PLAN = "к 2030 году\u00a0— свыше 550\u00a0тыс.\u00a0м² и 5,5\u00a0тыс. новых рабочих мест"


@pytest.mark.parametrize(
    "address", ["/technopolis/", "/technopolis/alabushevo/", "/technopolis/compare/?site=alabushevo&site=miet"]
)
def test_an_unchecked_plan_says_so_wherever_it_stands(pages, address):
    after = text_of(pages.get(address)).split(UNCHECKED_PLAN)[1]
    assert re.search(r"не проверено|</li>|</td>", after)[0] == "не проверено"


def test_an_unchecked_year_says_so_in_the_row_of_years(pages):
    years = text_of(pages.get("/technopolis/")).split('class="joining"')[1].split("</ol>")[0]
    marked = re.findall(r'href="/technopolis/([a-z-]+)/">[^<]*</a>\s*<span class="sourced__remark">не проверено', years)
    assert marked == ["angstrem", "mikron", "kmz"]


def test_a_source_without_a_date_or_an_address_is_named_all_the_same(pages):
    site = Site.objects.get(slug="miet")
    Source.objects.filter(pk=site.area_source_id).update(url="")
    Site.objects.filter(pk=site.pk).update(area_as_of="")
    area = text_of(pages.get("/technopolis/miet/")).split("<dt>Площадь</dt>")[1].split("</dd>")[0]
    assert " ".join(area.split("sourced__date")[1].split()) == '"> Audit-it.ru, дата не названа </span>'


def test_a_site_shows_its_history_plans_and_sources(pages):
    html = text_of(pages.get("/technopolis/rudnevo/"))
    assert html.index("2020") < html.index("Индустриальный парк вошёл в зону")
    assert "175\u00a0га и более 1\u00a0млн\u00a0м² к 2030 году" in html.split('id="plans"')[1]
    assert "vpk.name" in html.split('id="sources"')[1]
    assert "без источника" in html


def test_neighbours_are_of_the_same_district_first(pages):
    html = text_of(pages.get("/technopolis/miet/")).split('id="neighbours"')[1]
    assert re.findall(r'<a href="/technopolis/([a-z-]+)/"', html) == ["angstrem", "mikron", "alabushevo"]


def test_residents_come_from_the_directory(pages, monkeypatch):
    listed = SiteEnterprises(
        total=7, shown=(SiteEnterprise("Завод", "/enterprises/zavod/", is_resident=True),), url="/e/"
    )
    monkeypatch.setattr("technopolis.site_parts._readers", {"enterprises": (lambda site: listed, dict)})
    html = text_of(pages.get("/technopolis/miet/"))
    assert '<a href="/enterprises/zavod/">Завод</a>' in html
    assert "в каталоге: 7" in html


def test_a_draft_or_absent_site_is_not_there(pages):
    Site.objects.filter(slug="miet").update(live=False)
    assert pages.get("/technopolis/miet/").status_code == 404
    assert pages.get("/technopolis/no-such/").status_code == 404
    assert "/technopolis/miet/" not in text_of(pages.get("/technopolis/"))


def test_the_article_numbers_sites_as_the_map_does_whichever_are_published(pages):
    site = Site.objects.get(slug="angstrem")
    site.live = False
    site.save()
    listed = text_of(pages.get("/")).split('class="site-list"')[1].split("</ol>")[0]
    assert [int(number) for number in re.findall(r'<li value="(\d+)">', listed)] == [1, 2, *range(4, 11)]
    assert re.search(r'aria-hidden="true">4</span>\s*<span class="site-list__name">\s*<a [^>]*>Микрон', listed)


def test_there_is_no_page_in_a_language_without_its_translation(pages):
    assert pages.get("/en/technopolis/miet/").status_code == 404
    assert pages.get("/en/technopolis/compare/").status_code == 404


def test_nothing_of_the_zone_is_shown_while_its_page_is_not(pages):
    TechnopolisPage.objects.update(live=False)
    assert pages.get("/technopolis/miet/").status_code == 404


def test_sites_stand_side_by_side_in_the_order_of_the_address(pages):
    html = text_of(pages.get("/technopolis/compare/?site=rudnevo&site=miet&site=rudnevo"))
    header = html.split("<thead>")[1].split("</thead>")[0]
    assert re.findall(r'href="/technopolis/([a-z-]+)/"', header) == ["rudnevo", "miet"]
    assert "noindex" in html
    assert html.count("checked") == 2


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("?site=miet", "Одну площадку сравнить не с чем"),
        ("?site=miet&site=nowhere", "Такой площадки нет: nowhere"),
        ("?site=miet&site=mikron&site=kmz&site=rudnevo&site=angstrem", "а выбрано 5"),
        ("?site=%00&site=" + "x" * 3000, "Такой площадки нет"),
    ],
)
def test_a_wrong_choice_is_named_and_compares_nothing(pages, address, message):
    html = text_of(pages.get(f"/technopolis/compare/{address}"))
    assert message in html
    assert "<thead>" not in html


def test_the_comparison_without_a_choice_is_a_form(pages):
    html = text_of(pages.get("/technopolis/compare/"))
    assert html.count('type="checkbox"') == 10
    assert 'role="alert"' not in html


def test_query_counts_are_exact_and_do_not_grow(pages, django_assert_num_queries):
    addresses = {
        "/technopolis/": ZONE_QUERIES,
        "/technopolis/miet/": SITE_QUERIES,
        "/technopolis/compare/?site=miet&site=rudnevo": COMPARE_QUERIES,
    }
    for address, expected in addresses.items():
        queries(django_assert_num_queries, expected, pages, address)
    for site in Site.objects.all():
        SiteFact.objects.bulk_create(SiteFact(site=site, text=f"Показатель {number}") for number in range(20))
    for address, expected in addresses.items():
        queries(django_assert_num_queries, expected, pages, address)
