import re
from html import unescape

import pytest
from django.utils.html import escape

from industries.tests.factories import EnterpriseFactory
from technopolis.tests.factories import DistrictFactory, SiteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(directory):
    """Four organisations with a place beside the three without one."""
    east = DistrictFactory(name="Восточный", short_name="ВАО", slug="vao", polygon_key="ВАО")
    south = DistrictFactory(name="Южный", short_name="ЮАО", slug="yuao", polygon_key="ЮАО")
    DistrictFactory(name="Северный", short_name="САО", slug="sao", polygon_key="САО")
    site = SiteFactory(name="Руднево", slug="rudnevo", district=east, latitude=55.714, longitude=37.93)
    EnterpriseFactory.create_batch(2, site=site, district=east)
    EnterpriseFactory(district=east)
    EnterpriseFactory(district=south)
    return directory


def map_page(client, query=""):
    return client.get(f"/enterprises/?view=map{query}").content.decode()


def links_of(page):
    """Return the address of each number on the drawing by what is read out for it."""
    found = re.findall(
        r'<a class="(?:place-map__label|zone-map__marker)[^>]*href="([^"]*)"[^>]*aria-label="([^"]*)"', page
    )
    return {label: unescape(address) for address, label in found}


def lines_of(page):
    """Return the lines of the map's twin: name and number."""
    lines = re.findall(
        r'<a class="place-list__place".*?<span>(.*?)</span>\s*<svg.*?place-list__count">([^<]*)', page, re.S
    )
    return [(" ".join(re.sub("<[^>]*>", "", name).split()), number) for name, number in lines]


def test_each_number_on_the_map_is_what_its_link_finds(places, client):
    links = links_of(map_page(client))
    assert sorted(links) == ["ВАО: 3", "Руднево: 2", "ЮАО: 1"]
    for label, address in links.items():
        assert client.get(address).context["listing"].count == int(label.rsplit(" ", 1)[1])
        assert "view=map" in address


def test_a_chosen_district_is_taken_off_and_the_others_say_what_they_add(places, client):
    links = links_of(map_page(client, "&okrug=vao"))
    assert sorted(links) == ["ВАО: 3, убрать из фильтра", "Руднево: 2", "ЮАО: +1"]
    assert links["ВАО: 3, убрать из фильтра"] == "/enterprises/?view=map"
    assert client.get(links["ЮАО: +1"]).context["listing"].count == 4


def test_the_list_beside_says_the_same_and_counts_the_unknown(places, client):
    assert lines_of(map_page(client)) == [
        ("ВАО", "3"), ("ЮАО", "1"), ("место неизвестно", "3"), ("Руднево", "2"), ("площадка не указана", "5"),
    ]  # fmt: skip


def test_a_district_without_organisations_is_drawn_and_leads_nowhere(places, client):
    page = map_page(client)
    assert re.search(r'<text class="place-map__name[^>]*aria-hidden="true"[^>]*>САО</text>', page)
    assert "okrug=sao" not in page


def test_without_boundaries_the_list_stays(places, client, settings, tmp_path):
    settings.ZONE_BOUNDARIES = tmp_path / "absent.geojson"
    page = map_page(client)
    assert "zone-map__drawing" not in page
    assert ("ВАО", "3") in lines_of(page)


def test_names_on_the_map_are_text(places, client):
    name = 'Округ "<b>&'
    EnterpriseFactory(district=DistrictFactory(name=name, short_name='"<b>&', slug="odd", polygon_key="ЦАО"))
    page = map_page(client)
    assert '"<b>&' not in page
    assert escape('"<b>&') in page


def test_an_option_of_no_record_promises_nothing(places, client):
    listing = client.get("/enterprises/?okrug=vao").context["listing"]
    [okrug] = [facet for facet in listing.facets if facet.name == "okrug"]
    counts = {option.value: option.count for option in okrug.options}
    assert counts == {"vao": 3, "yuao": 1, "sao": 0, "unknown": 3}
