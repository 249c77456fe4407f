"""Error pages in Russian that need neither the database nor a session."""

import sys
from collections.abc import Callable
from functools import cache

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _

RETRY_SECONDS = 30


@cache
def error_body(status: int, language: str) -> str:
    """Return the page for a status; made once per language, as it depends on nothing else."""
    try:
        return render_to_string(f"{status}.html")
    except (TemplateDoesNotExist, ValueError, OSError):
        return f"<!doctype html><title>{status}</title><p>{_('Страница сейчас недоступна.')}</p>"


def error_page(request: HttpRequest, status: int, *, retry_after: int | None = None) -> HttpResponse:
    """Answer with the Russian page for ``status``; ``retry_after`` is in seconds."""
    response = HttpResponse(error_body(status, translation.get_language() or ""), status=status)
    response["Cache-Control"] = "no-store"
    if retry_after is not None:
        response["Retry-After"] = str(retry_after)
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that can't be understood, or one that is too large."""
    return error_page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer someone who may not see this."""
    return error_page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return error_page(request, 404)


def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer someone who asks too often."""
    return error_page(request, 429, retry_after=60)


class MissingFieldMiddleware:
    """Answers 400 to a forged form that lacks a field the view takes for granted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for the view that did not find a field; leave other faults alone."""
        return error_page(request, 400) if isinstance(exception, MultiValueDictKeyError) else None


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer after a fault of ours: 503 with a time to retry if it is the database's, else 500."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return error_page(request, 503, retry_after=RETRY_SECONDS)
    return error_page(request, 500)
