"""Takes back by the hundred the records an import has made."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import router
from django.db.models import ProtectedError, Q
from django.db.models.deletion import Collector
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex, Revision
from wagtail.search.models import IndexEntry
from wagtail.signal_handlers import disable_reference_index_auto_update

from industries.enterprise_import.history import log_all, tell_of
from industries.models import Enterprise
from industries.services import RETIRE
from portal.imports.kinds import WritingRefused

MOST_NAMED = 5
# Somebody has decided on these since: they keep what was decided.
DECIDED = Q(retired_on__isnull=False) | Q(merged_into__isnull=False) | Q(merged_records__isnull=False)
NEVER_PUBLIC = Q(live=False, first_published_at__isnull=True)


def take_back(keys: Sequence[int], person: Any) -> list[str]:
    """Delete the drafts among new records, retire what was public, return the names of those left as they are.

    Left are records that were retired or took part in a merge after the import.

    Raises:
        WritingRefused: something that stays refers to one of the drafts.
    """
    made = Enterprise.objects.filter(pk__in=keys)
    left = dict(made.filter(DECIDED).order_by("name", "pk").values_list("pk", "name"))
    taken = made.exclude(pk__in=left)
    _delete_drafts(list(taken.filter(NEVER_PUBLIC)))
    if public := list(taken.select_related("latest_revision")):
        _retire(public, person)
    return list(left.values())


def _retire(records: Sequence[Enterprise], person: Any) -> None:
    """Retire the records, in their latest drafts too, with the plans to publish drafts; their history names who did."""
    today, keys = timezone.localdate(), [record.pk for record in records]
    Enterprise.objects.filter(pk__in=keys).update(live=False, retired_on=today)
    content_type = ContentType.objects.get_for_model(Enterprise)
    drafts = Revision.objects.filter(content_type=content_type, object_id__in=[str(key) for key in keys])
    drafts.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
    revisions = [record.latest_revision for record in records if record.latest_revision is not None]
    for revision in revisions:
        revision.content["retired_on"] = today.isoformat()
    Revision.objects.bulk_update(revisions, ["content"])
    log_all(records, [record.latest_revision for record in records], person, RETIRE)
    tell_of(records)


def _delete_drafts(drafts: Sequence[Enterprise]) -> None:
    """Delete the records with all that hangs on them.

    Search and the lists of usage are cleared for all at once; asked record by record they cost more than the rest.
    """
    named = [str(record.pk) for record in drafts]
    content_type = ContentType.objects.get_for_model(Enterprise)
    IndexEntry.objects.filter(content_type=content_type, object_id__in=named).delete()
    ReferenceIndex.objects.filter(base_content_type=content_type, object_id__in=named).delete()
    ReferenceIndex.objects.filter(to_content_type=content_type, to_object_id__in=named).delete()
    for record in drafts:
        record.get_indexed_instance = _nothing  # type: ignore[method-assign]
    try:
        collector = Collector(using=router.db_for_write(Enterprise))
        collector.collect(drafts)
        with disable_reference_index_auto_update():
            collector.delete()
    except ProtectedError as error:
        raise WritingRefused(_refusal(error.protected_objects)) from error


def _refusal(protected: Iterable[Any]) -> str:
    names = ", ".join(sorted({f"«{record}»" for record in protected})[:MOST_NAMED])
    return _("Черновики загрузки нельзя удалить, пока с ними связаны: %(names)s. Уберите связь и отмените снова.") % {
        "names": names
    }


def _nothing() -> None:
    """Stand for what search would still have to forget of a record."""
