"""The same server on a day that stays: what ages, such as a review that falls due, looks the same in any year."""

from datetime import UTC, datetime

from django.utils import timezone

from tests.server.settings import *

DAY = datetime(2026, 11, 27, 9, tzinfo=UTC)


def now_on_the_fixed_day() -> datetime:
    """Return the one moment this server knows."""
    return DAY


timezone.now = now_on_the_fixed_day
