"""What records of this app refuse on every path."""

from typing import Any

from django.db.models import ProtectedError
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from industries.models import Enterprise
from industries.permissions import NEVER_DELETED


@receiver(pre_delete, sender=Enterprise)
def keep_what_was_public(sender: type[Enterprise], instance: Enterprise, **kwargs: Any) -> None:
    """Refuse to delete a record that visitors have seen; a draft that never was public may go with its import.

    Raises:
        ProtectedError: the record is or was public, or takes part in a merge.
    """
    was_public = instance.live or instance.first_published_at is not None
    if was_public or instance.retired_on is not None or instance.merged_into_id is not None:
        raise ProtectedError(str(NEVER_DELETED), {instance})
