"""Revisions of many records at once, and the entries of their histories."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import ModelLogEntry, Revision

from industries.enterprise_import.tasks import refresh_indexes
from industries.models import Enterprise
from portal.core.bulk_rows import insert_rows, reserve_keys
from portal.core.content_version import content_changed


@cache
def part_names() -> tuple[str, ...]:
    """Return the names of what belongs to a record but stands in other tables."""
    children = [relation.get_accessor_name() for relation in get_all_child_relations(Enterprise)]
    return (*children, *(link.name for link in get_all_child_m2m_relations(Enterprise)))


def save_revisions(
    records: Sequence[Enterprise], contents: Sequence[dict[str, Any]], person: Any
) -> Sequence[Revision]:
    """Store what each record is to say as its latest revision, and point the record to it; it is not saved here."""
    content_type = ContentType.objects.get_for_model(Enterprise).pk
    now = timezone.now()
    revisions = [
        Revision(
            pk=key,
            content_type_id=content_type,
            base_content_type_id=content_type,
            object_id=str(record.pk),
            created_at=now,
            user_id=person and person.pk,
            object_str=str(record),
            content=content,
        )
        for key, record, content in zip(reserve_keys(Revision, len(records)), records, contents, strict=True)
    ]
    insert_rows(Revision, revisions)
    for record, revision in zip(records, revisions, strict=True):
        record.latest_revision = revision
        record.has_unpublished_changes = not record.live
        if record.live:
            record.live_revision, record.last_published_at = revision, now
    return revisions


def log_all(records: Sequence[Enterprise], revisions: Sequence[Revision | None], person: Any, action: str) -> None:
    """Note in the history of each record what ``person`` has done to it."""
    content_type = ContentType.objects.get_for_model(Enterprise).pk
    now: datetime = timezone.now()
    entries = [
        ModelLogEntry(
            content_type_id=content_type,
            label=str(record),
            action=action,
            timestamp=now,
            user_id=person and person.pk,
            revision_id=revision and revision.pk,
            object_id=str(record.pk),
            content_changed=True,
        )
        for record, revision in zip(records, revisions, strict=True)
    ]
    insert_rows(ModelLogEntry, entries)


def tell_of(records: Sequence[Enterprise]) -> None:
    """Tell the kept lists that records have changed, and bring search and usage up to date in the background."""
    keys = [record.pk for record in records]
    content_changed()
    transaction.on_commit(lambda: refresh_indexes.enqueue(keys))
