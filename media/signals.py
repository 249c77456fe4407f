"""What follows from a photo being stored, changed or decided."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from media.decisions import credit_decided
from media.enums import CreditStatus
from media.models import CreditDecision, Photo
from media.renditions import drop_renditions, prepare_renditions


@receiver(credit_decided)
def make_files_of_approved(sender: type[Photo], photo: Photo, decision: CreditDecision, **kwargs: Any) -> None:
    """Make the visitors' files once a photo is approved; the credit in them is the approved one."""
    if decision.to_status == CreditStatus.APPROVED:
        transaction.on_commit(lambda: prepare_renditions.enqueue(photo.pk))


@receiver(credit_decided)
def drop_files_of_uncleared(sender: type[Photo], photo: Photo, decision: CreditDecision, **kwargs: Any) -> None:
    """Delete the visitors' files of a photo that is no longer approved."""
    if decision.from_status == CreditStatus.APPROVED:
        drop_renditions(photo)


@receiver(post_save, sender=Photo)
def drop_files_of_reopened(sender: type[Photo], instance: Photo, **kwargs: Any) -> None:
    """Delete the visitors' files when a change of rights or file has re-opened the decision."""
    if (
        kwargs.get("update_fields") is None
        and not kwargs.get("created")
        and instance.credit_status == CreditStatus.PENDING
    ):
        drop_renditions(instance)
