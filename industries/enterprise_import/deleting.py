"""Deletes new drafts by the hundred when their import is taken back."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import router
from django.db.models.deletion import Collector
from wagtail.models import ReferenceIndex
from wagtail.search.models import IndexEntry
from wagtail.signal_handlers import disable_reference_index_auto_update

from industries.models import Enterprise


def delete_drafts(keys: Sequence[int]) -> None:
    """Delete those of the records that never were public, with all that hangs on them.

    Search and the lists of usage are cleared for all at once; asked record by record they cost more than the rest.

    Raises:
        ProtectedError: something that stays refers to one of them, or a rule of the model stands against it.
    """
    gone = list(Enterprise.objects.filter(pk__in=keys, first_published_at__isnull=True))
    named = [str(record.pk) for record in gone]
    content_type = ContentType.objects.get_for_model(Enterprise)
    IndexEntry.objects.filter(content_type=content_type, object_id__in=named).delete()
    ReferenceIndex.objects.filter(base_content_type=content_type, object_id__in=named).delete()
    ReferenceIndex.objects.filter(to_content_type=content_type, to_object_id__in=named).delete()
    for record in gone:
        record.get_indexed_instance = _nothing  # type: ignore[method-assign]
    collector = Collector(using=router.db_for_write(Enterprise))
    collector.collect(gone)
    with disable_reference_index_auto_update():
        collector.delete()


def _nothing() -> None:
    """Stand for what search would still have to forget of a record."""
