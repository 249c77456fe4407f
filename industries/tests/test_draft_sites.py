"""A site that is a draft stays inside: its name, its point and who stands on it reach no public face."""

import csv
import io
import json

import openpyxl
import pytest

from industries.enterprise_card import EnterpriseCard
from industries.models import Enterprise, IndustryIndexPage
from industries.tests.factories import EnterpriseFactory, make_entrance
from technopolis.tests.factories import DistrictFactory, SiteFactory

pytestmark = pytest.mark.django_db

SECRETS = ("Тайная площадка", "taynaya", "37.93", "55.71")


@pytest.fixture
def site():
    district = DistrictFactory(name="Восточный", short_name="ВАО", slug="vao", polygon_key="ВАО")
    return SiteFactory(
        name="Тайная площадка", slug="taynaya", district=district, latitude="55.71400", longitude="37.93000", live=False
    )


@pytest.fixture
def card(directory, site):
    EnterpriseFactory(name="Сосед", slug="neighbour", site=site)
    return EnterpriseFactory(name="Опыт", slug="here", site=site, products="реле")


def body(client, face, query="q=реле"):
    return b"".join(client.get(f"/enterprises/{face}/?{query}").streaming_content)


@pytest.mark.parametrize(
    "address",
    [
        "enterprises/", "enterprises/?view=table", "enterprises/?view=map", "enterprises/here/",
        "enterprises/compare/?id=here&id=neighbour", "enterprises/suggest/?q=опыт", "enterprises/?okrug=vao",
        "industries/instruments/",
    ],
)  # fmt: skip
def test_no_page_tells_of_it(card, client, address):
    make_entrance(IndustryIndexPage)
    response = client.get(f"/{address}")
    assert response.status_code == 200
    assert [secret for secret in SECRETS if secret in response.content.decode()] == []


@pytest.mark.parametrize("face", ["csv", "json", "geojson", "feed"])
def test_no_file_tells_of_it(card, client, face):
    text = body(client, face).decode()
    assert "Опыт" in text
    assert [secret for secret in SECRETS if secret in text] == []


def test_the_workbook_tells_of_the_district_alone(card, client):
    sheet = openpyxl.load_workbook(io.BytesIO(body(client, "xlsx")), read_only=True).worksheets[0]
    *_about, header, row = sheet.iter_rows(values_only=True)
    told = dict(zip(header, row, strict=True))
    assert (told["Название"], told["Площадка ОЭЗ"], told["Округ"]) == ("Опыт", "", "ВАО")


def test_the_files_leave_the_site_and_the_point_empty(card, client):
    *_about, header, row = csv.reader(io.StringIO(body(client, "csv").decode("utf-8-sig")), delimiter=";")
    assert row[header.index("Площадка ОЭЗ")] == ""
    assert json.loads(body(client, "json"))["results"][0]["site"] == ""
    assert json.loads(body(client, "geojson"))["features"][0]["geometry"] is None


def test_structured_data_names_the_district_instead(card):
    data = EnterpriseCard(card).structured_data("https://example.org/")
    assert data["location"] == {"@type": "Place", "name": "ВАО"}


def test_the_card_marks_no_point_and_knows_no_neighbours(card):
    shown = EnterpriseCard(card)
    assert (shown.place.text, shown.place.point, shown.neighbours, shown.site_url) == ("Округ: ВАО.", None, [], "")
    assert "площадка ОЭЗ" in shown.unknown


def test_the_filter_counts_its_organisations_among_those_without_a_site(card, client):
    listing = client.get("/enterprises/?site=unknown").context["listing"]
    [facet] = [one for one in listing.facets if one.name == "site"]
    assert [(option.value, option.count) for option in facet.options] == [("unknown", 5)]
    assert {row.key for row in listing.rows} == {"here", "neighbour", "mikron", "yolochka", "n-tech"}
    page = client.get("/enterprises/?site=taynaya")
    assert page.context["listing"].notices == ["Площадка ОЭЗ: значения «taynaya» нет."]


def test_the_history_tells_of_it_neither_before_nor_after(card, site):
    card.site = SiteFactory(name="Открытая")
    card.save()
    assert card.changes.first().values == [["site", "", "Открытая"]]
    card.site = site
    card.save()
    assert card.changes.first().values == [["site", "Открытая", ""]]


def test_the_site_is_told_of_as_soon_as_it_is_published(card, site, client):
    site.save_revision().publish()
    listing = client.get("/enterprises/?site=taynaya").context["listing"]
    assert {row.site for row in listing.rows} == {"Тайная площадка"}
    assert Enterprise.objects.get(slug="here").public_site == site
