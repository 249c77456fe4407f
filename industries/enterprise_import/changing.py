"""Changes records by the hundred with what a single save gives: revision, history, search, usage."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from industries.card_history import note_changes, snapshots
from industries.enterprise_import.history import log_all, part_names, save_revisions, tell_of
from industries.enterprise_import.rules import prepare, written_together
from industries.models import Enterprise
from portal.core.bulk_rows import insert_rows

# A value that was confirmed is not confirmed any more once a table has changed it.
CONFIRMATIONS = {
    "legal_form": "legal_form_is_verified",
    "founded": "founded_is_verified",
    "website": "website_is_verified",
    "district": "district_is_verified",
}
_OF_REVISIONS = frozenset(
    {"changed_at", "has_unpublished_changes", "last_published_at", "latest_revision", "live_revision", "pk"}
)
_NOT_WRITTEN = frozenset({"id", "live", "first_published_at", "retired_on", "merged_into", "changed_at"})


def load(keys: Iterable[int]) -> dict[int, Enterprise]:
    """Return records as their editors see them: drafts from their latest revision."""
    found = Enterprise.objects.filter(pk__in=list(keys)).select_related("latest_revision")
    return {record.pk: _as_edited(record) for record in found.prefetch_related(*part_names())}


def _as_edited(record: Enterprise) -> Enterprise:
    revision = record.latest_revision
    if revision is None or not record.has_unpublished_changes or _says_the_same(record, revision.content):
        return record
    return revision.as_object()


def _says_the_same(record: Enterprise, content: dict[str, Any]) -> bool:
    """Tell whether the record holds what its draft says; a draft that never was public does, and is not rebuilt."""
    stored = json.loads(json.dumps(record.serializable_data(), cls=DjangoJSONEncoder))
    return all(stored.get(name) == value for name, value in content.items() if name not in _OF_REVISIONS)


def withdraw_confirmations(record: Enterprise, names: Iterable[str]) -> dict[str, bool]:
    """Take back the confirmation of what a table changes; return which there were."""
    flags = [CONFIRMATIONS[name] for name in names if name in CONFIRMATIONS]
    withdrawn = {flag: True for flag in flags if getattr(record, flag)}
    for flag in withdrawn:
        setattr(record, flag, False)
    return withdrawn


def change_all(records: Sequence[Enterprise], markets: Sequence[list[int] | None], person: Any, action: str) -> None:
    """Write changed records and their markets, with a revision and an entry in the history of each.

    Raises:
        WritingRefused: one of them breaks a rule of the model.
    """
    for record in records:
        prepare(record)
    with written_together():
        contents = [
            {**record.serializable_data(), **({} if keys is None else {"markets": keys})}
            for record, keys in zip(records, markets, strict=True)
        ]
        public = Enterprise.objects.filter(pk__in=[record.pk for record in records if record.live])
        before = snapshots(public)
        _save_markets({record.pk: keys for record, keys in zip(records, markets, strict=True) if keys is not None})
        revisions = save_revisions(records, contents, person)
        _store(records)
        log_all(records, revisions, person, action)
        if before:
            note_changes(before, public)
    tell_of(records)


def _store(records: Sequence[Enterprise]) -> None:
    """Write all fields of records that exist: an insertion that meets each of them costs far less than an update."""
    fields = [field.name for field in Enterprise._meta.concrete_fields if field.name not in _NOT_WRITTEN]
    Enterprise.objects.bulk_create(records, update_conflicts=True, unique_fields=["id"], update_fields=fields)


def _save_markets(markets: dict[int, list[int]]) -> None:
    through = Enterprise.markets.through
    through.objects.filter(enterprise__in=markets).delete()
    insert_rows(
        through,
        [through(enterprise_id=record, market_id=market) for record, keys in markets.items() for market in keys],
    )
