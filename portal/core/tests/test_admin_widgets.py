"""What the admin's own parts say and keep."""

import pytest
from django.template.loader import render_to_string

from portal.core.admin_columns import date_words, period_words
from portal.core.widgets import FilteredChoices


def test_ticked_choices_stand_first_and_the_others_keep_their_order():
    widget = FilteredChoices(choices=[("1", "Азов"), ("2", "Бор"), ("3", "Вега")])
    html = widget.render("plants", ["3"])
    assert [html.index(name) for name in ("Вега", "Азов", "Бор")] == sorted(
        html.index(name) for name in ("Вега", "Азов", "Бор")
    )
    assert html.count("checked") == 1


@pytest.mark.parametrize(("value", "word"), [(True, "да"), (False, "нет"), (None, "неизвестно")])
def test_a_tick_of_a_list_is_said_in_words_of_the_admin_s_language(value, word):
    html = render_to_string("wagtailadmin/tables/boolean_cell.html", {"value": value, "column": {"classname": ""}})
    assert word in html
    assert str(value) not in html


def test_what_is_not_known_of_a_record_is_a_dash():
    assert "None" not in render_to_string("wagtailadmin/panels/read_only_output.html", {"display_value": None})


@pytest.mark.parametrize(
    ("words", "text", "shown"),
    [
        (date_words, "2026-03-02", "2 марта 2026 года"), (date_words, "2015", "2015 год"), (date_words, "", "—"),
        (period_words, "2024H1", "I полугодие 2024 года"), (period_words, "", "—"),
    ],
)  # fmt: skip
def test_lists_show_dates_and_periods_in_words(words, text, shown):
    assert words(text).replace("\N{NO-BREAK SPACE}", " ") == shown
