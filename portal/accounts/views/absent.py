"""Addresses of the framework that this portal does not offer: a fault on request, a second unguarded login."""

from typing import NoReturn

from django.http import Http404, HttpRequest


def absent(request: HttpRequest, rest: str = "") -> NoReturn:
    """Answer as if there were nothing here."""
    raise Http404
