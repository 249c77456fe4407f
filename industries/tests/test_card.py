import re

import pytest
from django.utils.html import strip_tags

from industries.models import Enterprise
from industries.tests.factories import EnterpriseFactory
from technopolis.tests.factories import DistrictFactory, SiteFactory

pytestmark = pytest.mark.django_db

CARD_QUERIES = 17


@pytest.fixture
def east():
    return DistrictFactory(name="Восточный", short_name="ВАО", slug="vao", polygon_key="ВАО")


def place_on(page):
    """Return what the card's map says, and the district it marks."""
    drawing = page.split('class="card-place"')[1].split("</figure>")[0]
    here = drawing.split("card-place__here")[1].split("</g>")[0]
    caption = " ".join(strip_tags(drawing.split("<figcaption", 1)[1].split(">", 1)[1]).split())
    return caption, re.findall(r">([^<\s]+)</text>", here)


def test_the_card_shows_its_site_on_the_map(directory, client, east):
    site = SiteFactory(name="Руднево", district=east, latitude=55.714, longitude=37.93)
    EnterpriseFactory(slug="here", site=site, district_is_verified=True)
    page = client.get("/enterprises/here/").content.decode()
    assert place_on(page) == ("Площадка «Руднево», ВАО. Схема, границы условны.", ["ВАО"])
    assert page.count('class="card-place__point"') == 1


def test_a_district_no_source_confirms_is_marked_so(directory, client, east):
    EnterpriseFactory(slug="here", district=east)
    page = client.get("/enterprises/here/").content.decode()
    assert place_on(page) == ("Округ: ВАО. Округ не проверен. Схема, границы условны.", ["ВАО"])
    assert "card-place__point" not in page


@pytest.mark.parametrize("polygon_key", ["", "нет такого"])
def test_a_place_that_cannot_be_drawn_is_left_out(directory, client, polygon_key):
    district = DistrictFactory(name="Дальний", short_name="Д", slug="far", polygon_key=polygon_key)
    EnterpriseFactory(slug="here", district=district)
    assert "card-place" not in client.get("/enterprises/here/").content.decode().replace("card-place.css", "")


def test_an_unknown_place_draws_no_map(directory, client):
    assert 'class="card-place"' not in client.get("/enterprises/mikron/").content.decode()


def test_a_card_takes_as_many_queries_with_many_neighbours_as_with_few(
    directory, client, east, django_assert_num_queries
):
    site = SiteFactory(name="Руднево", district=east, latitude=55.714, longitude=37.93)
    one = EnterpriseFactory(slug="here", site=site)
    EnterpriseFactory(site=site)
    client.get("/enterprises/here/")
    with django_assert_num_queries(CARD_QUERIES):
        client.get("/enterprises/here/")
    EnterpriseFactory.create_batch(4, site=site)
    Enterprise.objects.get(pk=one.pk).save_revision().publish()
    with django_assert_num_queries(CARD_QUERIES):
        client.get("/enterprises/here/")
