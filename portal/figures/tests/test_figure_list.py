"""The list of figures: found, narrowed, handed out; whatever is asked, an answer in words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.figures.models import Figure, FigureValue
from portal.figures.public.listing import values_of_words
from portal.figures.tests.factories import FigureFactory, FiguresIndexPageFactory, FigureTopicFactory, SourceFactory
from portal.figures.tests.portal_site import make_front_page

pytestmark = pytest.mark.django_db

LIST_QUERIES = 12
FILE_QUERIES = 7


@pytest.fixture
def figures(migrated_database):
    FiguresIndexPageFactory(parent=make_front_page())
    people = FigureTopicFactory(name="Люди", slug="people")
    land = FigureTopicFactory(name="Земля", slug="land")
    newspaper, agency = SourceFactory(publisher="Вестник завода"), SourceFactory(publisher="Агентство")
    return [
        FigureFactory(subject="Занято на заводах", slug="jobs", code="Z01", topic=people, source=newspaper),
        FigureFactory(subject="Площадь завода", slug="area", topic=land, as_of="2024-05", source=agency),
        FigureFactory(subject="Отделка цехов", slug="finish", source=None, value=7),
        FigureFactory(subject="Черновик", slug="draft", live=False),
    ]


def titles(client, query=""):
    response = client.get(f"/figures/{query}")
    assert response.status_code == 200
    return [row.title for row in response.context["listing"].rows]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Занято на заводах", "Отделка цехов", "Площадь завода"]),
        ("?q=завод", ["Занято на заводах", "Площадь завода"]),
        ("?q=ЗАВОДЫ", ["Занято на заводах", "Площадь завода"]),
        ("?q=z01", ["Занято на заводах"]),
        ("?topic=people", ["Занято на заводах"]),
        ("?topic=unknown", ["Отделка цехов"]),
        ("?topic=people&topic=land", ["Занято на заводах", "Площадь завода"]),
        ("?status=unchecked&year=2024", ["Площадь завода"]),
        ("?source=agentstvo", ["Площадь завода"]),
        ("?kind=plan", []),
    ],
)
def test_the_list_is_found_and_narrowed(client, figures, query, found):
    assert sorted(titles(client, query)) == sorted(found)


def test_the_newest_of_dates_comes_first_where_it_is_asked_for(client, figures):
    assert titles(client, "?sort=recent")[-1] == "Площадь завода"
    assert titles(client, "?sort=name") == ["Занято на заводах", "Отделка цехов", "Площадь завода"]


@pytest.mark.parametrize(
    "query",
    [
        "?q=%20", "?q=%C2%A0", "?q=%09", '?q=ООО+"Ромашка', "?q=%00", "?q=" + "слово+" * 300, "?q=" + "я" * 3000,
        "?page=abc", "?page=-1", "?page=0", "?page=999999999", "?page=" + "9" * 5000, "?page=٣", "?topic=nothing",
        "?year=99999", "?id__gt=1", "?sort=-password", "?topic[]=people", "?topic=people&topic=people", "?q=%FF%FE",
        "?" + "&".join(f"x{number}=1" for number in range(900)), "?q=<script>alert(1)</script>", "?q={{7*7}}%s",
    ],
)  # fmt: skip
def test_a_bad_request_is_answered_in_words(client, figures, query):
    response = client.get(f"/figures/{query}")
    assert response.status_code == 200
    page = response.content.decode()
    assert "<script>alert" not in page
    assert 'rel="canonical"' in page


def test_a_wrong_answer_is_named_and_finds_nothing(client, figures):
    response = client.get("/figures/?topic=nothing")
    assert "Тема: значения «nothing» нет." in response.content.decode()
    assert response.context["listing"].rows == []


@pytest.mark.parametrize(
    "path", ["/figures/..%2f..%2fetc/passwd", "/figures/.git/", "/figures/jobs%00/", "/figures/%FF/"]
)
def test_an_address_that_is_none_leads_nowhere(client, figures, path):
    assert client.get(path).status_code in {400, 404}


def test_a_list_narrowed_twice_is_not_for_search_engines(client, figures):
    response = client.get("/figures/?topic=people&status=unchecked")
    assert response["X-Robots-Tag"] == "noindex, follow"
    assert response.context["head"].url == "http://testserver/figures/"
    assert "X-Robots-Tag" not in client.get("/figures/")


def test_files_hold_what_the_page_shows_with_the_terms(client, figures):
    data = json.loads(b"".join(client.get("/figures/json/?topic=people").streaming_content))
    assert data["about"]["licence"] == "условия использования не указаны"
    [row] = data["results"]
    assert (row["subject"], row["value"], row["source"]) == (
        "Занято на заводах",
        "755000",
        f"{figures[0].current_value.source}",
    )
    lines = b"".join(client.get("/figures/csv/").streaming_content).decode("utf-8-sig").splitlines()
    assert sum("Занято на заводах" in line for line in lines) == 1
    assert client.get("/figures/geojson/").status_code == 404


def test_the_list_takes_the_same_queries_for_ten_and_for_a_hundred(client, figures, django_assert_num_queries):
    source = figures[0].current_value.source

    def more(count):
        for number in range(count):
            figure = Figure.objects.create(
                subject=f"Ещё {number}", slug=f"more-{count}-{number}", unit=figures[0].unit, live=False
            )
            FigureValue.objects.create(
                figure=figure, value=number, period="2024", as_of="2024", is_current=True, source=source
            )
        Figure.objects.filter(slug__startswith="more").update(live=True)

    for count in (7, 90):
        more(count)
        client.get("/figures/")
        with django_assert_num_queries(LIST_QUERIES):
            client.get("/figures/")
        with django_assert_num_queries(FILE_QUERIES):
            b"".join(client.get("/figures/csv/").streaming_content)


def test_publishers_that_read_alike_in_addresses_are_told_apart(client, figures):
    for number, publisher in enumerate(["ТАСС", "Tass", "TASS"]):
        FigureFactory(subject=f"Цифра {publisher}", slug=f"tass-{number}", source=SourceFactory(publisher=publisher))
    facet = next(facet for facet in client.get("/figures/").context["listing"].facets if facet.name == "source")
    options = [option for option in facet.options if "tass" in option.value]
    assert [(option.name, option.count) for option in options] == [("TASS", 1), ("Tass", 1), ("ТАСС", 1)]
    for option in options:
        assert titles(client, f"?source={option.value}") == [f"Цифра {option.name}"]


@given(st.lists(st.text(max_size=6), unique=True, max_size=12))
def test_no_two_words_share_a_value_in_addresses(words):
    values = values_of_words(words)
    assert list(values) == words
    assert len(set(values.values())) == len(words)
