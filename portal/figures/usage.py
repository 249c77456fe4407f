"""Which records show a figure, and which pages show it through a record."""

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from wagtail.models import DraftStateMixin, Page, ReferenceIndex, Revision

from portal.figures.records import RecordKind, record_kinds

if TYPE_CHECKING:
    from portal.figures.models import Figure


def _all(records: QuerySet) -> QuerySet:
    return records


def figure_condition(kind: RecordKind, figure: "Figure") -> Q:
    """Return the condition of records of ``kind`` that show ``figure`` as they are stored."""
    condition = Q(pk__in=[])
    for lookup in kind.figure_lookups:
        condition |= Q(**{lookup: figure})
    return condition


def kinds_with_figures() -> list[RecordKind]:
    """Return the kinds whose records may show figures."""
    return [kind for kind in record_kinds() if kind.figure_lookups]


def public_records_with(figure: "Figure", narrow: Callable[[QuerySet], QuerySet] = _all) -> list[Model]:
    """Return the published records that show ``figure``, those that ``narrow`` keeps of them.

    One query for each kind that shows figures.
    """
    found: list[Model] = []
    for kind in kinds_with_figures():
        found += narrow(kind.public()).filter(figure_condition(kind, figure)).distinct()
    return found


def pages_through_records(figure: "Figure") -> dict[int, str]:
    """Return the live pages that show ``figure`` through a public record: the record's kind in words by page key.

    One query for each kind that shows figures.
    """
    found: dict[int, str] = {}
    for kind in kinds_with_figures():
        records = kind.public().filter(figure_condition(kind, figure))
        name = str(kind.model._meta.verbose_name)
        found |= dict.fromkeys(kind.pages(records).filter(live=True).values_list("pk", flat=True).distinct(), name)
    return found


def draft_records_with(figure: "Figure") -> list[Model]:
    """Return records no visitor sees that show ``figure``, and drafts of public ones that would."""
    found: list[Model] = []
    for kind in kinds_with_figures():
        stored = kind.model._default_manager.filter(figure_condition(kind, figure))
        found += stored.exclude(pk__in=kind.public().values("pk")).distinct()
        if issubclass(kind.model, DraftStateMixin):
            found += _drafts(kind, figure)
    return found


def users_of(figure: "Figure") -> list[tuple[str, Model]]:
    """Return every page and record that shows ``figure`` as it is stored, live or not, with its name for editors."""
    pages = [record for record, _found in ReferenceIndex.get_grouped_references_to(figure) if isinstance(record, Page)]
    found: list[tuple[str, Model]] = [(page.get_admin_display_title(), page) for page in pages]
    for kind in kinds_with_figures():
        records = kind.model._default_manager.filter(figure_condition(kind, figure)).distinct()
        found += [(name_for_editors(record), record) for record in records]
    return found


def name_for_editors(record: Model) -> str:
    """Return the record's name with what it is."""
    return f"{record}, {record._meta.verbose_name}"


def users_by_figure() -> dict[str, int]:
    """Return how many pages and records show each figure, by its key as text."""
    figure_type = ContentType.objects.get_for_model(apps.get_model("figures", "Figure"))
    columns = ("to_object_id", "base_content_type", "object_id")
    users: dict[str, set[Any]] = defaultdict(set)
    for key, kind_key, record in ReferenceIndex.objects.filter(to_content_type=figure_type).values_list(*columns):
        users[key].add((kind_key, record))
    for kind in kinds_with_figures():
        kind_key = ContentType.objects.get_for_model(kind.model).pk
        for lookup in kind.figure_lookups:
            chosen = kind.model._default_manager.exclude(**{lookup: None}).values_list(lookup, "pk")
            for figure, record in chosen:
                users[str(figure)].add((kind_key, str(record)))
    return {key: len(records) for key, records in users.items()}


def _drafts(kind: RecordKind, figure: "Figure") -> list[Model]:
    """Return the drafts that choose ``figure`` in a list of their own; only the lists are read, not every draft."""
    lists = [lookup for lookup in kind.figure_lookups if "__" not in lookup]
    latest = kind.model._default_manager.filter(has_unpublished_changes=True).values("latest_revision")
    found: set[int] = set()
    for name in lists:
        for key, chosen in Revision.objects.filter(pk__in=latest).values_list("pk", f"content__{name}"):
            if figure.pk in (chosen or []):
                found.add(key)
    return [revision.as_object() for revision in Revision.objects.filter(pk__in=found)]
