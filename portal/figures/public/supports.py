"""What stands on a source: figures here; other apps add their records by :func:`register_support`."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.figures.models import FigureValue, Source
from portal.listing.rows import ListingRow


@dataclass(frozen=True)
class Supported:
    """One public record that names a source. ``group`` says what it is: a figure, an enterprise."""

    group: str
    label: str
    url: str


@dataclass(frozen=True)
class SupportGroup:
    """What of one kind stands on a source."""

    name: str
    records: list[Supported]


@dataclass(frozen=True)
class SourceRow(ListingRow):
    """A source with everything public that stands on it."""

    source: Source | None = None
    groups: tuple[SupportGroup, ...] = ()

    @classmethod
    def of(cls, source: Source, groups: Iterable[SupportGroup]) -> "SourceRow":
        """Return what visitors may know of ``source``; its quotation stays with the editors."""
        checked = source.accessed_on or date.min
        return cls(
            key=str(source.pk),
            title=f"{source.publisher}: {source.title}",
            url=source.url,
            summary="; ".join(record.label for group in groups for record in group.records),
            changed_at=datetime.combine(checked, time.min, tzinfo=UTC),
            source=source,
            groups=tuple(groups),
        )

    @property
    def pk(self) -> int | None:
        """The source's key, by which a page of the list finds its row."""
        return self.source.pk if self.source else None

    @property
    def published_text(self) -> str:
        """When it was published, in words."""
        published = self.source.published_date if self.source else None
        return published.text() if published else ""


@dataclass(frozen=True)
class Support:
    """How one kind of public record tells which sources it stands on.

    ``source_keys`` gives querysets of keys of sources, which are read only as parts of a larger one; ``records`` the
    records on the sources with the given keys, in a fixed number of queries.
    """

    source_keys: Callable[[], Sequence[QuerySet]]
    records: Callable[[Collection[int]], dict[int, list[Supported]]]


_supports: dict[str, Support] = {}


def register_support(name: str, support: Support) -> None:
    """Have ``support`` asked which public records stand on which sources."""
    _supports[name] = support


def supporting_sources() -> QuerySet:
    """Return the sources that something public stands on."""
    condition = Q(pk__in=[])
    for support in _supports.values():
        for keys in support.source_keys():
            condition |= Q(pk__in=keys)
    return Source.objects.filter(condition)


def source_rows(sources: Collection[Source]) -> list[SourceRow]:
    """Return ``sources`` with what stands on each. A fixed number of queries for each registered kind of record."""
    found: dict[int, list[Supported]] = defaultdict(list)
    for support in _supports.values():
        for key, records in support.records([source.pk for source in sources]).items():
            found[key] += records
    return [SourceRow.of(source, _grouped(found[source.pk])) for source in sources]


def records_on(
    read: Callable[[], QuerySet], group: str | Promise, view_name: str, name: str = "title", column: str = "source"
) -> Support:
    """Return the support of records with pages: ``read`` gives the public ones, ``column`` leads to their sources."""

    def keys() -> Sequence[QuerySet]:
        return [read().exclude(**{column: None}).order_by().values(column)]

    def records(sources: Collection[int]) -> dict[int, list[Supported]]:
        found: dict[int, list[Supported]] = defaultdict(list)
        rows = read().filter(**{f"{column}__in": sources}).order_by(name, "pk").values_list(column, "slug", name)
        for source, slug, label in rows:
            found[source].append(Supported(str(group), label, reverse(view_name, args=[slug])))
        return found

    return Support(keys, records)


def _known_values() -> QuerySet:
    return FigureValue.objects.filter(figure__live=True, value__isnull=False, source__isnull=False)


def _figures_on(sources: Collection[int]) -> dict[int, list[Supported]]:
    values = _known_values().filter(source__in=sources).select_related("figure").order_by("figure__subject", "pk")
    found: dict[int, list[Supported]] = defaultdict(list)
    for value in values:
        figure = value.figure
        address = reverse("figures:figure", args=[figure.slug])
        found[value.source_id or 0].append(Supported(_("Цифры"), figure.subject, address))
    return found


# The published figures whose history names a source.
FIGURES = Support(lambda: [_known_values().values("source")], _figures_on)


def _grouped(records: list[Supported]) -> list[SupportGroup]:
    groups: dict[str, list[Supported]] = defaultdict(list)
    for record in dict.fromkeys(records):
        groups[record.group].append(record)
    return [SupportGroup(name, members) for name, members in groups.items()]
