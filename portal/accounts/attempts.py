"""Limits on attempts: how often an account, an address or a mailbox may try before it must wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.accounts.models import AttemptCounter

LONGEST_LOCK = timedelta(hours=24)
QUIET_PERIOD = timedelta(hours=24)


@dataclass(frozen=True)
class AttemptLimit:
    """A rule: so many attempts in a window, then a lock; the lock doubles each time if it grows."""

    name: str
    attempts: int
    window: timedelta
    lock: timedelta
    grows: bool = False

    def lock_after(self, earlier_locks: int) -> timedelta:
        """Return how long to lock a subject that has been locked ``earlier_locks`` times before."""
        if not self.grows:
            return self.lock
        return min(self.lock * 2 ** min(earlier_locks, 16), LONGEST_LOCK)


ACCOUNT_FROM_PLACE = AttemptLimit("account-place", 5, timedelta(minutes=30), timedelta(minutes=10), grows=True)
ACCOUNT_FROM_STRANGERS = AttemptLimit("account-strangers", 50, timedelta(hours=1), timedelta(hours=1))
SIGN_IN_FROM_ADDRESS = AttemptLimit("sign-in-address", 20, timedelta(minutes=1), timedelta(minutes=1))
SECOND_FACTOR_CODE = AttemptLimit("second-factor", 5, timedelta(minutes=30), timedelta(minutes=10), grows=True)
RESET_FOR_MAILBOX = AttemptLimit("reset-mailbox", 3, timedelta(hours=1), timedelta(hours=1))
RESET_FROM_ADDRESS = AttemptLimit("reset-address", 10, timedelta(hours=1), timedelta(hours=1))


def counter_key(limit: AttemptLimit, subject: str) -> str:
    """Return the keyed hash under which the attempts of a subject are counted."""
    return salted_hmac(f"portal.accounts.attempts.{limit.name}", subject, algorithm="sha256").hexdigest()


def take_attempt(limit: AttemptLimit, subject: str) -> bool:
    """Count one attempt and tell whether it may go ahead.

    The attempt is counted before its outcome is known, under a row lock, so that attempts sent in
    parallel cannot slip past the limit. Call :func:`forgive` when it turns out to be right. An
    attempt refused because of a lock does not prolong that lock.
    """
    now = timezone.now()
    with transaction.atomic():
        counter, _ = AttemptCounter.objects.select_for_update().get_or_create(
            key=counter_key(limit, subject), defaults={"window_started_at": now}
        )
        if counter.locked_until and now < counter.locked_until:
            return False
        count_attempt(counter, limit, now)
        counter.save()
    return True


def count_attempt(counter: AttemptCounter, limit: AttemptLimit, now: datetime) -> None:
    """Add one attempt to the counter's window and lock it when the window is full."""
    if now - max(counter.window_started_at, counter.locked_until or counter.window_started_at) > QUIET_PERIOD:
        counter.lock_count = 0
    if now - counter.window_started_at > limit.window:
        counter.attempts = 0
        counter.window_started_at = now
    counter.attempts += 1
    if counter.attempts >= limit.attempts:
        counter.locked_until = now + limit.lock_after(counter.lock_count)
        counter.lock_count += 1
        counter.attempts = 0
        counter.window_started_at = now


def is_locked(limit: AttemptLimit, subject: str) -> bool:
    """Tell whether the subject has to wait, without counting an attempt."""
    return AttemptCounter.objects.filter(key=counter_key(limit, subject), locked_until__gt=timezone.now()).exists()


def forgive(limit: AttemptLimit, subject: str) -> None:
    """Forget the subject's attempts and locks, because it has proved who it is."""
    AttemptCounter.objects.filter(key=counter_key(limit, subject)).delete()


def forget_old_counters() -> int:
    """Delete counters that have been quiet for a day; return how many."""
    long_ago = timezone.now() - QUIET_PERIOD
    deleted, _ = (
        AttemptCounter.objects.filter(window_started_at__lt=long_ago).exclude(locked_until__gt=long_ago).delete()
    )
    return deleted
