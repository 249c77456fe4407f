import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from industries.enums import Role
from industries.models import Enterprise
from industries.tests.factories import EnterpriseFactory, IndustryFactory
from portal.figures.tests.factories import SourceFactory
from portal.listing import kept_index

pytestmark = pytest.mark.django_db

KEPT_PAGE_QUERIES = 13


def names(response):
    return re.findall(
        r'<a href="/enterprises/(?!csv|xlsx|json|geojson|feed)[a-z0-9-]+/">([^<]+)</a>', response.content.decode()
    )


def test_visitors_see_what_is_published_in_order(directory, client):
    response = client.get("/enterprises/")
    assert set(names(response)) == {"Микрон", "Н-Тех", "Ёлочка"}
    assert "X-Robots-Tag" not in response


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=микросхема", {"Микрон"}),
        ("q=елочки", {"Ёлочка"}),
        ("q=ЛЕГКОЙ+МЕБЕЛИ", {"Ёлочка"}),
        ("q=ООО+«Нтех»", {"Н-Тех"}),
        ("q=mikron", {"Микрон"}),
        ('q=ООО+"Микрон', {"Микрон"}),
        ("q=%25", {"Микрон", "Ёлочка", "Н-Тех"}),
        ("q=тайна", set()),
        ("industry=pharma", {"Ёлочка", "Н-Тех"}),
        ("industry=pharma&industry=instruments", {"Микрон", "Ёлочка", "Н-Тех"}),
        ("industry=pharma&market=turkey", {"Ёлочка"}),
        ("market=turkey&market=unknown", {"Микрон", "Ёлочка", "Н-Тех"}),
        ("market=unknown", {"Н-Тех"}),
        ("status=resident", {"Н-Тех"}),
        ("unheard-of=1&utm_source=x", {"Микрон", "Ёлочка", "Н-Тех"}),
    ],
)
def test_filters_find(directory, client, query, found):
    assert set(names(client.get(f"/enterprises/?{query}"))) == found


@pytest.mark.parametrize(
    "query",
    [
        "page=999999", "page=-1", "page=0", "page=abc", "page=%00", "page=" + "9" * 5000, "page=٣", "size=7",
        "sort=%00", "view=<script>", "q=%00", "q=+", "q=%C2%A0", "q=%FF%FE", "q=" + "a" * 100_000, "size=" + "1" * 5000,
        "q=" + "слово+" * 1000, "q=%27%22%5C%25_", "industry[]=x&id__gt=1&-password=1",
        "&".join(f"industry=x{number}" for number in range(900)), "q={{+7*7+}}{%25+load+%25}%25s",
    ],
)  # fmt: skip
def test_a_bad_request_is_answered_with_a_page(directory, client, query):
    assert client.get(f"/enterprises/?{query}").status_code == 200


