"""«2 %» never stands without its steps: on every page, in every file, in a sentence, in what machines read."""

from io import BytesIO

import pytest
from django.template.loader import render_to_string
from openpyxl import load_workbook
from wagtail.rich_text import expand_db_html

from portal.figures import companions
from portal.figures.charts.from_figures import ChartForm, chart_of_figures
from portal.figures.display import FigureDisplay
from portal.figures.models import Figure
from technopolis.models import TaxRate

pytestmark = pytest.mark.django_db

STEPS = "ступени: 2\u00a0% — до конца 2027 года, 7\u00a0% — 2028–2032 годы, 14,5\u00a0% — с 2033 года"
FIRST_STEP = "/figures/profit-tax-resident/"


@pytest.fixture
def visitor(shared_demo_site, db, client):
    return client


@pytest.fixture
def first_step(visitor):
    return Figure.objects.for_display().get(code="F10b")


def text_of(visitor, address):
    response = visitor.get(address)
    assert response.status_code == 200
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode().replace("&nbsp;", "\u00a0")


@pytest.mark.parametrize(
    "address",
    [
        "/figures/?q=прибыль",
        "/figures/csv/?q=прибыль",
        "/figures/json/?q=прибыль",
        FIRST_STEP,
        f"{FIRST_STEP}embed/",
        f"{FIRST_STEP}embed/?on=2026-11-25",
        f"{FIRST_STEP}json/",
        f"{FIRST_STEP}csv/",
        "/figures/profit-tax-resident-second-step/embed/",
    ],
)
def test_every_path_to_the_figure_tells_all_steps(visitor, address):
    assert STEPS in text_of(visitor, address)


def test_the_list_of_sources_names_a_tax_with_all_its_steps(visitor):
    html = text_of(visitor, "/sources/?q=technomoscow")
    assert f"налог на прибыль, резидент зоны: {STEPS.removeprefix('ступени: ')}" in html


def test_the_workbook_tells_all_steps(visitor):
    response = visitor.get(f"{FIRST_STEP}xlsx/")
    content = b"".join(response.streaming_content) if response.streaming else response.content
    cells = [str(cell) for row in load_workbook(BytesIO(content)).worksheets[0].values for cell in row]
    assert any(STEPS in cell for cell in cells)


def test_what_machines_and_social_cards_read_tells_all_steps(visitor):
    html = text_of(visitor, FIRST_STEP)
    head = html.split("</head>")[0]
    assert STEPS in head.split('property="og:description"')[1].split(">")[0]
    assert STEPS in head.split('name="description"')[1].split(">")[0]


def test_an_inline_figure_and_a_standing_one_tell_all_steps(first_step):
    assert STEPS in expand_db_html(f'<p>Ставка <embed embedtype="figure" id="{first_step.pk}"/>.</p>')
    display = FigureDisplay.of(first_step)
    assert STEPS in render_to_string("figures/components/figure.html", {"figure": display})
    assert all(STEPS in words for words in (display.sentence, display.standing_text, display.spoken))
    assert STEPS in first_step.shown_value


def test_a_changed_rate_changes_the_words_at_once_and_without_rates_there_is_no_figure(visitor):
    TaxRate.objects.filter(regime="resident", tax="profit", percent=7).update(percent=8, regional_percent=6)
    assert "8\u00a0% — 2028–2032 годы" in text_of(visitor, f"{FIRST_STEP}embed/")
    TaxRate.objects.filter(regime="resident", tax="profit").update(is_published=False)
    assert FigureDisplay.of(Figure.objects.for_display().get(code="F10b")) is None
    for address in (FIRST_STEP, f"{FIRST_STEP}embed/", f"{FIRST_STEP}json/", "/figures/?q=прибыль"):
        assert "2\u00a0%" not in text_of(visitor, address)


def test_a_step_that_is_missing_keeps_the_figure_off_the_site(first_step):
    TaxRate.objects.filter(regime="resident", tax="profit", percent=7).update(is_published=False)
    assert first_step.value_on_site is None


def test_a_chart_says_the_steps_and_leaves_out_a_figure_without_them(first_step):
    assert STEPS in chart_of_figures([first_step], ChartForm.BARS).caption
    TaxRate.objects.filter(regime="resident", tax="profit").update(is_published=False)
    with pytest.raises(ValueError, match="нет опубликованных"):
        chart_of_figures([Figure.objects.for_display().get(code="F10b")], ChartForm.BARS)


def test_a_companion_that_is_not_registered_keeps_the_figure_off_the_site(first_step, monkeypatch):
    monkeypatch.setitem(companions._companions, "silent", companions.Companion("silent", "silent", lambda: ""))
    for name in ("silent", "never-registered"):
        first_step.companion = name
        first_step.__dict__.pop("_companion_words", None)
        assert first_step.value_on_site is None


def test_a_figure_without_a_companion_reads_no_rates(visitor, django_assert_num_queries):
    figure = Figure.objects.for_display().get(code="F10a")
    with django_assert_num_queries(0):
        assert FigureDisplay.of(figure).terms == ""
