"""What stands on a source: figures here; other apps add their records by :func:`register_support`."""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.figures.models import FigureValue, Source


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
class SourceRow:
    """A source with everything public that stands on it."""

    source: Source
    groups: list[SupportGroup]

    @property
    def published_text(self) -> str:
        """When it was published, in words."""
        published = self.source.published_date
        return published.text() if published else ""


Support = Callable[[Collection[int]], dict[int, list[Supported]]]

_supports: dict[str, Support] = {}


def register_support(name: str, support: Support) -> None:
    """Have ``support`` asked which public records stand on the sources with the given keys; once for all of them."""
    _supports[name] = support


def source_rows(sources: Collection[Source]) -> list[SourceRow]:
    """Return those of ``sources`` that something public stands on. One query for each registered kind of record."""
    found: dict[int, list[Supported]] = defaultdict(list)
    for support in _supports.values():
        for key, records in support([source.pk for source in sources]).items():
            found[key] += records
    return [SourceRow(source, _grouped(found[source.pk])) for source in sources if source.pk in found]


def records_on(
    read: Callable[[], QuerySet], group: str | Promise, view_name: str, name: str = "title", column: str = "source"
) -> Support:
    """Return the support of records with pages: ``read`` gives the public ones, ``column`` holds their sources."""

    def support(sources: Collection[int]) -> dict[int, list[Supported]]:
        found: dict[int, list[Supported]] = defaultdict(list)
        rows = read().filter(**{f"{column}__in": sources}).order_by(name, "pk").values_list(column, "slug", name)
        for source, slug, label in rows:
            found[source].append(Supported(str(group), label, reverse(view_name, args=[slug])))
        return found

    return support


def figures_on(sources: Collection[int]) -> dict[int, list[Supported]]:
    """Return the published figures whose history names the sources. One query."""
    values = (
        FigureValue.objects.filter(source__in=sources, figure__live=True, value__isnull=False)
        .select_related("figure")
        .order_by("figure__subject", "pk")
    )
    found: dict[int, dict[str, Supported]] = defaultdict(dict)
    for value in values:
        figure = value.figure
        address = reverse("figures:figure", args=[figure.slug])
        found[value.source_id or 0][figure.slug] = Supported(_("Цифры"), figure.subject, address)
    return {key: list(records.values()) for key, records in found.items()}


def _grouped(records: list[Supported]) -> list[SupportGroup]:
    groups: dict[str, list[Supported]] = defaultdict(list)
    for record in records:
        groups[record.group].append(record)
    return [SupportGroup(name, members) for name, members in groups.items()]
