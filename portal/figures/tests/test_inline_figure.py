import json
from datetime import date

import pytest
from django.utils import translation
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import RichText, expand_db_html, extract_references_from_rich_text

from media.preloading import preloaded_records
from portal.core.references import collect_text_references
from portal.figures.models import Figure
from portal.figures.rich_text.editor import FEATURE, chip_data
from portal.figures.tests.factories import FigureFactory

pytestmark = pytest.mark.django_db


def embed(figure):
    return f'<embed embedtype="figure" id="{figure.pk}"/>'


def converter():
    return ContentstateConverter(features=["bold", FEATURE])


def test_a_number_stands_in_the_sentence_with_its_unit_in_agreement():
    one = FigureFactory(value=21, comparator="exactly")
    many = FigureFactory()
    html = expand_db_html(f"<p>Учится {embed(one)}, работает {embed(many)}.</p>")
    assert html == (
        '<p>Учится <data data-number="figure" class="inline-figure" value="21">21 специалист</data>, '
        'работает <data data-number="figure" class="inline-figure" value="755000">'
        "более\u00a0755\u00a0000 специалистов</data>.</p>"
    )


def test_in_english_it_is_written_the_english_way():
    with translation.override("en"):
        assert "more than\u00a0755,000 specialists" in expand_db_html(embed(FigureFactory()))


def test_past_its_review_the_number_says_its_date():
    html = expand_db_html(embed(FigureFactory(review_on=date(2020, 1, 1))))
    assert "(данные: 29\u00a0октября 2025\u00a0года)" in html


@pytest.mark.parametrize("key", ["", "999999", "x", "1 OR 1=1", "²"])
def test_an_unknown_figure_leaves_nothing(key):
    assert expand_db_html(f'<p>Итого<embed embedtype="figure" id="{key}"/>.</p>') == "<p>Итого.</p>"


def test_a_draft_figure_leaves_nothing():
    assert expand_db_html(embed(FigureFactory(live=False))) == ""


def test_a_text_with_many_figures_takes_two_queries(django_assert_num_queries):
    html = "".join(embed(FigureFactory()) for _ in range(5))
    with django_assert_num_queries(2):
        assert str(RichText(html)).count("inline-figure") == 5


def test_on_a_composed_page_a_text_takes_no_query(django_assert_num_queries):
    figure = FigureFactory()
    records = {Figure: Figure.objects.for_display().in_bulk([figure.pk])}
    with preloaded_records(records), django_assert_num_queries(0):
        assert "755\u00a0000" in expand_db_html(embed(figure))


def test_the_index_of_references_and_the_composition_find_it():
    figure = FigureFactory()
    assert list(extract_references_from_rich_text(embed(figure))) == [(Figure, str(figure.pk), "", "")]
    assert collect_text_references(embed(figure) * 2) == {Figure: [figure.pk]}


def test_the_editor_shows_a_chip_and_keeps_only_the_key():
    figure = FigureFactory(code="F01", subject="Занято в промышленности")
    state = json.loads(converter().from_database_format(f"<p>Работают <b>и</b> {embed(figure)} сегодня.</p>"))
    [block] = state["blocks"]
    assert block["text"] == "Работают и более\u00a0755\u00a0000 специалистов сегодня."
    [entity] = state["entityMap"].values()
    assert (entity["type"], entity["mutability"]) == ("FIGURE", "IMMUTABLE")
    assert entity["data"] == chip_data(figure)
    stored = converter().to_database_format(json.dumps(state))
    assert f'Работают <b>и</b> <embed embedtype="figure" id="{figure.pk}"/> сегодня.' in stored


def test_a_figure_opening_a_text_or_gone_survives_the_editor():
    figure = FigureFactory()
    html = f"<p>{embed(figure)}</p>"
    assert embed(figure) in converter().to_database_format(converter().from_database_format(html))
    Figure.objects.filter(pk=figure.pk).update(live=False)
    assert "⟨?⟩" in converter().from_database_format(html) or "\\u27e8" in converter().from_database_format(html)


def test_the_chip_warns_of_what_to_mind():
    assert chip_data(FigureFactory())["warning"] == ""
    old = FigureFactory(review_on=date(2020, 1, 1), status="contradicted")
    assert chip_data(old)["warning"] == "Пора пересмотреть: у числа на сайте стоит его дата. Проверка: расходится."
    assert chip_data(FigureFactory(live=False))["warning"] == "Цифра не опубликована: на сайте её не видно."
