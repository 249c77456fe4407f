"""What follows from a decision on a photo's credit."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from media.enums import CreditStatus
from media.models import CreditDecision
from media.renditions import drop_renditions, prepare_renditions


@receiver(post_save, sender=CreditDecision)
def keep_files_in_step(sender: type[CreditDecision], instance: CreditDecision, **kwargs: Any) -> None:
    """Make the visitors' files once a photo is approved, and delete them when it is no longer."""
    if instance.to_status == CreditStatus.APPROVED:
        transaction.on_commit(lambda: prepare_renditions.enqueue(instance.photo_id))
    elif instance.from_status == CreditStatus.APPROVED:
        drop_renditions(instance.photo)
