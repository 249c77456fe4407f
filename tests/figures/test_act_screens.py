from decimal import Decimal

import pytest

from portal.accounts.tests.factories import make_editor, make_moderator
from portal.figures.models import Figure
from portal.figures.tests.factories import FigureFactory
from portal.longread.tests.factories import add_education, add_workforce, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_editor())
    return client


def sent(**values):
    fields = {
        "comparator": "more-than", "value": "760 000", "period": "2026-01", "comparison_base": "", "period_note": "",
        "as_of": "2026-01-15", "source": "", "status": "unchecked", "kind": "reported", "review_on": "", "note": "",
        "shown": "on", "reason": "Письмо ведомства.",
    }  # fmt: skip
    return fields | values


def update_url(figure):
    return f"/admin/figures/{figure.pk}/update/"


def correct_url(figure):
    return f"/admin/figures/{figure.pk}/values/{figure.current_value.pk}/correct/"


def test_the_effect_is_shown_before_anything_is_saved(editor):
    figure, other = FigureFactory(caption="занято в городе"), FigureFactory()
    article = make_article(headline_figure=figure)
    add_workforce(article, figure=figure)
    add_education(article, figures=[figure, other])
    response = editor.post(update_url(figure), sent())
    assert [row["place"].title for row in response.context["places"]] == ["Люди", "Образование"]
    assert [row["place"].field for row in response.context["channels"]] == ["Главная цифра"]
    assert figure.values.count() == 1


def test_a_confirmed_update_is_saved_with_its_author(editor):
    figure = FigureFactory()
    response = editor.post(update_url(figure), sent(confirm="1"))
    assert response.status_code == 302
    change = figure.changes.get()
    assert (change.value.value, change.reason) == (760_000, "Письмо ведомства.")
    assert change.made_by_name


def test_one_may_go_back_to_the_form_with_what_was_typed(editor):
    response = editor.post(update_url(FigureFactory()), sent(back="1"))
    html = response.content.decode()
    assert 'name="value" value="760\u00a0000"' in html
    assert 'name="confirm"' not in html


@pytest.mark.parametrize(
    ("broken", "field"),
    [({"value": "много"}, "value"), ({"value": "9" * 40}, "value"), ({"period": "когда-то"}, "period"),
     ({"as_of": "32 мая"}, "as_of"), ({"as_of": "01.01.2999"}, "as_of"), ({"status": "confirmed"}, "source"),
     ({"reason": " "}, "reason"), ({"value": ""}, "value")],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(editor, broken, field):
    figure = FigureFactory()
    response = editor.post(update_url(figure), sent(confirm="1", **broken))
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert figure.values.count() == 1


def test_a_value_for_the_history_says_that_pages_stay_as_they_are(editor):
    figure = FigureFactory()
    add_workforce(make_article(), figure=figure)
    response = editor.post(update_url(figure), sent(shown=""))
    assert not response.context["places"]
    assert "ляжет в историю цифры" in response.content.decode()


def test_a_correction_keeps_the_rest_of_the_value(editor):
    figure = FigureFactory()
    source = figure.current_value.source
    fields = sent(value="750000", period="2025-10", as_of="2025-10-29", source=source.pk, public_note="Опечатка.")
    assert editor.post(correct_url(figure), fields | {"confirm": "1"}).status_code == 302
    value = Figure.objects.get().current_value
    assert (value.value, value.source, value.as_of) == (Decimal(750_000), source, "2025-10-29")
    assert figure.changes.get().act == "correct"


def test_a_correction_without_a_note_to_the_reader_is_refused(editor):
    response = editor.post(correct_url(FigureFactory()), sent(public_note=""))
    assert "public_note" in response.context["form"].errors


def test_who_is_late_is_told_to_look_again(editor):
    figure = FigureFactory()
    seen = editor.get(update_url(figure)).context["form"].initial["seen"]
    editor.post(update_url(figure), sent(confirm="1", seen=seen))
    response = editor.post(update_url(figure), sent(confirm="1", seen=seen, value="1"))
    assert "Цифру успели изменить" in response.content.decode()
    assert figure.values.count() == 2


def test_a_review_is_kept(editor):
    figure = FigureFactory()
    address = f"/admin/figures/{figure.pk}/values/{figure.current_value.pk}/review/"
    editor.post(address, {"review_on": "2999-01-01", "reason": "Сверено с отчётом."})
    assert figure.changes.get().act == "review"


def test_a_review_asks_for_a_day_to_come(editor):
    figure = FigureFactory()
    address = f"/admin/figures/{figure.pk}/values/{figure.current_value.pk}/review/"
    answer = editor.post(address, {"review_on": "2020-01-01", "reason": "Сверено с отчётом."})
    assert "Назовите день, который ещё впереди." in answer.content.decode()
    assert not figure.changes.exists()


def test_a_moderator_may_not_change_figures(client):
    client.force_login(make_moderator())
    figure = FigureFactory()
    client.post(update_url(figure), sent(confirm="1"))
    assert figure.values.count() == 1


def test_the_editor_of_a_figure_shows_its_values_and_history(editor):
    figure = FigureFactory()
    editor.post(update_url(figure), sent(confirm="1"))
    html = editor.get(f"/admin/snippets/figures/figure/edit/{figure.pk}/").content.decode()
    assert "более\u00a0755\u00a0000 специалистов → <b>более\u00a0760\u00a0000 специалистов</b>" in html
    assert update_url(figure) in html
