"""Jobs the clock starts: one run at a time, and an alarm when they stop coming."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone

from media.models import JobRun

ABANDONED_AFTER = timedelta(minutes=10)
EXPECTED_EVERY = {
    "publish_scheduled": timedelta(minutes=10),
    "retry_photo_files": timedelta(minutes=10),
    "expire_credits": timedelta(hours=2),
    "send_credit_notices": timedelta(hours=26),
}


def expect_job(name: str, every: timedelta) -> None:
    """Raise the alarm when this job of another app, once started by the clock, has not ended well for ``every``."""
    EXPECTED_EVERY[name] = every


class AlreadyRunning(Exception):
    """Another process runs this job now."""


@contextmanager
def only_run(name: str) -> Iterator[None]:
    """Run a job under its lock; one that fails gives it up, one that dies is taken for abandoned in ten minutes.

    Raises:
        AlreadyRunning: another run has the lock.
    """
    now = timezone.now()
    JobRun.objects.get_or_create(name=name)
    free = Q(started_at__isnull=True) | Q(finished_at__gte=F("started_at")) | Q(started_at__lt=now - ABANDONED_AFTER)
    if not JobRun.objects.filter(free, name=name).update(started_at=now):
        raise AlreadyRunning(name)
    try:
        yield
    except BaseException:
        JobRun.objects.filter(name=name).update(started_at=None)
        raise
    finished_run(name)


def finished_run(name: str) -> None:
    """Remember that the job has come to its end."""
    JobRun.objects.update_or_create(name=name, defaults={"finished_at": timezone.now()})


def overdue_jobs() -> list[str]:
    """Return the jobs that have run before and have not come for longer than they should."""
    now = timezone.now()
    runs = JobRun.objects.filter(name__in=EXPECTED_EVERY).values_list("name", "finished_at")
    return [name for name, finished_at in runs if finished_at is None or finished_at < now - EXPECTED_EVERY[name]]
