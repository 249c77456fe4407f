from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.figures.display import FigureDisplay
from portal.figures.guard import act_on_figure
from portal.figures.models import Figure, FigureValue
from portal.figures.tests.factories import FigureFactory, SourceFactory, UnitFactory

pytestmark = pytest.mark.django_db


def draft(**value):
    figure = Figure.objects.create(subject="Станки", unit=UnitFactory(), slug="machines", live=False)
    values = {"value": Decimal(5), "period": "2025", "as_of": "2025-10", "is_current": True, **value}
    FigureValue.objects.create(figure=figure, **values)
    return figure


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ({"period": ""}, "Укажите период: без него число ни о чём не говорит."),
        ({"value": None}, "Впишите число: без него цифру нельзя опубликовать."),
        ({"as_of": ""}, "Укажите, на какую дату известно число."),
    ],
)
def test_an_incomplete_figure_is_kept_as_a_draft_and_refused_at_publication(missing, message):
    figure = draft(**missing)
    with pytest.raises(ValidationError) as refusal:
        figure.save_revision(clean=False).publish()
    assert message in refusal.value.messages
    figure.refresh_from_db()
    assert not figure.live


def test_a_figure_without_a_current_value_is_refused():
    figure = draft(is_current=False)
    with pytest.raises(ValidationError):
        figure.save_revision().publish()


def test_the_database_holds_one_current_value():
    figure = FigureFactory()
    other = FigureValue.objects.create(figure=figure, value=1, period="2024", as_of="2024")
    with pytest.raises(IntegrityError), transaction.atomic(), act_on_figure():
        FigureValue.objects.filter(pk=other.pk).update(is_current=True)


def test_a_confirmed_value_needs_its_source():
    figure = FigureFactory()
    with pytest.raises(IntegrityError), transaction.atomic(), act_on_figure():
        figure.values.update(status="confirmed", source=None)


def test_the_period_s_days_are_worked_out_from_its_text():
    value = FigureFactory(period="2024H1").values.get()
    assert (value.period_kind, str(value.period_start), str(value.period_end)) == (
        "half-year",
        "2024-01-01",
        "2024-06-30",
    )


def test_a_draft_figure_is_not_shown():
    assert FigureDisplay.of(draft()) is None


def test_a_caption_of_the_place_replaces_the_usual_one():
    figure = FigureFactory(caption="обычная")
    assert FigureDisplay.of(figure).caption == "обычная"
    assert FigureDisplay.of(figure, caption="своя").caption == "своя"


def test_display_needs_two_queries_whatever_the_number(django_assert_num_queries):
    keys = [FigureFactory(source=SourceFactory()).pk for _ in range(5)]
    with django_assert_num_queries(2):
        figures = Figure.objects.for_display().in_bulk(keys)
        texts = [FigureDisplay.of(figure).formatted.text for figure in figures.values()]
    assert texts == ["более\u00a0755\u00a0000 специалистов"] * 5
