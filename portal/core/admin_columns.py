"""Columns of the admin's lists that say in words what a field's name or a bare True would not."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column

from portal.core.numbers import PartialDate, Period


def yes_no(name: str, label: Any) -> BooleanColumn:
    """Return a column that shows a field's yes or no as a tick or a cross and sorts by it."""
    return BooleanColumn(name, label=label, sort_key=name)


def published() -> BooleanColumn:
    """Return the column that tells whether a record is public."""
    return yes_no("live", _("Опубликовано"))


def words(name: str, label: Any) -> Column:
    """Return a column of what a property says, under a heading of its own."""
    return Column(name, label=label)


def partial_date(name: str, label: Any) -> Column:
    """Return a column of a date known to the day, the month or the year, in words; sorted by as it is stored."""
    return Column(name, label=label, sort_key=name, accessor=lambda record: date_words(getattr(record, name)))


def period(name: str, label: Any) -> Column:
    """Return a column of a typed period in words; sorted by as it is stored."""
    return Column(name, label=label, sort_key=name, accessor=lambda record: period_words(getattr(record, name)))


def date_words(text: str) -> str:
    """Return a partial date in words, a dash for none."""
    return PartialDate.parse(text).text() if text else "—"


def period_words(text: str) -> str:
    """Return a typed period in words, a dash for none."""
    return Period.parse(text).text() or text if text else "—"
