"""What editors do to organisations besides editing them: verify, retire, bring back, merge."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from industries.card_history import note_changes, note_events, snapshots
from industries.models import ChangeKind, Enterprise, EnterpriseChange, EnterprisePhoto, EnterpriseSource, FormerAddress
from portal.core.content_version import content_changed

VERIFY, RETIRE, RESTORE, MERGE = (
    "industries.verify", "industries.retire", "industries.restore", "industries.merge",
)  # fmt: skip
OWN_PARTS = (Enterprise, EnterpriseChange, EnterprisePhoto, EnterpriseSource, FormerAddress)


@transaction.atomic
def verify_today(enterprises: Iterable[Enterprise], user: AbstractBaseUser) -> int:
    """Note that ``user`` has checked the records today; neither a draft nor the published text changes."""
    count = 0
    for enterprise in enterprises:
        _set_past_drafts(enterprise, verified_on=timezone.localdate(), verified_by=user)
        log(instance=enterprise, action=VERIFY, user=user)
        note_events([enterprise.pk] if enterprise.is_shown else [], ChangeKind.VERIFIED)
        count += 1
    return count


@transaction.atomic
def retire(enterprises: Iterable[Enterprise], user: AbstractBaseUser) -> int:
    """Take the records off the site for good without deleting them; one already retired stays as it is."""
    count = 0
    for enterprise in enterprises:
        if enterprise.retired_on is not None:
            continue
        _take_off(enterprise, user)
        log(instance=enterprise, action=RETIRE, user=user)
        count += 1
    return count


@transaction.atomic
def restore(enterprises: Iterable[Enterprise], user: AbstractBaseUser) -> int:
    """Make drafts of retired records again; a merged one stays merged."""
    count = 0
    for enterprise in enterprises:
        if enterprise.retired_on is None or enterprise.merged_into_id is not None:
            continue
        _set_past_drafts(enterprise, retired_on=None)
        log(instance=enterprise, action=RESTORE, user=user)
        count += 1
    return count


@transaction.atomic
def merge(kept: Enterprise, others: Sequence[Enterprise], user: AbstractBaseUser) -> None:
    """Join duplicates into ``kept``: their addresses lead there, their sources and markets and mentions go there.

    Raises:
        ValidationError: a record is to be merged with itself or is merged already, or taxpayers' numbers differ.
        PublicationRefused: a photo that may not be public would come onto a card that is.
    """
    kept = Enterprise.objects.select_for_update().get(pk=kept.pk)
    check_mergeable(kept, others)
    before = snapshots(Enterprise.objects.filter(pk=kept.pk))
    for other in others:
        _take_parts(kept, other)
        _take_off(other, user, merged_into=kept)
        FormerAddress.objects.filter(enterprise=other).update(enterprise=kept)
        FormerAddress.objects.update_or_create(slug=other.slug, defaults={"enterprise": kept})
        Enterprise.objects.filter(merged_into=other).update(merged_into=kept)
        _repoint(other, kept)
        log(instance=kept, action=MERGE, user=user, data={"merged": other.name, "pk": other.pk})
    if kept.live:
        Enterprise.objects.get(pk=kept.pk).refuse_unless_publishable()
    _fill_numbers(kept, others)
    note_events(before, ChangeKind.MERGED)
    if before:
        note_changes(before, Enterprise.objects.filter(pk=kept.pk))


def check_mergeable(kept: Enterprise, others: Sequence[Enterprise]) -> None:
    """Check that the records are duplicates as far as can be told.

    Raises:
        ValidationError: one is merged already or chosen twice, or their registration numbers differ.
    """
    for other in others:
        _check_pair(kept, other)


def _check_pair(kept: Enterprise, other: Enterprise) -> None:
    if other.pk == kept.pk or other.merged_into_id is not None or kept.merged_into_id is not None:
        raise ValidationError(_("Запись «%(name)s» уже объединена или выбрана дважды.") % {"name": other.name})
    for label, field in ((_("ИНН"), "inn"), (_("ОГРН"), "ogrn")):
        numbers = {getattr(kept, field), getattr(other, field)} - {""}
        if len(numbers) > 1:
            raise ValidationError(
                _("У «%(one)s» и «%(other)s» разные %(number)s: это разные организации.")
                % {"one": kept.name, "other": other.name, "number": label}
            )


def _take_parts(kept: Enterprise, other: Enterprise) -> None:
    kept_sources: set[Any] = {kept.source_id, *kept.further_sources.values_list("source_id", flat=True)}
    if other.source and other.source_id not in kept_sources:
        known_name = _("Запись под названием «%(name)s»") % {"name": other.name}
        fact = known_name if other.is_shown else _("Прежняя запись о той же организации")
        EnterpriseSource.objects.create(enterprise=kept, source=other.source, fact=fact)
    EnterpriseSource.objects.filter(enterprise=other).exclude(source_id__in=kept_sources).update(enterprise=kept)
    EnterprisePhoto.objects.filter(enterprise=other).update(enterprise=kept)
    _take_links(Enterprise.markets.through, "market_id", kept, other)
    _take_links(Enterprise.figures.through, "figure_id", kept, other)


def _take_links(through: Any, target: str, kept: Enterprise, other: Enterprise) -> None:
    known = through.objects.filter(enterprise_id=kept.pk).values_list(target, flat=True)
    added = through.objects.filter(enterprise_id=other.pk).exclude(**{f"{target}__in": list(known)})
    through.objects.bulk_create(
        [through(**{"enterprise_id": kept.pk, target: key}) for key in added.values_list(target, flat=True)]
    )


def _repoint(other: Enterprise, kept: Enterprise) -> None:
    for relation in Enterprise._meta.related_objects:
        if relation.related_model in OWN_PARTS:
            continue
        field = relation.field
        if relation.one_to_many:
            relation.related_model._default_manager.filter(**{field.name: other}).update(**{field.name: kept})
        elif relation.many_to_many:
            for record in relation.related_model._default_manager.filter(**{field.name: other}):
                getattr(record, field.name).remove(other)
                getattr(record, field.name).add(kept)
                record.save()


def _fill_numbers(kept: Enterprise, others: Sequence[Enterprise]) -> None:
    for field in ("inn", "ogrn"):
        found = next((getattr(other, field) for other in others if getattr(other, field)), "")
        if found and not getattr(kept, field):
            _set_past_drafts(kept, **{field: found})
    kept.refresh_from_db()
    kept.prepare()
    _set_past_drafts(kept, search_words=kept.search_words)


def _take_off(enterprise: Enterprise, user: AbstractBaseUser, **values: Any) -> None:
    """Take a record off the site, with the plans to publish its drafts: a draft may have some and not be live."""
    enterprise.unpublish(user=user)
    enterprise.revisions.update(approved_go_live_at=None)
    _set_past_drafts(enterprise, retired_on=timezone.localdate(), **values)


def _set_past_drafts(enterprise: Enterprise, **values: Any) -> None:
    """Set fields of the record and of its latest draft alike, so that publishing the draft takes nothing back."""
    Enterprise.objects.filter(pk=enterprise.pk).update(**values)
    for name, value in values.items():
        setattr(enterprise, name, value)
    revision = enterprise.latest_revision
    if revision:
        for name in values:
            field: Any = Enterprise._meta.get_field(name)
            revision.content[name] = (
                field.value_to_string(enterprise) if getattr(enterprise, name) is not None else None
            )
        revision.save(update_fields=["content"])
    content_changed(Enterprise, instance=enterprise)
