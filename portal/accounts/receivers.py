"""Reacts to what happens to accounts: writes the security log, ends sessions, renews rights."""

from typing import Any

from django.contrib.auth.models import Group
from django.http import HttpRequest

from portal.accounts.models import SecurityEventKind, User
from portal.accounts.roles import grant_all_roles
from portal.accounts.security_log import write_event
from portal.accounts.sessions import begin_session, end_all_sessions

RIGHTS_FIELDS = ("is_active", "is_staff", "is_superuser")
WATCHED_FIELDS = frozenset({*RIGHTS_FIELDS, "password"})


def signed_in(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Start the clock of the session and log the sign-in."""
    begin_session(request.session)
    write_event(SecurityEventKind.SIGNED_IN, request, user=user)


def signed_out(sender: Any, request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    """Log a sign-out, unless nobody was signed in."""
    if user is not None:
        write_event(SecurityEventKind.SIGNED_OUT, request, user=user)


def remember_what_is_stored(sender: Any, instance: User, raw: bool = False, **kwargs: Any) -> None:
    """Read, before an account is saved, what its password and rights have been so far."""
    updated = kwargs.get("update_fields")
    is_watched = not raw and instance.pk is not None and (updated is None or WATCHED_FIELDS & set(updated))
    stored = User.objects.filter(pk=instance.pk).values(*WATCHED_FIELDS).first() if is_watched else None
    vars(instance)["stored_security_values"] = stored


def compare_with_what_was_stored(sender: Any, instance: User, **kwargs: Any) -> None:
    """Log a new password or new rights, and end all sessions when the rights have changed.

    A new password ends the other sessions by itself: their hash no longer fits.
    """
    stored = vars(instance).get("stored_security_values")
    if not stored:
        return
    if stored["password"] != instance.password:
        write_event(SecurityEventKind.PASSWORD_CHANGED, None, user=instance)
    if any(stored[field] != getattr(instance, field) for field in RIGHTS_FIELDS):
        write_event(SecurityEventKind.RIGHTS_CHANGED, None, user=instance)
        end_all_sessions(instance)


def membership_changed(
    sender: Any, instance: User | Group, action: str, reverse: bool, pk_set: set[int] | None, **kwargs: Any
) -> None:
    """End the sessions of everyone who has entered or left a role."""
    if action not in {"post_add", "post_remove", "pre_clear"}:
        return
    if isinstance(instance, User):
        people = [instance] if action == "pre_clear" or pk_set else []
    elif action == "pre_clear":
        people = list(User.objects.filter(groups=instance))
    else:
        people = list(User.objects.filter(pk__in=pk_set or ()))
    for person in people:
        write_event(SecurityEventKind.RIGHTS_CHANGED, None, user=person)
        end_all_sessions(person)


def code_refused(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Log a wrong code of the second factor."""
    write_event(SecurityEventKind.CODE_REFUSED, request, user=user)


def second_factor_changed(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Log that an authenticator was added, removed or renewed."""
    write_event(SecurityEventKind.SECOND_FACTOR_CHANGED, request, user=user)


def rights_defined(sender: Any, **kwargs: Any) -> None:
    """Grant the roles those rights that the migration just run has defined."""
    grant_all_roles()
