from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone


class Clock:
    """A clock that moves only when told to; sessions and limits read it."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Moscow"))

    def move(self, **distance):
        self.now += timedelta(**distance)


@pytest.fixture
def clock(monkeypatch):
    moving = Clock()
    monkeypatch.setattr(timezone, "now", lambda: moving.now)
    monkeypatch.setattr("portal.accounts.sessions.time.time", lambda: moving.now.timestamp())
    return moving
