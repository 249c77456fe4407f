from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.figures.acts import (
    ChangedMeanwhile,
    Responsible,
    correct_value,
    review_value,
    state_of,
    update_figure,
)
from portal.figures.guard import PlainOverwrite
from portal.figures.models import Figure, FigureValue
from portal.figures.tests.factories import FigureFactory, SourceFactory

pytestmark = pytest.mark.django_db
BY = Responsible(None, "Письмо ведомства.")


def newer(**values):
    return FigureValue(
        **{"value": Decimal(760_000), "comparator": "more-than", "period": "2026-01", "as_of": "2026-01", **values}
    )


def test_an_update_adds_a_value_and_keeps_the_former_in_history():
    figure = FigureFactory()
    former = figure.current_value
    change = update_figure(figure, newer(), BY)
    assert [value.value for value in figure.values.all()] == [760_000, 755_000]
    assert not FigureValue.objects.get(pk=former.pk).is_current
    assert figure.current_value == change.value
    assert (change.text_before, change.text_after) == (
        "более\u00a0755\u00a0000 специалистов",
        "более\u00a0760\u00a0000 специалистов",
    )


def test_history_names_who_did_it_who_approved_it_and_why():
    editor = User.objects.create_user("vera", first_name="Вера", last_name="Редакторова")
    other = User.objects.create_user("anna", first_name="Анна", last_name="Администраторова")
    figure = FigureFactory()
    change = update_figure(figure, newer(), Responsible(editor, " Отчёт за год. ", approved_by=other))
    editor.delete()
    change.refresh_from_db()
    kept = (change.made_by, change.made_by_name, change.approved_by_name, change.reason)
    assert kept == (None, "Вера Редакторова", "Анна Администраторова", "Отчёт за год.")


def test_a_value_of_a_past_year_goes_into_history_and_is_not_shown():
    figure = FigureFactory()
    update_figure(figure, newer(value=Decimal(700_000), period="2019", as_of="2020"), BY, shown=False)
    assert figure.current_value.value == 755_000
    assert figure.values.count() == 2


def test_an_update_names_the_next_day_to_look_at_the_value():
    figure = FigureFactory(review_every_months=3)
    value = update_figure(figure, newer(), BY).value
    assert 88 <= (value.review_on - timezone.localdate()).days <= 92


def test_a_correction_amends_the_value_with_a_note_to_the_reader():
    figure = FigureFactory()
    source = SourceFactory(publisher="Росстат")
    change = correct_value(
        figure.current_value, {"value": Decimal(750_000), "source": source}, BY, "В прошлой публикации была опечатка."
    )
    assert [(value.value, value.source) for value in figure.values.all()] == [(750_000, source)]
    assert change.public_note == "В прошлой публикации была опечатка."
    assert (change.before["value"], change.after["value"]) == ("755000.0000", "750000")


@pytest.mark.parametrize(
    ("amendments", "note"), [({"value": Decimal(1)}, " "), ({}, "Опечатка."), ({"figure": None}, "Опечатка.")]
)
def test_a_correction_without_a_note_or_content_is_refused(amendments, note):
    value = FigureFactory().current_value
    with pytest.raises(ValidationError):
        correct_value(value, amendments, BY, note)
    assert value.changes.count() == 0


@pytest.mark.parametrize(
    "broken", [{"value": None}, {"period": "когда-то"}, {"as_of": ""}, {"value": Decimal("Infinity")}]
)
def test_an_incomplete_value_is_refused_and_the_former_stays(broken):
    figure = FigureFactory()
    with pytest.raises(ValidationError):
        update_figure(figure, newer(**broken), BY)
    assert Figure.objects.get(pk=figure.pk).current_value.value == 755_000


def test_an_act_without_a_reason_is_refused():
    figure = FigureFactory()
    with pytest.raises(ValidationError):
        update_figure(figure, newer(), Responsible(None, "  "))
    assert figure.values.count() == 1


def test_who_saw_an_older_state_is_told_to_look_again():
    figure = FigureFactory()
    seen = state_of(figure)
    update_figure(figure, newer(), BY, seen=seen)
    with pytest.raises(ChangedMeanwhile):
        update_figure(figure, newer(value=Decimal(9)), BY, seen=seen)


def test_a_review_keeps_the_value_and_moves_its_day():
    figure = FigureFactory(review_on=date(2020, 1, 1))
    assert figure.current_value.is_past_review()
    change = review_value(figure.current_value, date(2999, 5, 1), BY)
    assert not change.value.is_past_review()
    assert change.before == change.after
    with pytest.raises(ValidationError):
        review_value(figure.current_value, date(2020, 5, 1), BY)


def overwrite_by_saving(value):
    value.value = Decimal(1)
    value.save()


def overwrite_by_a_query(value):
    FigureValue.objects.filter(pk=value.pk).update(value=1)


def overwrite_in_bulk(value):
    value.status = "confirmed"
    FigureValue.objects.bulk_update([value], ["status"])


def push_out(value):
    FigureValue.objects.create(figure=value.figure, value=1, period="2026", as_of="2026", is_current=True)


def hide(value):
    value.is_current = False
    value.save()


def delete(value):
    value.delete()


def delete_by_a_query(value):
    FigureValue.objects.filter(pk=value.pk).delete()


@pytest.mark.parametrize(
    "path",
    [overwrite_by_saving, overwrite_by_a_query, overwrite_in_bulk, push_out, hide, delete, delete_by_a_query],
)
def test_no_path_overwrites_a_value_without_a_trace(path):
    figure = FigureFactory()
    with pytest.raises(PlainOverwrite), transaction.atomic():
        path(figure.values.get())
    assert Figure.objects.get(pk=figure.pk).current_value.value == 755_000


def test_an_older_revision_of_a_figure_brings_no_older_value_back():
    figure = FigureFactory()
    older = figure.save_revision()
    update_figure(figure, newer(), BY)
    older.publish()
    assert Figure.objects.get(pk=figure.pk).current_value.value == 760_000


def test_history_is_never_rewritten():
    change = update_figure(FigureFactory(), newer(), BY)
    change.reason = "Другая."
    with pytest.raises(ValidationError):
        change.save()


def test_a_figure_goes_with_its_values_and_history():
    figure = FigureFactory()
    update_figure(figure, newer(), BY)
    figure.delete()
    assert FigureValue.objects.count() == 0
