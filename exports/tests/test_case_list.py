"""The list of cases is one list in every face; filters keep what they promise."""

import csv
import io
import json
from datetime import UTC, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from exports.models import ExportCase, ExportsIndexPage, ProductGroup
from exports.tests.factories import ExportCaseFactory
from industries.tests.factories import EnterpriseFactory, IndustryFactory, MarketFactory, make_entrance
from portal.figures.tests.factories import UnitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases():
    """Three cases below their entrance that differ in everything the list is filtered by."""
    make_entrance(ExportsIndexPage)
    turkey = MarketFactory()
    china = MarketFactory(
        name="Китай", slug="china", iso_code="CN", genitive="Китая", accusative="в Китай", locative="в Китае",
        english_name="China",
    )  # fmt: skip
    plant = EnterpriseFactory(name="Опытный завод", slug="opytnyj-zavod")
    group = ProductGroup.objects.create(
        name="Приборы", slug="devices", name_english="Devices", industry=IndustryFactory()
    )
    return [
        ExportCaseFactory(title="Датчики", markets=[turkey, china], period="2025", product_group=group),
        ExportCaseFactory(title="Станки", markets=[china], period="2024", enterprises=[plant]),
        ExportCaseFactory(
            title="=HYPERLINK", markets=[turkey], period="2024", value=Decimal(5), unit=UnitFactory(),
            result_caption="=1+1", result_caption_english="x", story="<p>Кабель & провод</p>",
        ),
    ]  # fmt: skip


def titles(client, query=""):
    response = client.get(f"/exports/cases/json/{query}")
    return [row["title"] for row in json.loads(b"".join(response.streaming_content))["results"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Датчики", "=HYPERLINK", "Станки"]),
        ("?market=china", ["Датчики", "Станки"]),
        ("?market=china&market=turkey", ["Датчики", "=HYPERLINK", "Станки"]),
        ("?industry=instruments", ["Датчики"]),
        ("?year=2024", ["=HYPERLINK", "Станки"]),
        ("?year=2024&market=turkey", ["=HYPERLINK"]),
        ("?enterprise=opytnyj-zavod", ["Станки"]),
        ("?q=кабель", ["=HYPERLINK"]),
        ("?sort=title", ["=HYPERLINK", "Датчики", "Станки"]),
        ("?market=atlantis", []),
        ("?colour=red", ["Датчики", "=HYPERLINK", "Станки"]),
    ],
)
def test_the_list_is_narrowed_as_asked(cases, client, query, found):
    assert titles(client, query) == found
    page = client.get(f"/exports/cases/{query}").content.decode()
    assert page.count('class="case-card"') == len(found)


def test_a_wrong_answer_is_named_and_brings_no_error(cases, client):
    response = client.get("/exports/cases/?market=atlantis")
    assert response.status_code == 200
    assert "значения «atlantis» нет" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, follow"


@pytest.mark.parametrize("query", ["?page=-1", "?page=" + "9" * 400, "?year=%00", "?q=" + "я" * 5000, "?sort=';--"])
def test_nonsense_is_answered_calmly(cases, client, query):
    assert client.get(f"/exports/cases/{query}").status_code == 200


def test_each_count_is_what_a_click_brings(cases, client):
    listing = client.get("/exports/cases/").context["listing"]
    for facet in listing.facets:
        for option in facet.options:
            assert len(titles(client, f"?{facet.name}={option.value}")) == option.count, (facet.name, option.value)


def test_tables_hold_no_formula(cases, client):
    body = b"".join(client.get("/exports/cases/csv/").streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(body), delimiter=";"))
    assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    assert any("HYPERLINK" in cell for row in rows for cell in row)


def test_the_feed_is_valid_and_follows_the_filter(cases, client):
    body = b"".join(client.get("/exports/cases/feed/?market=china").streaming_content)
    entries = ElementTree.fromstring(body).findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == 2


def test_there_is_no_map_of_cases(cases, client):
    assert client.get("/exports/cases/geojson/").status_code == 404


def test_a_removed_case_leaves_every_face(cases, client):
    cases[0].delete()
    assert titles(client) == ["=HYPERLINK", "Станки"]
    assert b"\xd0\x94\xd0\xb0\xd1\x82\xd1\x87" not in b"".join(client.get("/exports/cases/feed/").streaming_content)


def test_english_lists_only_what_can_be_read_in_english(cases, client):
    ExportCase.objects.filter(title="Станки").update(story_english="")
    response = client.get("/en/exports/cases/json/")
    assert len(json.loads(b"".join(response.streaming_content))["results"]) == 2


def test_the_list_takes_as_many_queries_for_many_cases_as_for_few(cases, client, django_assert_num_queries):
    client.get("/exports/cases/")
    with django_assert_num_queries(COUNT):
        client.get("/exports/cases/")
    for _ in range(15):
        ExportCaseFactory(markets=cases[0].markets.all())
    client.get("/exports/cases/")
    with django_assert_num_queries(COUNT):
        client.get("/exports/cases/")


COUNT = 16


def test_the_date_of_a_case_moves_when_visitors_can_read_something_else():
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    case = ExportCaseFactory()
    ExportCase.objects.update(changed_at=long_ago)
    case = ExportCase.objects.get()
    case.editors_note = "позвонить"
    case.save_revision().publish()
    assert ExportCase.objects.get().changed_at == long_ago
    case = ExportCase.objects.get()
    case.markets = [MarketFactory(name="Индия", slug="india", iso_code="IN")]
    case.save()
    assert ExportCase.objects.get().changed_at > long_ago
    ExportCase.objects.update(changed_at=long_ago)
    case.story = "<p>Иначе.</p>"
    case.save()
    assert ExportCase.objects.get().changed_at > long_ago
