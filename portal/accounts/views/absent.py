"""Addresses of the admin framework that this portal does not offer."""

from typing import NoReturn

from django.http import Http404, HttpRequest


def absent(request: HttpRequest) -> NoReturn:
    """Answer as if there were nothing here."""
    raise Http404
