"""Writes what happens at sign-in to the security log: one row and one log line each."""

import logging
from ipaddress import ip_address

from django.http import HttpRequest

from portal.accounts.models import SecurityEvent, SecurityEventKind, User

logger = logging.getLogger("portal.security")


def client_address(request: HttpRequest | None) -> str | None:
    """Return the client's address, or nothing when the request came through a local socket."""
    given = request.META.get("REMOTE_ADDR", "") if request else ""
    try:
        return str(ip_address(given))
    except ValueError:
        return None


def printable(text: str, length: int) -> str:
    """Return the text on one line, cut, so that what a stranger typed can't forge a log line."""
    return "".join(character if character.isprintable() else "�" for character in text)[:length]


def write_event(
    kind: SecurityEventKind,
    request: HttpRequest | None,
    *,
    user: User | None = None,
    entered_name: str = "",
    detail: str = "",
) -> SecurityEvent:
    """Add a line to the security log: who, from where, when, with what result."""
    name = printable(entered_name or (user.get_username() if user else ""), 150)
    address = client_address(request)
    logger.info("%s name=%s address=%s %s", kind.value, name, address or "-", printable(detail, 255))
    return SecurityEvent.objects.create(
        kind=kind, user=user, entered_name=name, address=address, detail=printable(detail, 255)
    )
