"""Request handling every page shares: transactions, language, security headers."""

import inspect
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
ADMIN_PREFIX = "/admin/"

PUBLIC_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
ADMIN_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; frame-src 'self'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
PERMISSIONS_POLICY = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
    "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
)


def is_admin_path(path: str) -> bool:
    """Tell whether the address belongs to the admin, the entrance included."""
    return path.startswith(ADMIN_PREFIX)


class SecurityHeadersMiddleware:
    """Sets a strict policy on public pages and the loosest one the admin needs on admin pages.

    Public pages may be framed by nobody; admin pages, previews among them, only by this site. A view
    that needs a policy of its own, such as an embeddable figure, sets the header itself.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add the headers that the answer does not have yet."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if is_admin_path(request.path_info):
            self.protect_admin_answer(response)
        else:
            response.headers.setdefault("Content-Security-Policy", PUBLIC_POLICY)
        return response

    def protect_admin_answer(self, response: HttpResponseBase) -> None:
        """Set the admin's headers; a preview arrives here with those of the public page it shows."""
        response.headers["Content-Security-Policy"] = ADMIN_POLICY
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        response.headers["Cache-Control"] = "no-store, private, max-age=0"
        for name in ("ETag", "X-Accel-Expires"):
            response.headers.pop(name, None)


class SiteLanguageMiddleware:
    """Activates the language of the address: a prefix names it, the root is the site's own language.

    The browser's Accept-Language is not looked at, so the same address always gives the same page
    and a shared cache needs no ``Vary: Accept-Language``.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the language of the address."""
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        return response


class SafeRequestsOutsideTransactionMiddleware:
    """Runs reading requests outside a transaction although ``ATOMIC_REQUESTS`` is on.

    On SQLite a transaction begins with the write lock (``IMMEDIATE``), so a reading page inside one
    would wait for every writer. Must be the last middleware: it answers from ``process_view``, and
    so it also offers an exception of the view to the other middleware, as the handler would.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.handler: BaseHandler = inspect.unwrap(get_response).__self__  # type: ignore[attr-defined]

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; the work is done when the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Call the view here, before the handler would open a transaction around it."""
        if request.method not in SAFE_METHODS:
            return None
        try:
            return view(request, *args, **kwargs)
        except Exception as exception:
            response = self.handler.process_exception_by_middleware(exception, request)
            if response is None:
                raise
            return response
