"""Writes records by the hundred with what a single save gives: revision, history, search, usage, a fresh site."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import ModelLogEntry, Revision

from industries.card_history import note_changes, snapshots
from industries.enterprise_import.tasks import refresh_indexes
from industries.enterprise_import.vocabularies import LINKED_MODELS
from industries.models import Enterprise
from portal.core.content_version import content_changed
from portal.imports.kinds import WritingRefused
from technopolis.models import Site

# A value that was confirmed is not confirmed any more once a table has changed it.
CONFIRMATIONS = {
    "legal_form": "legal_form_is_verified",
    "founded": "founded_is_verified",
    "website": "website_is_verified",
    "district": "district_is_verified",
}
# Links come from vocabularies, and the database itself checks them.
_LINKS = frozenset({"source", "latest_revision", "live_revision", "verified_by", "locked_by", *LINKED_MODELS})
_OF_REVISIONS = frozenset(
    {"changed_at", "has_unpublished_changes", "last_published_at", "latest_revision", "live_revision", "pk"}
)
_NOT_WRITTEN = frozenset({"id", "live", "first_published_at", "retired_on", "merged_into", "changed_at"})


def load(keys: Iterable[int]) -> dict[int, Enterprise]:
    """Return records as their editors see them: drafts from their latest revision."""
    parts = [relation.get_accessor_name() for relation in get_all_child_relations(Enterprise)]
    links = [link.name for link in get_all_child_m2m_relations(Enterprise)]
    found = Enterprise.objects.filter(pk__in=list(keys)).select_related("latest_revision")
    found = found.prefetch_related(*parts, *links)
    return {record.pk: _as_edited(record) for record in found}


def _as_edited(record: Enterprise) -> Enterprise:
    revision = record.latest_revision
    if revision is None or not record.has_unpublished_changes or _says_the_same(record, revision.content):
        return record
    return revision.as_object()


def _says_the_same(record: Enterprise, content: dict[str, Any]) -> bool:
    """Tell whether the record holds what its draft says; a draft that never was public does, and is not rebuilt."""
    stored = json.loads(json.dumps(record.serializable_data(), cls=DjangoJSONEncoder))
    return all(stored.get(name) == value for name, value in content.items() if name not in _OF_REVISIONS)


class Links:
    """The linked vocabularies: primary keys by slug; sites with their districts, which a record takes over."""

    def __init__(self) -> None:
        self.keys = {
            name: dict(model._default_manager.values_list("slug", "pk")) for name, model in LINKED_MODELS.items()
        }
        self.sites = {site.slug: site for site in Site.objects.select_related("district")}

    def set_values(self, record: Enterprise, values: dict[str, Any]) -> None:
        """Give the record the values of a row; whether it is public is decided elsewhere."""
        for name, value in values.items():
            if name == "source":
                record.source_id = int(value) if value else None
            elif name == "site":
                record.site = self.sites.get(value) if value else None
            elif name in LINKED_MODELS and name != "markets":
                setattr(record, f"{name}_id", self.keys[name].get(value) if value else None)
            elif name not in ("live", "markets"):
                setattr(record, name, value)

    def markets(self, values: dict[str, Any]) -> list[int] | None:
        """Return the keys of the markets a row names; nothing if it says nothing of markets."""
        return [self.keys["markets"][slug] for slug in values["markets"]] if "markets" in values else None


def withdraw_confirmations(record: Enterprise, names: Iterable[str]) -> dict[str, bool]:
    """Take back the confirmation of what a table changes; return which there were."""
    flags = [CONFIRMATIONS[name] for name in names if name in CONFIRMATIONS]
    withdrawn = {flag: True for flag in flags if getattr(record, flag)}
    for flag in withdrawn:
        setattr(record, flag, False)
    return withdrawn


def save_all(records: Sequence[Enterprise], markets: Sequence[list[int] | None], person: Any, action: str) -> None:
    """Create or change the records and their markets, with a revision and an entry in the history of each.

    Raises:
        WritingRefused: one of them breaks a rule of the model.
    """
    is_new = action == "wagtail.create"
    for record in records:
        _check(record)
        if is_new:
            _set_without_parts(record)
    try:
        with transaction.atomic():
            contents = [
                {**record.serializable_data(), **({} if keys is None else {"markets": keys})}
                for record, keys in zip(records, markets, strict=True)
            ]
            public = Enterprise.objects.filter(pk__in=[record.pk for record in records if record.live])
            before = {} if is_new else snapshots(public)
            if is_new:
                Enterprise.objects.bulk_create(records)
            _save_markets({record.pk: keys for record, keys in zip(records, markets, strict=True) if keys is not None})
            revisions = _save_revisions(records, contents, person)
            _point_to_revisions(records, revisions)
            if is_new:
                _store_revisions(records)
            else:
                _store_changed(records)
            log_all(records, revisions, person, action)
            if before:
                note_changes(before, public)
    except IntegrityError as error:
        raise WritingRefused(
            _("ИНН, ОГРН или адрес карточки уже есть у другой записи. Проверьте таблицу ещё раз.")
        ) from error
    keys = [record.pk for record in records]
    content_changed()
    transaction.on_commit(lambda: refresh_indexes.enqueue(keys))


def _store_revisions(records: Sequence[Enterprise]) -> None:
    """Point new records to their revisions in one statement: all else of them is stored already."""
    latest = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Enterprise), object_id=Cast(OuterRef("pk"), CharField())
    )
    Enterprise.objects.filter(pk__in=[record.pk for record in records]).update(
        latest_revision_id=Subquery(latest.order_by("-pk").values("pk")[:1]), has_unpublished_changes=True
    )


def _store_changed(records: Sequence[Enterprise]) -> None:
    """Write all fields of records that exist: an insertion that meets each of them costs far less than an update."""
    fields = [field.name for field in Enterprise._meta.concrete_fields if field.name not in _NOT_WRITTEN]
    Enterprise.objects.bulk_create(records, update_conflicts=True, unique_fields=["id"], update_fields=fields)


def _check(record: Enterprise) -> None:
    if record.live and (record.source_id is None or not record.as_of):
        raise WritingRefused(f"«{record.name}»: {_('Чтобы опубликовать запись, укажите источник и дату.')}")
    try:
        record.prepare()
        record.clean_fields(exclude=_LINKS)
    except ValidationError as error:
        raise WritingRefused(f"«{record.name}»: {' '.join(error.messages)}") from error


def _set_without_parts(record: Enterprise) -> None:
    """Say that a new record has no parts yet, so that its revision asks the database for none."""
    for relation in get_all_child_relations(Enterprise):
        setattr(record, relation.get_accessor_name(), [])
    for link in get_all_child_m2m_relations(Enterprise):
        setattr(record, link.name, [])


def _save_markets(markets: dict[int, list[int]]) -> None:
    through = Enterprise.markets.through
    through.objects.filter(enterprise__in=markets).delete()
    through.objects.bulk_create(
        through(enterprise_id=record, market_id=market) for record, keys in markets.items() for market in keys
    )


def _save_revisions(records: Sequence[Enterprise], contents: Sequence[dict], person: Any) -> list[Revision]:
    content_type = ContentType.objects.get_for_model(Enterprise)
    now = timezone.now()
    return Revision.objects.bulk_create(
        Revision(
            content_type=content_type,
            base_content_type=content_type,
            object_id=str(record.pk),
            created_at=now,
            user=person,
            object_str=str(record),
            content={**content, "pk": record.pk},
        )
        for record, content in zip(records, contents, strict=True)
    )


def _point_to_revisions(records: Sequence[Enterprise], revisions: Sequence[Revision]) -> None:
    now = timezone.now()
    for record, revision in zip(records, revisions, strict=True):
        record.latest_revision = revision
        record.has_unpublished_changes = not record.live
        if record.live:
            record.live_revision, record.last_published_at = revision, now


def log_all(records: Sequence[Enterprise], revisions: Sequence[Revision | None], person: Any, action: str) -> None:
    """Note in the history of each record what ``person`` has done to it."""
    content_type = ContentType.objects.get_for_model(Enterprise)
    now: datetime = timezone.now()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=content_type,
            label=str(record),
            action=action,
            timestamp=now,
            user=person,
            revision=revision,
            object_id=str(record.pk),
            content_changed=True,
        )
        for record, revision in zip(records, revisions, strict=True)
    )