@pytest.mark.parametrize("value", ["нет-такой", "%00", "<script>alert(1)</script>", "9" * 1000])
def test_an_unknown_answer_is_named_and_finds_nothing(directory, client, value):
    response = client.get("/enterprises/", {"industry": value, "q": "микрон"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Отрасль: значения «" in page
    assert names(response) == []
    assert "<script>alert" not in page
    assert 'href="/enterprises/"' in page


def test_a_page_beyond_the_last_is_the_last(directory, client):
    assert len(names(client.get("/enterprises/?page=999999"))) == 3


@pytest.mark.parametrize(
    ("query", "is_kept", "canonical"),
    [
        ("", True, "/enterprises/"),
        ("industry=pharma", True, "/enterprises/?industry=pharma"),
        ("industry=pharma&market=turkey", False, "/enterprises/"),
        ("q=микрон", False, "/enterprises/"),
        ("view=table", False, "/enterprises/"),
        ("industry=nothing", False, "/enterprises/"),
    ],
)
def test_search_engines_keep_the_plain_list(directory, client, query, is_kept, canonical):
    response = client.get(f"/enterprises/?{query}")
    assert ("X-Robots-Tag" not in response) is is_kept
    assert f'<link rel="canonical" href="http://testserver{canonical}">' in response.content.decode()


def test_options_that_find_nothing_cannot_be_ticked(directory, client):
    page = client.get("/enterprises/?status=resident").content.decode()
    [option] = re.findall(r'<input type="checkbox"\s+name="market"\s+value="turkey"([^>]*)>', page)
    assert "disabled" in option


def test_each_chip_takes_one_answer_away(directory, client):
    page = client.get("/enterprises/?q=мебель&industry=pharma&market=turkey").content.decode()
    chips = re.findall(r'<a class="chip" href="([^"]+)">', page)
    assert [chip.replace("&amp;", "&") for chip in chips] == [
        "/enterprises/?industry=pharma&market=turkey",
        "/enterprises/?q=%D0%BC%D0%B5%D0%B1%D0%B5%D0%BB%D1%8C&market=turkey",
        "/enterprises/?q=%D0%BC%D0%B5%D0%B1%D0%B5%D0%BB%D1%8C&industry=pharma",
    ]


@pytest.mark.parametrize("view", ["list", "table", "map"])
def test_the_number_of_queries_does_not_grow_with_the_rows(directory, client, view, monkeypatch):
    monkeypatch.setattr(kept_index, "change_is_pending", lambda: False)

    def queries():
        cache.delete(kept_index.GENERATION_KEY)
        client.get(f"/enterprises/?view={view}&size=96")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/enterprises/?view={view}&size=96").status_code == 200
        return len(captured)

    few = queries()
    source, industry = Enterprise.objects.first().source, IndustryFactory()
    EnterpriseFactory.create_batch(30, source=source, industry=industry)
    assert queries() == few == KEPT_PAGE_QUERIES


def test_what_is_kept_is_dropped_with_the_caches(directory, client, monkeypatch):
    monkeypatch.setattr(kept_index, "change_is_pending", lambda: False)
    first = client.get("/enterprises/").context["listing"].count
    EnterpriseFactory()
    cache.clear()
    assert client.get("/enterprises/").context["listing"].count == first + 1


def test_other_lengths_of_a_page_are_offered_where_the_shortest_is_too_short(directory, client):
    assert client.get("/enterprises/").context["listing"].sizes == []
    EnterpriseFactory.create_batch(22, source=SourceFactory(), industry=IndustryFactory())
    listing = client.get("/enterprises/?industry=instruments&industry=pharma&size=48&page=1").context["listing"]
    filters = "industry=instruments&industry=pharma"
    assert [(link.label, link.url, link.is_current) for link in listing.sizes] == [
        ("24", f"/enterprises/?{filters}", False),
        ("48", f"/enterprises/?{filters}&size=48", True),
        ("96", f"/enterprises/?{filters}&size=96", False),
    ]


def test_only_producers_count_as_enterprises(directory):
    EnterpriseFactory(role=Role.HISTORICAL)
    EnterpriseFactory(role=Role.UNIVERSITY)
    assert Enterprise.objects.shown().count() == 5
    assert Enterprise.objects.counted().count() == 3


def test_there_is_no_directory_in_a_language_it_is_not_written_in(directory, client):
    assert client.get("/en/enterprises/").status_code == 404
    assert client.get("/en/enterprises/mikron/").status_code == 404
    assert client.get("/en/enterprises/csv/").status_code == 404


def test_suggestions_follow_what_is_typed(directory, client):
    assert client.get("/enterprises/suggest/?q=мик").json() == {"names": ["Микрон"]}
    assert client.get("/enterprises/suggest/?q=%00+").json() == {"names": []}


def test_names_that_begin_so_come_first_and_products_suggest_nothing(directory, client):
    EnterpriseFactory(name="Завод «Мика»")
    EnterpriseFactory(name="Аист", products="микросхемы")
    assert client.get("/enterprises/suggest/?q=Мик").json() == {"names": ["Микрон", "Завод «Мика»"]}
    assert client.get("/enterprises/suggest/?q=микросхемы").json() == {"names": []}


def test_no_more_names_are_suggested_than_can_be_read(directory, client):
    EnterpriseFactory.create_batch(9, source=Enterprise.objects.first().source, industry=IndustryFactory())
    assert len(client.get("/enterprises/suggest/?q=опытный").json()["names"]) == 8


@pytest.mark.parametrize("query", ["", "id=mikron", "id=nothing&id=%00", "id=mikron&id=" + "x" * 5000])
def test_a_comparison_of_too_few_says_so(directory, client, query):
    response = client.get(f"/enterprises/compare/?{query}")
    assert response.status_code == 200
    assert "от двух до четырёх" in response.content.decode()


def test_two_are_compared_in_the_order_of_the_address(directory, client):
    response = client.get("/enterprises/compare/?id=yolochka&id=mikron&id=draft")
    assert names(response) == ["Ёлочка", "Микрон"]
    assert "Черновик" not in response.content.decode()


def test_a_comparison_marks_what_is_known_and_the_same(directory, client):
    lines = client.get("/enterprises/compare/?id=yolochka&id=mikron").context["comparison"].lines
    assert [line.label for line in lines if line.is_same] == ["Роль", "Рынки", "На дату", "Надёжность"]
    alone = client.get("/enterprises/compare/?id=mikron").context["comparison"]
    assert not any(line.is_same for line in alone.lines)
