"""Records of other apps that show figures or state numbers of their own; each app registers its kinds at start."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import ForeignKey, Model, Q, QuerySet
from django.utils import translation
from wagtail.fields import StreamField
from wagtail.models import Page

from portal.core.references import EVERY, collect_stream_references
from portal.figures.enums import DOUBTFUL, ValueStatus

Listed = Callable[[Any, QuerySet], QuerySet]


@dataclass(frozen=True)
class Statement:
    """A number or a fact that a record states itself, in words, with how far it is checked.

    ``path`` leads to the record's field that holds the status; it is no part of what is said.
    """

    text: str
    status: str
    path: tuple[str, ...] = field(default=(), compare=False)

    @property
    def mark(self) -> str:
        """What tells this statement from any other: reworded or checked anew it is another one."""
        return sha256(f"{self.status} {self.text}".encode()).hexdigest()[:32]

    def get_status_display(self) -> str:
        """Return the status in words."""
        return str(ValueStatus(self.status).label)


def no_pages(records: QuerySet) -> QuerySet:
    """Return nothing: no page shows the records' figures."""
    return Page.objects.none()


def every_record(page: Any, records: QuerySet) -> QuerySet:
    """Return all the records: the page leaves none of the public ones out."""
    return records


def no_statements(record: Any) -> Iterable[Statement]:
    """Return nothing: the record states no number of its own."""
    return ()


@dataclass(frozen=True)
class RecordKind:
    """What the figures need to know of one model of records.

    ``public`` gives the records visitors may see; ``statements`` what one record states itself. ``status_lookups`` and
    ``figure_lookups`` lead from the model to those statuses and to figures. ``listed_on`` names the page types that
    list the records without pointing to each, and narrows the public ones to those a page lists; ``pages`` gives the
    pages that show the very figures of some records.
    """

    model: type[Model]
    public: Callable[[], QuerySet]
    statements: Callable[[Any], Iterable[Statement]] = no_statements
    status_lookups: tuple[str, ...] = ()
    figure_lookups: tuple[str, ...] = ()
    listed_on: Mapping[str, Listed] = field(default_factory=dict)
    pages: Callable[[QuerySet], QuerySet] = no_pages

    def doubtful(self, records: QuerySet) -> QuerySet:
        """Return those of ``records`` that show a doubtful figure or state something doubtful. One query."""
        condition = Q(pk__in=[])
        for lookup in self.status_lookups:
            condition |= Q(**{f"{lookup}__in": DOUBTFUL})
        values: Any = apps.get_model("figures", "FigureValue")
        doubtful_figures = values.objects.current().filter(status__in=DOUBTFUL).values("figure")
        for lookup in self.figure_lookups:
            condition |= Q(**{f"{lookup}__in": doubtful_figures})
        return records.filter(condition).distinct()


_kinds: dict[type[Model], RecordKind] = {}


def register_record_kind(kind: RecordKind) -> None:
    """Let pages and people be told of the figures and numbers in records of ``kind``."""
    _kinds[kind.model] = kind


def kind_of(record: Model | type[Model]) -> RecordKind | None:
    """Return what is registered for the record's model."""
    return _kinds.get(record if isinstance(record, type) else type(record))


def record_kinds() -> Iterable[RecordKind]:
    """Return every registered kind."""
    return _kinds.values()


def statements_of(record: Model) -> list[Statement]:
    """Return what ``record``, as it is in memory, states itself; nothing for a model no one has registered.

    The words are of the site's own language whoever asks: a decision is tied to them.
    """
    kind = kind_of(record)
    if kind is None:
        return []
    with translation.override(settings.LANGUAGE_CODE):
        return list(kind.statements(record))


def doubtful_records_on(page: Page) -> list[Model]:
    """Return the public records with something doubtful that ``page``, as it is in memory, lists or points to.

    At most one query for each kind of record the page has to do with.
    """
    references = _references(page)
    found: list[Model] = []
    for kind in _kinds.values():
        for records in _shown(kind, page, references.get(kind.model, set())):
            found += kind.doubtful(records)
    return list(dict.fromkeys(found))


def _shown(kind: RecordKind, page: Page, keys: set[Any]) -> Iterator[QuerySet]:
    listed = kind.listed_on.get(page._meta.label)
    if EVERY in keys:
        yield kind.public()
    elif listed:
        yield listed(page, kind.public())
    if keys - {EVERY}:
        yield kind.public().filter(pk__in=keys - {EVERY})


def _references(page: Page) -> dict[type[Model], set[Any]]:
    found: dict[type[Model], set[Any]] = {}
    for one in page._meta.concrete_fields:
        if isinstance(one, StreamField):
            for model, keys in collect_stream_references(one.value_from_object(page)).items():
                found.setdefault(model, set()).update(keys)
        elif isinstance(one, ForeignKey) and one.related_model in _kinds:
            found.setdefault(one.related_model, set()).add(one.value_from_object(page))
    return found
