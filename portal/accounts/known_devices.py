"""Remembers the devices from which a person has signed in before.

A device that carries a valid mark is counted apart from everyone else, so that strangers who
guess at an account lock themselves out and not its owner.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import get_random_string

SALT = "portal.accounts.known-device"
LIFETIME = 365 * 24 * 3600


def fold_name(name: str) -> str:
    """Return the account's name as it is counted: case and surrounding space make no difference."""
    return name.strip().casefold()


def known_device(request: HttpRequest, name: str) -> str:
    """Return the mark's own number when this device has signed in as ``name`` before, else nothing."""
    try:
        owner, number = signing.loads(request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""), salt=SALT, max_age=LIFETIME)
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    return str(number) if owner == fold_name(name) else ""


def remember_device(request: HttpRequest, response: HttpResponseBase, name: str) -> None:
    """Mark the device as one from which ``name`` signs in."""
    number = known_device(request, name) or get_random_string(22)
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        signing.dumps([fold_name(name), number], salt=SALT),
        max_age=LIFETIME,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
