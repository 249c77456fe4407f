"""The history of public cards: what visitors could read is compared before and after, whatever path a change takes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db.models import Case, F, QuerySet, When
from django.utils import timezone

from industries.models.enterprise_change import ChangeKind, EnterpriseChange

PLAIN_FIELDS = (
    "name", "legal_name", "legal_form", "inn", "ogrn", "role", "residency", "products", "founded", "website", "as_of",
    "confidence", "legal_form_is_verified", "founded_is_verified", "website_is_verified", "district_is_verified",
)  # fmt: skip
LINKS = {"industry": "industry__name", "site": "public_site_name", "district": "district__short_name"}
# A site that is a draft is no part of what visitors read.
SITE = Case(When(site__live=True, then=F("site__name")))
SOURCE = (
    "source__publisher",
    "source__title",
)  # What a card shows besides its own properties: each relation with what is shown of it.
PARTS = {
    "figures": ("figures",),
    "photos": ("photos__sort_order", "photos__photo_id", "photos__caption"),
    "further_sources": ("further_sources__source_id", "further_sources__fact"),
}
TOLD_FIELDS = frozenset({*PLAIN_FIELDS, *LINKS, "source", "markets"})

Snapshot = Mapping[str, Any]


def snapshots(enterprises: QuerySet) -> dict[int, Snapshot]:
    """Return what visitors may read of those of ``enterprises`` they see, by primary key. Two queries."""
    shown = enterprises.shown().order_by().annotate(public_site_name=SITE)  # type: ignore[attr-defined]
    rows = list(shown.values("pk", *PLAIN_FIELDS, *LINKS.values(), *SOURCE))
    markets: dict[int, list[str]] = defaultdict(list)
    named = shown.filter(markets__isnull=False).values_list("pk", "markets__name").order_by("markets__name")
    for key, name in named if rows else ():
        markets[key].append(name)
    return {row["pk"]: _snapshot(row, markets[row["pk"]]) for row in rows}


def _snapshot(row: Mapping[str, Any], markets: list[str]) -> Snapshot:
    linked = {name: row[path] or "" for name, path in LINKS.items()}
    source = ": ".join(row[name] for name in SOURCE) if row[SOURCE[0]] is not None else ""
    return {**{name: row[name] for name in PLAIN_FIELDS}, **linked, "source": source, "markets": ", ".join(markets)}


@contextmanager
def noting_changes(read_enterprises: Callable[[], QuerySet]) -> Iterator[None]:
    """Write down what an act changes on the public cards of those enterprises, as they are before and after it."""
    before, parts = snapshots(read_enterprises()), _parts(read_enterprises())
    yield
    note_changes(before, read_enterprises())
    after = _parts(read_enterprises())
    note_time(key for key in before.keys() & after.keys() if parts[key] != after[key])


def _parts(enterprises: QuerySet) -> dict[int, list[Any]]:
    """Return the addresses of public cards and what they show besides properties. A query for each kind."""
    shown = enterprises.shown().order_by()  # type: ignore[attr-defined]
    parts: dict[int, list[Any]] = {key: [slug] for key, slug in shown.values_list("pk", "slug")}
    for relation, columns in PARTS.items() if parts else ():
        found = shown.filter(**{f"{relation}__isnull": False})
        for key, *values in found.values_list("pk", *columns).order_by("pk", *columns):
            parts[key].append([relation, *values])
    return parts


def note_changes(before: Mapping[int, Snapshot], enterprises: QuerySet) -> None:
    """Write down how the public cards of ``enterprises`` differ from ``before``, and which have appeared."""
    after = snapshots(enterprises)
    changes = list(_changes(before, after))
    EnterpriseChange.objects.bulk_create(changes, batch_size=500)
    note_time(change.enterprise_id for change in changes)


def _changes(before: Mapping[int, Snapshot], after: Mapping[int, Snapshot]) -> Iterator[EnterpriseChange]:
    for key, snapshot in after.items():
        if key not in before:
            yield EnterpriseChange(enterprise_id=key, kind=ChangeKind.PUBLISHED)
            continue
        values = [(name, before[key][name], value) for name, value in snapshot.items() if before[key][name] != value]
        if values:
            yield EnterpriseChange(enterprise_id=key, kind=ChangeKind.CHANGED, values=values)


def note_events(keys: Iterable[int], kind: ChangeKind) -> None:
    """Write down that something has happened to the cards without changing what they say."""
    keys = list(keys)
    EnterpriseChange.objects.bulk_create(EnterpriseChange(enterprise_id=key, kind=kind) for key in keys)
    note_time(keys)


def note_time(keys: Iterable[int]) -> None:
    """Say that the cards have changed now for those who read them; one query, none where nothing has changed."""
    changed = list(keys)
    if changed:
        enterprises: Any = EnterpriseChange._meta.get_field("enterprise").related_model
        enterprises.objects.filter(pk__in=changed).update(changed_at=timezone.now())
