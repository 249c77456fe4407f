"""Columns of the admin's lists that say in words what a field's name or a bare True would not."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column


def yes_no(name: str, label: Any) -> BooleanColumn:
    """Return a column that shows a field's yes or no as a tick or a cross and sorts by it."""
    return BooleanColumn(name, label=label, sort_key=name)


def published() -> BooleanColumn:
    """Return the column that tells whether a record is public."""
    return yes_no("live", _("Опубликовано"))


def words(name: str, label: Any) -> Column:
    """Return a column of what a property says, under a heading of its own."""
    return Column(name, label=label)
