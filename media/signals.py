"""What follows from records of this app being saved."""

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _

from media.consequences import follow_decisions
from media.holders import follow_holder_change
from media.models import CreditDecision, HolderChange, Photo
from media.near_duplicates import remember_look
from media.photo_uses import uses_of


@receiver(post_save, sender=CreditDecision)
def follow_decision(sender: type[CreditDecision], instance: CreditDecision, **kwargs: Any) -> None:
    """Make the visitors' files once a photo is approved, delete them when it is no longer, tell its uploader."""
    follow_decisions([instance])


@receiver(post_save, sender=HolderChange)
def follow_change_of_holder(sender: type[HolderChange], instance: HolderChange, **kwargs: Any) -> None:
    """Write the new credit into the files of the holder's photos."""
    follow_holder_change(instance)


@receiver(post_save, sender=Photo)
def look_at_new_photos(sender: type[Photo], instance: Photo, raw: bool = False, **kwargs: Any) -> None:
    """Remember how a photo looks, so that it is known again under another credit."""
    if not raw and not instance.perceptual_hash:
        transaction.on_commit(lambda: remember_look.enqueue(instance.pk))


@receiver(pre_delete, sender=Photo)
def keep_photos_in_use(sender: type[Photo], instance: Photo, **kwargs: Any) -> None:
    """Refuse to delete a photo that any page or record uses, be it only in a draft.

    Raises:
        ProtectedError: something uses it.
    """
    records = {use.record for use in uses_of(instance)}
    if records:
        raise ProtectedError(_("Снимок используется."), records)
