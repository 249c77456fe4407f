"""Charts tell the truth: from nought, without joining gaps, never half a year beside a year."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.core.numbers import NounForms, Period, UnitForms, UnitKind
from portal.figures.charts import (
    ChartPoint,
    MixedPeriodsError,
    Series,
    bar_chart,
    comparable_groups,
    dot_plot,
    line_chart,
    small_multiples,
    step_chart,
)
from portal.figures.charts.labels import LETTER_HEIGHT, LETTER_WIDTH, NARROWEST_WIDTH
from portal.figures.charts.marks import Dot, Rectangle, Stroke, Words
from portal.figures.charts.scale import Scale
from portal.figures.charts.steps import wrapped
from portal.figures.charts.style_guide import chart_examples
from portal.figures.charts.timeline import Timeline, day_of, follows
from portal.figures.enums import ValueKind

MACHINES = UnitForms(UnitKind.COUNT, NounForms("станок", "станка", "станков"))


@pytest.fixture(autouse=True)
def _in_russian():
    with translation.override("ru"):
        yield


def point(label, value, period=None, **more):
    return ChartPoint.of(label, value, MACHINES, period=Period.parse(period) if period else None, **more)


def dated(*periods):
    return Series("цех", tuple(point(period, 10 * number, period) for number, period in enumerate(periods, start=1)))


def marks_of(chart, shape, number=0):
    return [mark for mark in chart.drawings[number].marks if isinstance(mark, shape)]


def rendered(chart):
    return render_to_string("figures/charts/chart.html", {"chart": chart})


HUNDREDTHS = st.integers(-(10**11), 10**11).map(lambda number: Decimal(number).scaleb(-2))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(HUNDREDTHS, min_size=1, max_size=8))
def test_the_axis_always_holds_nought_and_every_value(values):
    scale = Scale.for_values(values)
    assert scale.low <= min(0, *values) <= max(0, *values) <= scale.high
    assert 0 in scale.ticks
    assert 2 <= len(scale.ticks) <= 12
    assert all(0 <= scale.share(value) <= 1 for value in values)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([755_000, 750_000], [0, 200_000, 400_000, 600_000, 800_000]),
        ([Decimal("27.3")], [0, 5, 10, 15, 20, 25, 30]),
        ([-5, 10], [-5, 0, 5, 10]),
        ([0], [0, 1]),
        ([-3], [-3, -2, -1, 0]),
    ],
)
def test_the_ticks_are_round(values, ticks):
    assert Scale.for_values(map(Decimal, values)).ticks == ticks


def test_a_scale_of_nothing_is_refused():
    with pytest.raises(ValueError, match="nothing to show"):
        Scale.for_values([])


def test_a_bar_is_as_long_as_its_value_and_begins_at_nought():
    bars = marks_of(bar_chart("Станки", [point("а", 100), point("б", 50), point("в", 0)]), Rectangle)
    assert [(bar.left, bar.width) for bar in bars] == [("0.00%", "70.00%"), ("0.00%", "35.00%"), ("0.00%", "0.00%")]


def test_a_negative_bar_ends_at_nought():
    negative, positive = marks_of(bar_chart("Станки", [point("а", -100), point("б", 100)]), Rectangle)
    assert (negative.left, negative.width) == ("0.00%", "35.00%")
    assert (positive.left, positive.width) == ("35.00%", "35.00%")


@pytest.mark.parametrize("make", [bar_chart, dot_plot, step_chart])
def test_a_gap_is_named_and_not_drawn(make):
    chart = make("Станки", [point("а", 10), point("б", None)])
    drawn = marks_of(chart, (Rectangle, Dot))
    assert len(drawn) == 1
    assert [words.text for words in marks_of(chart, Words) if words.role == "gap"] == ["нет данных"]


def test_a_long_label_takes_several_lines():
    chart = bar_chart("Станки", [point("станки с числовым управлением в опытном цехе нового завода", 10)])
    labels = [words.text for words in marks_of(chart, Words) if words.role == "label"]
    assert labels == ["станки с числовым управлением в", "опытном цехе нового завода"]


@pytest.mark.parametrize(
    "periods", [("2024H1", "2024"), ("2024 9M", "2023"), ("2024Q1", "2024H1"), ("2022–2024", "2024")]
)
@pytest.mark.parametrize("make", [bar_chart, dot_plot, step_chart])
def test_a_part_of_a_year_never_stands_beside_a_year(make, periods):
    with pytest.raises(MixedPeriodsError, match="периоды разной длины"):
        make("Станки", dated(*periods).points)


@pytest.mark.parametrize("make", [line_chart, small_multiples])
def test_lines_refuse_it_also_between_two_series(make):
    with pytest.raises(MixedPeriodsError):
        make("Станки", [dated("2023H1", "2024H1"), dated("2023", "2024")])


def test_years_months_days_and_a_plan_may_be_compared():
    chart = line_chart("Станки", [dated("2023", "2024-11", "2025-10-07", "2030 план")])
    assert len(marks_of(chart, Dot)) == 4


def test_a_history_falls_into_comparable_groups():
    points = dated("2023H1", "2024", "2025", "2024H1", "2024 9M").points
    groups = [[point.label for point in group] for group in comparable_groups(points)]
    assert groups == [["2023H1", "2024H1"], ["2024", "2025"], ["2024 9M"]]


def lines(chart, number=0):
    return [stroke for stroke in marks_of(chart, Stroke, number) if stroke.role.startswith("line")]


def test_only_periods_that_follow_one_another_are_joined():
    assert len(lines(line_chart("Станки", [dated("2020", "2021", "2023", "2024", "2025")]))) == 3
    assert lines(line_chart("Станки", [dated("2023H1", "2024H1")])) == []
    assert len(lines(line_chart("Станки", [dated("2023H2", "2024H1")]))) == 1


def test_a_plan_is_never_joined_to_what_was():
    planned = point("план", 90, "2026 план", kind=ValueKind.PLAN)
    series = Series("цех", (*dated("2024", "2025").points, planned))
    assert len(lines(line_chart("Станки", [series]))) == 1


def test_a_missing_value_leaves_the_line_open():
    series = Series("цех", (point("2023", 1, "2023"), point("2024", None, "2024"), point("2025", 3, "2025")))
    assert lines(line_chart("Станки", [series])) == []


def test_what_has_no_date_stands_in_the_table_only():
    chart = line_chart("Станки", [Series("цех", (*dated("2024", "2025").points, point("по проекту", 400)))])
    assert len(marks_of(chart, Dot)) == 2
    assert "400\u00a0" not in "".join(words.text for words in marks_of(chart, Words))
    assert "400 станков" in rendered(chart)


def test_a_chart_over_time_without_a_date_is_refused():
    with pytest.raises(ValueError, match="nothing to show"):
        line_chart("Станки", [Series("цех", (point("а", 1),))])


def test_more_than_three_lines_are_refused():
    with pytest.raises(ValueError, match="Больше трёх линий"):
        line_chart("Станки", [dated("2024", "2025")] * 4)


def test_small_multiples_share_their_axes():
    few, many = Series("малый", (point("2025", 10, "2025"),)), Series("большой", (point("2021", 100, "2021"),))
    chart = small_multiples("Станки", [few, many])
    assert [drawing.title for drawing in chart.drawings] == ["малый", "большой"]
    ticks = [[words.text for words in marks_of(chart, Words, panel) if words.role == "tick"] for panel in (0, 1)]
    assert ticks[0] == ticks[1]


def test_numbers_beside_dots_never_cover_one_another_on_a_phone():
    crowd = Series("цех", tuple(point(str(year), 1000 + year % 3, str(year)) for year in range(2000, 2026)))
    placed = [words for words in marks_of(line_chart("Станки", [crowd]), Words) if words.role == "number"]
    assert placed
    assert placed[0].text == "1\u00a0000"
    boxes = [(float(words.left[:-1]) / 100 * NARROWEST_WIDTH, words.top, len(words.text)) for words in placed]
    for number, (left, top, letters) in enumerate(boxes):
        for other_left, other_top, other_letters in boxes[number + 1 :]:
            wide = float(LETTER_WIDTH) * (letters + other_letters) / 2
            assert abs(left - other_left) >= wide - 0.1 or abs(top - other_top) >= LETTER_HEIGHT


@pytest.mark.parametrize(
    ("period", "day"), [("2024", "2024-07-01"), ("с 2022", "2022-01-01"), ("до 2028", "2027-12-31"), ("проект", "None")]
)
def test_a_period_stands_on_its_middle_or_the_end_it_has(period, day):
    assert str(day_of(Period.parse(period))) == day


def test_years_are_thinned_where_they_would_crowd():
    assert Timeline(2020, 2024).years == [2020, 2021, 2022, 2023, 2024]
    assert Timeline(2014, 2030).years == [2014, 2019, 2024, 2029]
    assert Timeline(1900, 2100).years == list(range(1900, 2101, 50))


def test_an_open_period_is_followed_by_nothing():
    assert not follows(Period.parse("с 2022"), Period.parse("2023"))


def test_each_kind_is_drawn_in_its_own_way_and_explained():
    kinds = list(ValueKind)
    chart = bar_chart("Станки", [point(str(kind), 10, kind=kind) for kind in kinds])
    html = rendered(chart)
    assert all(f"chart__bar--{kind}" in html for kind in kinds)
    assert chart.kinds == kinds
    assert f"url(#{chart.key}-1-hatch)" in html


def test_values_that_are_simply_reported_need_no_legend():
    html = rendered(bar_chart("Станки", [point("а", 1), point("б", 2)]))
    assert "chart__legend" not in html
    assert "Происхождение" not in html


def test_the_drawing_has_a_name_a_description_and_the_same_values_as_a_table():
    chart = bar_chart("Станки", [point("токарные", 21), point("фрезерные", 5, note="не проверено")], unit="станков")
    html = rendered(chart)
    assert f'<title id="{chart.key}-1-title">Станки</title>' in html
    assert chart.description == (
        "Столбцы: 2 значения, от 5 станков (фрезерные) до 21 станок (токарные). Все значения — в таблице под рисунком."
    )
    table = ElementTree.fromstring(html[html.index("<table>") : html.index("</table>") + len("</table>")])
    rows = [["".join(cell.itertext()).strip() for cell in row] for row in table.iter("tr")]
    assert rows == [
        ["Что", "Значение", "Примечание"],
        ["токарные", "21 станок", ""],
        ["фрезерные", "5 станков", "не проверено"],
    ]


def test_words_of_an_editor_are_text():
    assert "<script>" not in rendered(bar_chart("<script>alert(1)</script>", [point("<b>", 1)]))


def test_places_are_written_with_a_point_in_every_language():
    assert 'width="61.25%"' in rendered(bar_chart("Станки", [point("а", 7)]))


def test_the_style_guide_shows_every_form():
    examples = chart_examples()
    assert [example.name for example in examples] == [
        "chart-bars", "chart-dots", "chart-steps", "chart-lines", "chart-multiples",
    ]  # fmt: skip
    assert not any(example.is_empty for example in examples)


def test_a_span_of_years_breaks_after_its_dash():
    assert wrapped("2026–2027", 6) == ["2026–", "2027"]
    assert wrapped("2028–2032", 12) == ["2028–2032"]
