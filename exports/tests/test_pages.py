"""What visitors read of exports: the entrance, a market, a case, an event, in both languages."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from exports.models import ExportCase, ExportFact, ExportsIndexPage, TradeEvent
from exports.overview import read_overview
from industries.models import Market
from portal.figures.models import Figure

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(shared_demo_site, db):
    return ExportsIndexPage.objects.get()


def text_of(response):
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in queries]


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/exports/", 27), ("/exports/markets/saudi-arabia/", 15), ("/exports/cases/", 10),
        ("/exports/cases/ochakovo-drinks-uae/", 11), ("/exports/events/innoprom-saudi-arabia-2026/", 9),
    ],
)  # fmt: skip
def test_each_page_takes_exactly_its_queries(site, client, path, number):
    Site.clear_site_root_paths_cache()
    found = queries_of(client, path)
    assert len(found) == number, "\n".join(sql[:200] for sql in found)


def test_the_entrance_names_its_parts_and_stands_in_the_menu(site, client):
    page = text_of(client.get("/exports/"))
    for words in (
        "Экспорт: кому и что продаёт Москва",
        "Рынки",
        "Несколько рынков вместе",
        "Кейсы",
        "Форумы и выставки",
    ):
        assert words in page
    assert '<a class="menu' in page or 'href="/exports/"' in text_of(client.get("/"))


def test_the_totals_are_those_of_the_facts_they_name(site, client):
    overview = read_overview(site)
    for row in overview.markets:
        page = text_of(client.get(row.url))
        assert page.count('class="fact ') == row.fact_count
        assert page.count('class="case-card"') == row.case_count
        assert page.count('class="event-card"') == row.event_count
    assert overview.case_count == ExportCase.objects.live().count()


def test_the_figures_of_the_whole_are_the_current_values_of_their_records(site, client):
    page = text_of(client.get("/exports/"))
    for slug in ("non-resource-share", "four-industries-share"):
        formatted = Figure.objects.get(slug=slug).formatted()
        assert formatted.value.replace("\N{NO-BREAK SPACE}", " ") in page


def test_the_chart_outlines_what_was_calculated_and_leaves_gaps_open(site):
    points = read_overview(site).chart.points
    assert [
        (point.label.replace("\N{NO-BREAK SPACE}", " "), point.text.split()[0], str(point.kind)) for point in points
    ] == [
        ("I полугодие 2019 года", "154,5", "reported"),
        ("I полугодие 2020 года", "159,4", "reported"),
        ("I полугодие 2021 года", "523", "reported"),
        ("I полугодие 2022 года", "нет", "reported"),
        ("I полугодие 2023 года", "нет", "reported"),
        ("I полугодие 2024 года", "303", "derived"),
        ("I полугодие 2025 года", "≈", "reported"),
    ]


def test_the_map_and_the_table_say_the_same(site, client):
    page = text_of(client.get("/exports/"))
    on_map = set(re.findall(r'export-map__marker" href="([^"]+)"', page))
    in_table = set(re.findall(r'<th scope="row">\s*<a href="([^"]+)"', page))
    assert on_map == in_table
    assert len(on_map) == 17


def test_a_market_of_which_nothing_is_published_is_neither_on_the_map_nor_indexed(site, client):
    assert "/exports/markets/congo/" not in text_of(client.get("/exports/"))
    page = text_of(client.get("/exports/markets/congo/"))
    assert "пока ничего не опубликовано" in page
    assert 'content="noindex, follow"' in page


def test_a_draft_and_an_unknown_market_are_not_found(site, client):
    ExportCase.objects.filter(slug="ochakovo-drinks-uae").update(live=False)
    assert client.get("/exports/cases/ochakovo-drinks-uae/").status_code == 404
    assert client.get("/exports/markets/atlantis/").status_code == 404
    assert client.get("/exports/events/nowhere/").status_code == 404


def test_a_removed_case_leaves_every_page_it_stood_on(site, client):
    paths = ["/exports/", "/exports/cases/", "/exports/markets/uae/", "/enterprises/ochakovo/", "/industries/food/"]
    assert all("ochakovo-drinks-uae" in text_of(client.get(path)) for path in paths)
    ExportCase.objects.get(slug="ochakovo-drinks-uae").delete()
    assert not any("ochakovo-drinks-uae" in text_of(client.get(path)) for path in paths)


def test_a_market_leaves_the_map_with_the_last_thing_known_of_it(site, client):
    assert "/exports/markets/mongolia/" in text_of(client.get("/exports/"))
    ExportFact.objects.get(slug="mongolia-ice-cream").unpublish()
    assert "/exports/markets/mongolia/" not in text_of(client.get("/exports/"))


@pytest.mark.parametrize(
    "path",
    [
        "/en/exports/markets/saudi-arabia/", "/en/exports/cases/", "/en/exports/cases/ochakovo-drinks-uae/",
        "/en/exports/events/innoprom-saudi-arabia-2026/",
    ],
)  # fmt: skip
def test_no_russian_form_leaks_into_an_english_page(site, client, path):
    main = re.search(r"<main.*</main>", client.get(path).content.decode(), re.DOTALL).group()
    main = re.sub(r'<(\w+)[^>]* lang="ru"[^>]*>.*?</\1>', "", main, flags=re.DOTALL)
    main = re.sub(r"<nav.*?</nav>", "", main, flags=re.DOTALL)
    # An enterprise's name has no English form: it is a name, not a form of a sentence.
    assert not re.findall("[а-яё]+", main.replace("Очаково", ""), re.IGNORECASE)


def test_a_case_without_a_translation_is_not_shown_under_another_language(site, client):
    ExportCase.objects.filter(slug="ochakovo-drinks-uae").update(story_english="")
    assert client.get("/en/exports/cases/ochakovo-drinks-uae/").status_code == 404
    assert "ochakovo-drinks-uae" not in text_of(client.get("/en/exports/cases/"))


def test_a_page_names_itself_and_its_other_language(site, client):
    page = text_of(client.get("/exports/markets/china/"))
    assert '<link rel="canonical" href="http://testserver/exports/markets/china/">' in page
    assert '<link rel="alternate" hreflang="en" href="http://testserver/en/exports/markets/china/">' in page


def test_an_event_tells_machines_its_dates(site, client):
    page = client.get("/exports/events/innoprom-saudi-arabia-2026/").content.decode()
    told = [json.loads(data) for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]
    [event] = [data for data in told if data["@type"] == "Event"]
    assert (event["startDate"], event["endDate"]) == ("2026-02-08", "2026-02-10")


def test_names_that_would_break_a_page_are_shown_as_text(site, client):
    TradeEvent.objects.filter(slug="foodex-saudi-2024").update(name="<script>alert(1)</script>")
    page = client.get("/exports/events/foodex-saudi-2024/").content.decode()
    assert "<script>alert" not in page


def test_the_map_is_drawn_for_every_market_with_a_place(site):
    assert Market.objects.filter(marker_x=None).count() == 0
