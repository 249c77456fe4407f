"""Actions on many photos at once: decided, filled in and undone in a number of queries that does not grow."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from media.consequences import follow_decisions
from media.decisions import Refusal, decide_many, last_digests, new_decision
from media.enums import CreditStatus
from media.models import BulkChange, CreditDecision, Photo
from media.searching import index_photos
from media.seen_credits import Seen

FILLED_FIELDS = (
    "creator", "rights_holder", "own_credit_line", "copyright_notice", "basis", "basis_document", "source_url",
    "license_url", "usage_terms", "rights_valid_until", "people_shown", "taken_on", "place",
)  # fmt: skip
STATUS_OF_KIND = {BulkChange.Kind.APPROVE: CreditStatus.APPROVED, BulkChange.Kind.REJECT: CreditStatus.REJECTED}


@dataclass
class BulkResult:
    """What an action on many photos did, and on which it was not done."""

    change: BulkChange | None
    count: int
    refusals: list[Refusal] = field(default_factory=list)


@dataclass(frozen=True)
class FieldChange:
    """One value of one photo that an action would alter."""

    photo: Photo
    label: str
    before: Any
    after: Any


def decide_in_bulk(
    kind: str, keys: Collection[int], user: Any, reason: str = "", seen: Mapping[int, Seen] | None = None
) -> BulkResult:
    """Approve or reject many photos; those that wait no longer or are not as they were ``seen`` are left and named."""
    with transaction.atomic():
        decisions, refusals = decide_many(keys, STATUS_OF_KIND[BulkChange.Kind(kind)], user, reason, seen)
        items = {str(decision.photo_id): {"decision": decision.pk} for decision in decisions}
        change = BulkChange.objects.create(kind=kind, items=items, made_by=user) if items else None
    return BulkResult(change, len(decisions), refusals)


def preview_filling(photos: Collection[Photo], values: Mapping[str, Any]) -> list[FieldChange]:
    """Return what filling ``values`` in would alter, photo by photo; nothing is saved."""
    return [
        FieldChange(photo, _label(name), getattr(photo, name), value)
        for photo in photos
        for name, value in values.items()
        if _plain(photo, name) != _plain_value(name, value)
    ]


def fill_rights(keys: Collection[int], values: Mapping[str, Any], user: Any) -> BulkResult:
    """Give many photos the same rights; an approved one goes back to the moderators, as with any change of rights."""
    plain = {name: _plain_value(name, value) for name, value in values.items()}
    with transaction.atomic():
        items = _write(dict.fromkeys(keys, plain), user)
        change = BulkChange.objects.create(kind=BulkChange.Kind.FILL, items=items, made_by=user) if items else None
    return BulkResult(change, len(items))


def undo_bulk_change(change: BulkChange, user: Any) -> BulkResult:
    """Take an action back where nothing has happened to the photo since; what has moved on stays as it is.

    Raises:
        ValidationError: it is undone already.
    """
    with transaction.atomic():
        change = BulkChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
        if change.undone_at is not None:
            raise ValidationError(_("Это действие уже отменено."))
        count = _undo_filling(change, user) if change.kind == BulkChange.Kind.FILL else _undo_decisions(change, user)
        change.undone_at = timezone.now()
        change.save(update_fields=["undone_at"])
    return BulkResult(change, count)


def _undo_decisions(change: BulkChange, user: Any) -> int:
    made = {int(key): item["decision"] for key, item in change.items.items()}
    rows = CreditDecision.objects.filter(photo_id__in=made).order_by("pk").values_list("photo_id", "pk")
    untouched = [key for key, decision in dict(rows).items() if made[key] == decision]
    decisions, _refusals = decide_many(untouched, CreditStatus.PENDING, user, _("Отменено решение о многих снимках."))
    return len(decisions)


def _undo_filling(change: BulkChange, user: Any) -> int:
    photos = Photo.objects.in_bulk([int(key) for key in change.items])
    restored = {}
    for key, photo in photos.items():
        item = change.items[str(key)]
        kept = {name: item["before"][name] for name, value in item["after"].items() if _plain(photo, name) == value}
        if kept:
            restored[key] = kept
    return len(_write(restored, user))


def _write(wanted: Mapping[int, Mapping[str, Any]], user: Any) -> dict[str, Any]:
    """Set plain values on photos under a lock; return what each was and became."""
    photos = Photo.objects.select_for_update(of=("self",)).select_related("rights_holder").in_bulk(list(wanted))
    items: dict[str, Any] = {}
    changed: list[Photo] = []
    statuses: dict[int, str] = {}
    for key, photo in photos.items():
        after = {name: value for name, value in wanted[key].items() if _plain(photo, name) != value}
        if not after:
            continue
        items[str(key)] = {"before": {name: _plain(photo, name) for name in after}, "after": after}
        statuses[key] = photo.credit_status
        for name, value in after.items():
            _set(photo, name, value)
        photo.credit_status = CreditStatus.DRAFT if photo.missing_for_decision() else CreditStatus.PENDING
        photo.rights_changed_by, photo.search_text = user, photo.text_to_search()
        changed.append(photo)
    names = {name for item in items.values() for name in item["after"]}
    if changed:
        _store(changed, names | {"credit_status", "rights_changed_by", "search_text"})
        _keep_decisions(changed, statuses, user)
        transaction.on_commit(lambda: index_photos.enqueue([photo.pk for photo in changed]))
    return items


def _store(photos: Collection[Photo], names: Collection[str]) -> None:
    """Write fields of many photos; a value all of them have in common is sent once."""
    common, own = {}, []
    for name in sorted(names):
        model_field: Any = Photo._meta.get_field(name)
        values = [model_field.value_from_object(photo) for photo in photos]
        if all(value == values[0] for value in values):
            common[model_field.attname] = values[0]
        else:
            own.append(name)
    Photo.objects.filter(pk__in=[photo.pk for photo in photos]).update(**common)
    if own:
        Photo.objects.bulk_update(photos, own, batch_size=100)


def _keep_decisions(photos: Collection[Photo], statuses: Mapping[int, str], user: Any) -> None:
    moved = [photo for photo in photos if photo.credit_status != statuses[photo.pk]]
    digests = last_digests([photo.pk for photo in moved])
    decisions = []
    for photo in moved:
        decision = new_decision(photo, photo.credit_status, user, _("Права заполнены для многих снимков сразу."))
        decision.from_status = statuses[photo.pk]
        decision.seal(digests.get(photo.pk, ""))
        decisions.append(decision)
    CreditDecision.objects.bulk_create(decisions)
    follow_decisions(decisions)


def _label(name: str) -> str:
    model_field: Any = Photo._meta.get_field(name)
    return str(model_field.verbose_name)


def _plain(photo: Photo, name: str) -> Any:
    model_field: Any = Photo._meta.get_field(name)
    return _plain_value(name, model_field.value_from_object(photo))


def _plain_value(name: str, value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if Photo._meta.get_field(name).is_relation:
        return getattr(value, "pk", value)
    return value if value is None else str(value)


def _set(photo: Photo, name: str, value: Any) -> None:
    model_field: Any = Photo._meta.get_field(name)
    if model_field.is_relation:
        setattr(photo, model_field.attname, value)
    else:
        setattr(photo, name, model_field.to_python(value))
