"""A figure's page, its files, its frame: everything known of it, at an address that outlives renaming."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from portal.figures.models import Figure, FigureValue
from portal.figures.public.citations import Citation
from portal.figures.public.data import figure_as_json
from portal.figures.public.lookup import record_of
from portal.figures.tests.factories import (
    FigureFactory,
    FiguresIndexPageFactory,
    SourceFactory,
)
from portal.figures.tests.portal_site import make_front_page

pytestmark = pytest.mark.django_db

SPACE = "\u00a0"
PAGE_QUERIES = 13


@pytest.fixture
def entrance(migrated_database):
    return FiguresIndexPageFactory(parent=make_front_page())


@pytest.fixture
def figure(entrance):
    figure = FigureFactory(subject="Занято на заводе", slug="jobs")
    FigureValue.objects.create(
        figure=figure, value=Decimal(750_000), period="2025-08", as_of="2025-08-30", source=SourceFactory()
    )
    return figure


def text_of(response):
    return response.content.decode().replace(SPACE, " ")


def test_the_page_tells_value_period_source_and_history(client, figure):
    page = text_of(client.get("/figures/jobs/"))
    for expected in ("Занято на заводе", "&gt; 755 000", "более 755 000 специалистов", "октябрь 2025 года",
                     "750 000 специалистов", "август 2025 года", "Вестник завода", "не проверено"):  # fmt: skip
        assert expected in page, expected


def test_the_page_takes_the_same_queries_whatever_the_history(client, figure, django_assert_num_queries):
    client.get("/figures/jobs/")
    with django_assert_num_queries(PAGE_QUERIES):
        client.get("/figures/jobs/")
    for year in range(1990, 2020):
        FigureValue.objects.create(figure=figure, value=year, period=str(year), as_of=str(year), source=SourceFactory())
    with django_assert_num_queries(PAGE_QUERIES):
        client.get("/figures/jobs/")


def test_a_draft_and_an_unknown_figure_are_not_there(client, figure):
    Figure.objects.update(live=False)
    for address in (
        "/figures/jobs/",
        "/figures/jobs/json/",
        "/figures/jobs/csv/",
        "/figures/jobs/embed/",
        "/figures/x/",
    ):
        assert client.get(address).status_code == 404


def test_without_a_published_entrance_nothing_below_it_is_public(client, figure, entrance):
    entrance.unpublish()
    assert client.get("/figures/jobs/").status_code == 404
    assert client.get("/figures/jobs/embed/").status_code == 404


def test_an_address_of_another_language_shows_nothing(client, figure):
    assert client.get("/en/figures/jobs/").status_code == 404


def test_a_renamed_figure_is_found_at_every_former_address(client, figure):
    for slug in ("workers", "people"):
        figure.slug = slug
        figure.save()
    for former in ("jobs", "workers"):
        response = client.get(f"/figures/{former}/")
        assert (response.status_code, response["Location"]) == (301, "/figures/people/")
    assert client.get("/figures/jobs/json/")["Location"] == "/figures/people/json/"
    assert client.get("/figures/jobs/csv/")["Location"] == "/figures/people/csv/"
    assert client.get("/figures/jobs/embed/?on=2025-09-01")["Location"] == "/figures/people/embed/?on=2025-09-01"


def test_a_figure_renamed_back_leads_nowhere_else(client, figure):
    for slug in ("workers", "jobs"):
        figure.slug = slug
        figure.save()
    assert client.get("/figures/jobs/").status_code == 200
    assert client.get("/figures/workers/")["Location"] == "/figures/jobs/"


def test_a_former_address_is_no_other_figure_s(figure):
    figure.slug = "workers"
    figure.save()
    other = Figure(subject="Другое", slug="jobs", unit=figure.unit, live=False)
    with pytest.raises(ValidationError, match="раньше был у другой цифры"):
        other.full_clean()


@pytest.mark.parametrize("slug", ["changes", "csv", "feed", "json", "xlsx"])
def test_the_portal_s_own_addresses_are_refused(figure, slug):
    figure.slug = slug
    with pytest.raises(ValidationError, match="занят самим порталом"):
        figure.full_clean()


def test_json_holds_every_digit_the_terms_and_the_day(client, figure, entrance):
    entrance.licence, entrance.licence_url = "Со ссылкой", "https://example.org/licence"
    entrance.save()
    response = client.get("/figures/jobs/json/")
    data = response.json()
    assert response["Access-Control-Allow-Origin"] == "*"
    assert (data["licence"], data["licence_url"]) == ("Со ссылкой", "https://example.org/licence")
    assert data["current"]["value"] == "755000"
    assert [value["value"] for value in data["values"]] == ["755000", "750000"]
    assert data["url"] == "http://testserver/figures/jobs/"
    assert date.fromisoformat(data["generated_on"])


def test_what_is_the_editors_own_never_leaves(client, figure):
    figure.values.update(note="СЕКРЕТ заметка")
    figure.editors_note = "СЕКРЕТ цифры"
    figure.save()
    source = figure.current_value.source
    source.quotation = "СЕКРЕТ выписка"
    source.save()
    for address in ("", "json/", "embed/"):
        assert "СЕКРЕТ" not in text_of(client.get(f"/figures/jobs/{address}"))
    assert "СЕКРЕТ" not in b"".join(client.get("/figures/jobs/csv/").streaming_content).decode()


def test_csv_says_what_it_is_on_which_terms_and_opens_no_formula(client, figure):
    figure.subject = "=1+1"
    figure.save()
    response = client.get("/figures/jobs/csv/")
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert response["Content-Disposition"] == 'attachment; filename="jobs.csv"'
    assert lines[0] == "Цифра;'=1+1"
    assert lines[2].startswith("Условия использования;условия использования не указаны")
    assert lines[5].split(";")[:3] == ["Показатель", "Точность", "Число"]
    assert lines[6].split(";")[:3] == ["'=1+1", "более (>)", "755000"]


def test_xlsx_is_a_workbook(client, figure):
    assert b"".join(client.get("/figures/jobs/xlsx/").streaming_content).startswith(b"PK")


def citation(**more):
    return Citation(
        **{
            "subject": "Занято на заводе", "slug": "jobs", "row": record_of("jobs").current,
            "url": "https://example.org/figures/jobs/", "site_name": "Портал", "publisher": "Завод",
            "accessed_on": date(2026, 11, 27), **more,
        }
    )  # fmt: skip


def test_the_reference_follows_the_standard(figure):
    assert citation().gost.replace(SPACE, " ") == (
        "Занято на заводе: более 755 000 специалистов, октябрь 2025 года // Портал : [сайт]. Завод, 2026. "
        "URL: https://example.org/figures/jobs/ (дата обращения: 27.11.2026)."
    )


def test_bibtex_escapes_what_would_break_it(figure):
    entry = citation(subject="Рост {на} 5% & более_").bibtex
    assert entry.startswith("@misc{jobs,\n  title = {{Рост \\{на\\} 5\\% \\& более\\_}},\n  author = {{Завод}},")
    assert entry.endswith("  language = {russian},\n}")


def test_machines_read_the_data_set(client, figure):
    page = client.get("/figures/jobs/").content.decode()
    blocks = [part.split("</script>")[0] for part in page.split('<script type="application/ld+json">')[1:]]
    data = next(block for block in map(json.loads, blocks) if block["@type"] == "Dataset")
    assert data["variableMeasured"]["value"] == "755000"
    assert [file["encodingFormat"] for file in data["distribution"]] == ["text/csv", "application/json"]


def test_the_frame_may_stand_anywhere_and_runs_nothing(client, figure):
    response = client.get("/figures/jobs/embed/")
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "X-Frame-Options" not in response
    assert "<script" not in response.content.decode()
    assert "Vary" not in response or "Cookie" not in response["Vary"]


def test_only_the_frame_may_be_framed(client, figure):
    assert client.get("/figures/jobs/")["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    ("day", "status", "said", "unsaid"),
    [
        ("2025-09-01", 200, ["750 000 специалистов", "Значение устарело. Сейчас: более 755 000 специалистов"], []),
        ("2025-10-29", 200, ["более 755 000 специалистов", "Как было известно на"], ["устарело"]),
        ("2020-01-01", 404, ["На эту дату значения ещё не было."], ["755 000 специалистов"]),
        ("2025-13-01", 400, ["Дату пишут так: 2025-10-29."], ["755 000 специалистов"]),
        ("вчера", 400, ["Дату пишут так"], []),
        ("", 400, ["Дату пишут так"], []),
        ("20251029", 400, ["Дату пишут так"], []),
        ("2025-W44-3", 400, ["Дату пишут так"], []),
        ("<script>", 400, ["Дату пишут так"], ["<script>"]),
    ],
)
def test_a_pinned_frame_shows_what_was_known_and_says_when_it_is_outdated(client, figure, day, status, said, unsaid):
    response = client.get("/figures/jobs/embed/", {"on": day})
    page = text_of(response)
    assert response.status_code == status
    assert all(words in page for words in said)
    assert not any(words in page for words in unsaid)


def test_a_later_calculation_does_not_take_the_place_of_what_was_reported(client, figure):
    FigureValue.objects.create(
        figure=figure, value=1, period="2025-09", as_of="2025-09-02", kind="derived", source=SourceFactory()
    )
    assert record_of("jobs").value_on(date(2025, 9, 15)).value.value == 750_000


def test_json_of_a_figure_without_topic_and_source_is_complete(entrance):
    FigureFactory(slug="bare", source=None)
    data = figure_as_json(record_of("bare"), entrance, "/", date(2026, 1, 1))
    assert (data["topic"], data["current"]["source"]) == ("", None)
