"""Makes the files visitors get in the background: none is forgotten, one process at a time works on a photo."""

import logging
from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import task

from media.enums import CreditStatus
from media.metadata import credit_packet
from media.models import FileWork, Photo
from media.models.file_work import MOST_ATTEMPTS
from media.renditions import NotDecoded, NotRead, drop_renditions, make_renditions

logger = logging.getLogger(__name__)

ABANDONED_AFTER = timedelta(minutes=10)
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 120)]  # after each of the attempts


def ask_for_files(photo_keys: Collection[int], replace: bool = False) -> None:
    """Have the files of approved photos made once the open transaction commits; ``replace`` makes all anew.

    Works a photo that is being worked on once more afterwards, and one that was given up from the beginning.
    """
    if not photo_keys:
        return
    now = timezone.now()
    with transaction.atomic():
        FileWork.objects.bulk_create([FileWork(photo_id=key) for key in photo_keys], ignore_conflicts=True)
        asked = FileWork.objects.filter(photo_id__in=photo_keys)
        again = {"replaces": True} if replace else {}
        asked.update(is_asked_again=True, attempts=0, next_attempt_at=now, fault="", **again)
    transaction.on_commit(make_waiting_files.enqueue)


def unmade_files() -> QuerySet[FileWork]:
    """Return the work something stands in the way of, what nobody tries any more first; not what is being done now."""
    is_being_done = Q(fault=FileWork.Fault.CUT_SHORT, taken_at__gte=timezone.now() - ABANDONED_AFTER)
    faulty = FileWork.objects.exclude(fault="").exclude(is_being_done)
    return faulty.select_related("photo").order_by("-attempts", "photo_id")


def try_again() -> int:
    """Work once more on everything that has failed, given up or not; return how many photos that are."""
    keys = list(unmade_files().values_list("photo_id", flat=True))
    ask_for_files(keys)
    return len(keys)


def is_due() -> bool:
    """Tell whether some work waits that nobody holds: a worker has died, or a pause is over."""
    return _due().exists()


@task()
def make_waiting_files() -> int:
    """Work on photo after photo until nothing is due; return on how many."""
    count = 0
    while (work := _take()) is not None:
        _work_on(work)
        count += 1
    return count


def _due() -> QuerySet[FileWork]:
    now = timezone.now()
    is_free = Q(taken_at__isnull=True) | Q(taken_at__lt=now - ABANDONED_AFTER)
    return FileWork.objects.filter(is_free, next_attempt_at__lte=now, attempts__lt=MOST_ATTEMPTS)


def _take() -> FileWork | None:
    """Take one photo's work, or ``None`` when nothing is due.

    Counted as cut short before it is begun: it may end the process, and then nobody else would tell.
    """
    while waiting := _due().order_by("next_attempt_at", "pk").values_list("pk", "attempts").first():
        key, attempts = waiting
        now = timezone.now()
        taken = (
            _due()
            .filter(pk=key)
            .update(
                taken_at=now,
                is_asked_again=False,
                attempts=attempts + 1,
                next_attempt_at=now + PAUSES[attempts],
                fault=FileWork.Fault.CUT_SHORT,
            )
        )
        work = FileWork.objects.select_related("photo__rights_holder").filter(pk=key, taken_at=now).first()
        if taken and work is not None:
            return work
    return None


def _work_on(work: FileWork) -> None:
    try:
        is_current = _make_files(work.photo, work.replaces)
    except Exception as error:  # whatever a storage or a decoder raises: it is tried again, and moderators see it
        logger.warning("No files of photo %s: %s", work.photo_id, error)
        FileWork.objects.filter(pk=work.pk).update(taken_at=None, fault=_fault_of(error))
        return
    held = FileWork.objects.filter(pk=work.pk, taken_at=work.taken_at)
    if is_current and held.filter(is_asked_again=False).delete()[0]:
        return
    held.update(taken_at=None, attempts=0, next_attempt_at=timezone.now(), fault="")


def _make_files(photo: Photo, replace: bool) -> bool:
    """Make what is missing; return whether it is still right: a decision or a rename may have come meanwhile."""
    if photo.credit_status != CreditStatus.APPROVED:
        return True
    make_renditions(photo, replace)
    stored = Photo.objects.select_related("rights_holder").filter(pk=photo.pk).first()
    if stored is None or _state(stored) == _state(photo):
        return True
    drop_renditions([stored])
    return False


def _state(photo: Photo) -> tuple[str, str, bytes]:
    return photo.credit_status, photo.file.name, credit_packet(photo)


def _fault_of(error: Exception) -> str:
    if isinstance(error, NotRead):
        return FileWork.Fault.NOT_READ
    if isinstance(error, NotDecoded):
        return FileWork.Fault.NOT_DECODED
    return FileWork.Fault.NOT_STORED
