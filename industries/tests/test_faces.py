import csv
import io
import json
from xml.etree import ElementTree

import openpyxl
import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from industries.directory.listing import EnterpriseListing
from industries.enums import Residency, Role
from industries.models import Enterprise
from industries.tests.factories import EnterpriseFactory, IndustryFactory, MarketFactory
from portal.figures.tests.factories import SourceFactory
from portal.listing.request_state import RequestState
from portal.listing.result import ListingResult

pytestmark = pytest.mark.django_db

CANARY = "канарейка-7431"


def body(client, face, query=""):
    return b"".join(client.get(f"/enterprises/{face}/?{query}").streaming_content)


def ids_of_pages(client, query):
    """Return the codes of every row of every page of the list."""
    found, number = [], 1
    while True:
        listing = client.get(f"/enterprises/?{query}&page={number}").context["listing"]
        found += [row.key for row in listing.rows]
        if number == listing.page_count:
            return found
        number += 1


def ids_of_csv(client, query):
    lines = list(csv.reader(io.StringIO(body(client, "csv", query).decode("utf-8-sig")), delimiter=";"))
    header = next(number for number, line in enumerate(lines) if line and line[-1] == "Код")
    return [line[-1] for line in lines[header + 1 :]]


def ids_of_xlsx(client, query):
    sheet = openpyxl.load_workbook(io.BytesIO(body(client, "xlsx", query)), read_only=True).worksheets[0]
    lines = list(sheet.iter_rows(values_only=True))
    header = next(number for number, line in enumerate(lines) if line and line[-1] == "Код")
    return [line[-1] for line in lines[header + 1 :]]


def ids_of_json(client, query):
    return [row["id"] for row in json.loads(body(client, "json", query))["results"]]


def ids_of_geojson(client, query):
    return [feature["id"] for feature in json.loads(body(client, "geojson", query))["features"]]


def ids_of_feed(client, query):
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(body(client, "feed", query))
    return [entry.find(f"{atom}id").text.rstrip("/").rsplit("/", 1)[-1] for entry in feed.iter(f"{atom}entry")]


@pytest.mark.parametrize("query", ["", "q=датчики&sort=founded", "industry=pharma", "industry=nothing"])
def test_every_face_has_the_rows_of_every_page_in_the_same_order(directory, client, query):
    EnterpriseFactory.create_batch(27, source=SourceFactory(), industry=IndustryFactory())
    expected = ids_of_pages(client, query)
    assert ids_of_csv(client, query) == ids_of_xlsx(client, query) == expected
    assert ids_of_json(client, query) == ids_of_geojson(client, query) == ids_of_feed(client, query) == expected


def test_files_say_what_they_are(directory, client):
    text = body(client, "csv", "industry=pharma").decode("utf-8-sig")
    assert text.startswith("Перечень;Предприятия\r\n")
    assert "Отбор;Отрасль: Фармацевтика\r\n" in text
    assert "Записей;2\r\n" in text
    about = json.loads(body(client, "json", "industry=pharma"))["about"]
    assert (about["count"], about["filters"]) == (2, "Отрасль: Фармацевтика")
    assert "source" not in about["url"]


def test_an_unknown_answer_is_named_in_the_file(directory, client):
    assert json.loads(body(client, "json", "industry=x"))["about"]["errors"] == ["Отрасль: значения «x» нет."]


def test_formulas_and_control_characters_stay_text(directory, client):
    EnterpriseFactory(name="=HYPERLINK(1)", products='<script>&"\x0b</script>')
    assert ";'=HYPERLINK(1)" in "\r\n" + body(client, "csv").decode("utf-8-sig").replace("\r\n", "\r\n;")
    ElementTree.fromstring(body(client, "feed"))
    assert "</script" not in client.get("/enterprises/hyperlink1/").content.decode().split("application/ld+json")[-1]


def test_an_absent_face_is_absent(directory, client):
    assert client.get("/enterprises/exe/").status_code == 404


def test_nothing_internal_leaves_the_admin(directory, client):
    secret = SourceFactory(quotation=CANARY)
    one = EnterpriseFactory(name="Открытый", slug="open", internal_note=CANARY, source=secret)
    EnterpriseFactory(name=CANARY, slug="hidden", live=False, source=secret)
    one.save_revision()
    pages = ["", "?view=table", "?view=map", f"?q={CANARY.split('-')[0]}", "open/", "compare/?id=open&id=mikron"]
    pages += ["suggest/?q=канарейка", "suggest/?q=открытый"]
    for address in pages:
        page = client.get(f"/enterprises/{address}")
        assert page.status_code == 200
        assert CANARY not in page.content.decode().replace("value=", "")
    for face in ("csv", "json", "geojson", "feed"):
        assert CANARY.encode() not in body(client, face)


CHOICES = st.fixed_dictionaries(
    {
        "industry": st.sets(st.sampled_from(["pharma", "instruments", "nothing-yet"]), max_size=2),
        "market": st.sets(st.sampled_from(["turkey", "china", "unknown"]), max_size=2),
        "status": st.sets(st.sampled_from(["resident", "unknown"]), max_size=2),
        "q": st.sampled_from([set(), {"датчики"}, {"мебель"}]),
    }
)


def random_records(draws):
    """Make records as drawn: industry, residency, role and markets of each."""
    industries = [IndustryFactory(slug="pharma"), IndustryFactory()]
    IndustryFactory(slug="nothing-yet", name="Пустая", english_name="Empty")
    markets = [MarketFactory(), MarketFactory(slug="china", name="Китай", iso_code="CN")]
    source = SourceFactory()
    for industry, residency, role, chosen in draws:
        EnterpriseFactory(
            industry=industries[industry], residency=residency, role=role, source=source,
            markets=[markets[number] for number in chosen],
        )  # fmt: skip


def state_of(chosen):
    """Return the list as an address with these parameters asks for it, counted by the database."""
    parameters = QueryDict(mutable=True)
    for name, values in chosen.items():
        parameters.setlist(name, sorted(values))
    return RequestState(EnterpriseListing(), parameters)


@settings(
    max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(
    draws=st.lists(
        st.tuples(
            st.integers(0, 1), st.sampled_from(Residency.values), st.sampled_from(Role.values),
            st.sets(st.integers(0, 1)),
        ),
        max_size=6,
    ),
    chosen=CHOICES,
)  # fmt: skip
def test_every_option_offered_finds_what_it_promises(directory, draws, chosen):
    drawn_before = Enterprise.objects.exclude(slug__in=["mikron", "yolochka", "n-tech", "draft"])
    drawn_before.update(live=False)
    drawn_before.delete()
    random_records(draws)
    listing = ListingResult(state_of(chosen))
    assert listing.count == state_of(chosen).queryset.count()
    for facet in listing.facets:
        for option in facet.options:
            if option.is_disabled:
                continue
            toggled = {**chosen, facet.name: set(chosen.get(facet.name, set())) ^ {option.value}}
            assert option.after == state_of(toggled).queryset.count()


def test_the_listing_names_every_column_once():
    names = [column.name for column in EnterpriseListing.columns]
    assert len(names) == len(set(names))
