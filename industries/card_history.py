"""The history of public cards: what visitors could read is compared before and after, whatever path a change takes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Case, F, QuerySet, When

from industries.models.enterprise_change import ChangeKind, EnterpriseChange

PLAIN_FIELDS = (
    "name", "legal_name", "legal_form", "inn", "ogrn", "role", "residency", "products", "founded", "website", "as_of",
    "confidence", "legal_form_is_verified", "founded_is_verified", "website_is_verified", "district_is_verified",
)  # fmt: skip
LINKS = {"industry": "industry__name", "site": "public_site_name", "district": "district__short_name"}
# A site that is a draft is no part of what visitors read.
SITE = Case(When(site__live=True, then=F("site__name")))
SOURCE = ("source__publisher", "source__title")
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


def note_changes(before: Mapping[int, Snapshot], enterprises: QuerySet) -> None:
    """Write down how the public cards of ``enterprises`` differ from ``before``, and which have appeared."""
    after = snapshots(enterprises)
    EnterpriseChange.objects.bulk_create(_changes(before, after), batch_size=500)


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
    EnterpriseChange.objects.bulk_create(EnterpriseChange(enterprise_id=key, kind=kind) for key in keys)
