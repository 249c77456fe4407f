"""Accounts, what happened at their sign-in, and how many attempts are left."""

from portal.accounts.models.attempt_counter import AttemptCounter
from portal.accounts.models.security_event import SecurityEvent, SecurityEventKind
from portal.accounts.models.user import User

__all__ = ["AttemptCounter", "SecurityEvent", "SecurityEventKind", "User"]
