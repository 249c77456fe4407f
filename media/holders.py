"""Merging rights holders, undoing what was merged or renamed, and bringing the files of their photos up to date."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task
from wagtail.search import index

from media.enums import CreditStatus
from media.file_work import ask_for_files
from media.models import HolderChange, Photo, RightsHolder


def merge_holders(source: RightsHolder, target: RightsHolder, user: Any) -> HolderChange:
    """Give everything of ``source`` to ``target``; its spellings stay searchable, the merger can be undone.

    Raises:
        ValidationError: both are the same holder.
    """
    if source.pk == target.pk:
        raise ValidationError(_("Выберите другого правообладателя: с самим собой объединить нельзя."))
    with transaction.atomic():
        source = RightsHolder.objects.select_for_update().get(pk=source.pk)
        target = RightsHolder.objects.select_for_update().get(pk=target.pk)
        before = target.state()
        moved = {label: _move(label, source, target) for label in _owning_fields()}
        merged = {"pk": source.pk, **source.state()}
        source.changes.update(holder=target)
        source.delete()
        target.add_spellings(*source.spellings)
        target.save()
        return HolderChange.objects.create(
            holder=target, before=before, after=target.state(), merged=merged, made_by=user,
            moved={label: keys for label, keys in moved.items() if keys},
        )  # fmt: skip


def undo_holder_change(change: HolderChange, user: Any) -> None:
    """Restore names and, after a merger, the holder that was taken in with what it had.

    Raises:
        ValidationError: it is undone already, or something newer stands on it.
    """
    with transaction.atomic():
        change = HolderChange.objects.select_for_update(of=("self",)).select_related("holder").get(pk=change.pk)
        if not change.may_be_undone:
            raise ValidationError(_("Сначала отмените более позднее изменение этого правообладателя."))
        if change.merged:
            _restore_merged(change)
        RightsHolder.objects.filter(pk=change.holder_id).update(**change.before)
        holder = RightsHolder.objects.get(pk=change.holder_id)
        holder.save()
        change.undone_at, change.undone_by = timezone.now(), user
        change.save(update_fields=["undone_at", "undone_by"])


def follow_holder_change(change: HolderChange) -> None:
    """Bring what visitors and searches get of the holder's photos up to date, once the transaction commits."""
    keys = [key for key in (change.holder_id, change.merged.get("pk")) if key]
    transaction.on_commit(lambda: renew_photos.enqueue(keys))


@task()
def renew_photos(holder_keys: list[int]) -> int:
    """Make the files of public photos anew, with the new credit in them, and index all for the search."""
    approved = []
    for photo in Photo.objects.filter(rights_holder_id__in=holder_keys).select_related("rights_holder"):
        index.insert_or_update_object(photo)
        if photo.credit_status == CreditStatus.APPROVED:
            approved.append(photo.pk)
    ask_for_files(approved, replace=True)
    return len(approved)


def _restore_merged(change: HolderChange) -> None:
    values = {name: change.merged[name] for name in ("name", "credit_line", "aliases", "contact")}
    restored = RightsHolder(pk=change.merged["pk"], **values)
    RightsHolder.objects.filter(pk=change.holder_id).update(**change.before)
    restored.save(force_insert=True)
    for label, keys in change.moved.items():
        model, field = _owning_fields()[label]
        model._base_manager.filter(pk__in=keys, **{field: change.holder_id}).update(**{field: restored.pk})


def _owning_fields() -> dict[str, tuple[type[models.Model], str]]:
    """Return every foreign key to a holder, by its label; the holder's own history apart."""
    found = {}
    for model in apps.get_models():
        if model._meta.proxy or model is HolderChange:
            continue
        for field in model._meta.local_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is RightsHolder:
                found[f"{model._meta.label_lower}.{field.attname}"] = (model, field.attname)
    return found


def _move(label: str, source: RightsHolder, target: RightsHolder) -> list[Any]:
    model, field = _owning_fields()[label]
    records = model._base_manager.filter(**{field: source.pk})
    keys = list(records.values_list("pk", flat=True))
    records.update(**{field: target.pk})
    return keys
