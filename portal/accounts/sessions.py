"""How long a session lives, and how all sessions of a person are ended."""

import time

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import F

from portal.accounts.models import User

SIGNED_IN_AT = "signed_in_at"
ACTIVE_AT = "active_at"
ACTIVITY_STEP = 60


def end_all_sessions(user: User) -> None:
    """Make every open session of the person invalid from its next request on."""
    User.objects.filter(pk=user.pk).update(session_version=F("session_version") + 1)
    user.refresh_from_db(fields=["session_version"])


def begin_session(session: SessionBase) -> None:
    """Note when the session began, so that its limits can be measured."""
    session[SIGNED_IN_AT] = session[ACTIVE_AT] = int(time.time())


def seconds_left(session: SessionBase) -> int:
    """Return how many seconds the session still lives if its owner does nothing; never below zero."""
    now = int(time.time())
    began = session.get(SIGNED_IN_AT, now)
    active = session.get(ACTIVE_AT, now)
    until = min(began + settings.ADMIN_SESSION_SECONDS, active + settings.ADMIN_IDLE_SECONDS)
    return max(0, until - now)


def ends_by_age(session: SessionBase) -> bool:
    """Tell whether the session ends because of its age, so that being at work can't prolong it."""
    now = int(time.time())
    began = session.get(SIGNED_IN_AT, now)
    return began + settings.ADMIN_SESSION_SECONDS <= session.get(ACTIVE_AT, now) + settings.ADMIN_IDLE_SECONDS


def note_activity(session: SessionBase) -> None:
    """Remember that the owner is at work; written at most once a minute."""
    now = int(time.time())
    if SIGNED_IN_AT not in session:
        begin_session(session)
    elif now - session.get(ACTIVE_AT, 0) >= ACTIVITY_STEP:
        session[ACTIVE_AT] = now
