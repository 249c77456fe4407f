"""What a list may be narrowed by."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

UNKNOWN = "unknown"


@dataclass(frozen=True)
class FacetChoice:
    """One value of a facet: ``key`` in the database, ``value`` in addresses; the name is asked for when shown.

    ``record`` is what the choice stands for where that is a record, so that a view need not read it again.
    """

    key: Any
    value: str
    read_name: Callable[[], str]
    record: Any = None

    @property
    def name(self) -> str:
        """The name in the visitor's language."""
        return self.read_name()


@dataclass(frozen=True)
class Facet:
    """A question with several possible answers; answers to one question are joined by «or», questions by «and».

    ``field`` is the column (``industry_id``) or, with ``is_many``, the relation (``markets``) that holds the key.
    """

    name: str
    label: Any
    field: str
    read_choices: Callable[[], Sequence[FacetChoice]]
    is_many: bool = False


def unknown_choice() -> FacetChoice:
    """Return the choice of records of which the answer is not known."""
    return FacetChoice(None, UNKNOWN, lambda: _("нет данных"))


def choices_of_records(records: Iterable[Any], name: str = "name") -> list[FacetChoice]:
    """Return a choice for each record with a ``slug``; ``name`` is the attribute visitors read."""
    return [FacetChoice(record.pk, record.slug, partial(_read_name, record, name), record) for record in records]


def choices_of_enum(choices: type[models.TextChoices]) -> list[FacetChoice]:
    """Return a choice for each member of a closed list."""
    return [FacetChoice(member.value, member.value, partial(_read_name, member, "label")) for member in choices]


def _read_name(record: Any, name: str) -> str:
    return str(getattr(record, name))
