"""An editor's chart: numbers from the records, refused where it would mislead, nothing rather than a wrong picture."""

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from media.preloading import preloaded_records
from portal.core.numbers import UnitKind
from portal.figures.charts.blocks import ChartBlock
from portal.figures.charts.from_figures import chart_of_figures
from portal.figures.models import Figure, FigureValue
from portal.figures.tests.factories import FigureFactory, SourceFactory, UnitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def block():
    return ChartBlock()


def figure_with(*periods, **more):
    figure = FigureFactory(period="2025", as_of="2025", **more)
    for number, period in enumerate(periods, start=1):
        FigureValue.objects.create(figure=figure, value=number, period=period, as_of="2024", source=SourceFactory())
    return figure


def percent():
    return UnitFactory(slug="percent", name="процент", kind=UnitKind.PERCENT)


def value_of(block, figures, form="lines", **more):
    raw = {"title": "", "caption": "", "form": form, "figures": [figure.pk for figure in figures], **more}
    return block.to_python(raw)


def labels(value):
    return [[point.label for point in series.points] for series in value.chart.series]


def test_one_figure_gives_its_history_in_order_of_time(block):
    figure = figure_with("2024", "2022", "2030 план")
    years = ["2022\u00a0год", "2024\u00a0год", "2025\u00a0год", "план на\u00a02030\u00a0год"]
    assert labels(value_of(block, [figure])) == [years]
    assert labels(value_of(block, [figure], "bars")) == [years]


def test_of_a_mixed_history_the_longest_comparable_part_is_drawn(block):
    figure = figure_with("2023H1", "2024H1", "2025H1")
    assert labels(value_of(block, [figure], "bars")) == [
        [f"I\u00a0полугодие {year}\u00a0года" for year in (2023, 2024, 2025)]
    ]


def test_several_figures_are_compared_by_their_current_values(block):
    figures = [figure_with(subject=name) for name in ("Первая", "Вторая")]
    assert labels(value_of(block, figures, "dots")) == [["Первая", "Вторая"]]
    assert [series.title for series in value_of(block, figures, "multiples").chart.series] == ["Первая", "Вторая"]


def test_a_new_value_is_in_the_chart_at_once(block):
    figure = figure_with("2024")
    value = value_of(block, [figure])
    assert "2023" not in block.render(value)
    FigureValue.objects.create(figure=figure, value=3, period="2023", as_of="2023", source=SourceFactory())
    assert "2023" in block.render(value_of(block, [figure]))


def test_a_chart_costs_one_query_whatever_its_figures(block, django_assert_num_queries):
    value = value_of(block, [figure_with("2023", "2024") for _ in range(6)], "multiples")
    for figure in value["figures"]:
        figure.unit.pk  # noqa: B018
    with django_assert_num_queries(1):
        block.render(value)


@pytest.mark.parametrize(
    ("make", "form", "message"),
    [
        (lambda: [FigureFactory(), FigureFactory(unit=percent())], "bars", "с разными единицами"),
        (lambda: [FigureFactory(live=False)], "lines", "нет опубликованных"),
        (lambda: [FigureFactory(period="2024"), FigureFactory(period="2024H1")], "bars", "периоды разной длины"),
        (lambda: [FigureFactory() for _ in range(4)], "lines", "Больше трёх линий"),
    ],
)  # fmt: skip
def test_a_misleading_chart_is_refused_in_words_and_never_drawn(block, make, form, message):
    value = value_of(block, make(), form)
    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(value)
    assert message in str(refusal.value.block_errors["figures"])
    assert block.render(value).strip() == ""


def test_the_preview_needs_no_record(block, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert "<svg" in block.render(block.get_preview_value())


def test_the_charts_of_one_page_share_their_query(django_assert_num_queries):
    figures = [FigureFactory(), FigureFactory()]
    loaded = {figure.pk: figure for figure in Figure.objects.for_display()}
    with preloaded_records({Figure: loaded}), django_assert_num_queries(1):
        drawn = [chart_of_figures([loaded[figure.pk]], "bars") for figure in figures]
    assert [chart.title for chart in drawn] == [figure.subject for figure in figures]
