"""How public pages may be kept by browsers and proxies."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, set_response_etag

from portal.core.context import chosen_theme
from portal.core.middleware import is_admin_path

PUBLIC = "public, max-age=0, must-revalidate"
PERSONAL = "private, max-age=0, must-revalidate"
MOVED_FOR_EVER = frozenset({301, 308})


class PublicCacheMiddleware:
    """Gives public pages a tag, so that an unchanged page costs the visitor a few bytes.

    Browsers ask again each time, so an editor sees a change at once. The proxy in front may keep the
    page for ``PROXY_CACHE_SECONDS`` (its key holds the address and the theme). A page that looked at
    the session is personal and is never shared. Private files and the admin are left alone.

    A move "for ever" is asked about again, too: browsers would follow it when the address is given back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Say how the answer may be kept, and answer 304 when the visitor has it already."""
        response = self.get_response(request)
        if response.status_code in MOVED_FOR_EVER and not is_admin_path(request.path_info):
            response.headers.setdefault("Cache-Control", PUBLIC)
        if not isinstance(response, HttpResponse) or not self.is_page(request, response):
            return response
        if self.is_personal(request, response):
            response.headers["Cache-Control"] = PERSONAL
            return response
        response.headers["Cache-Control"] = PERSONAL if chosen_theme(request) else PUBLIC
        response.headers["X-Accel-Expires"] = str(settings.PROXY_CACHE_SECONDS)
        set_response_etag(response)
        return get_conditional_response(request, etag=response.headers.get("ETag"), response=response) or response

    def is_page(self, request: HttpRequest, response: HttpResponseBase) -> bool:
        """Tell whether this is a complete public page whose view said nothing about keeping it."""
        return (
            request.method in {"GET", "HEAD"}
            and response.status_code == 200
            and not is_admin_path(request.path_info)
            and "Cache-Control" not in response.headers
        )

    def is_personal(self, request: HttpRequest, response: HttpResponseBase) -> bool:
        """Tell whether the page depends on who is asking."""
        session = getattr(request, "session", None)
        return bool(response.cookies) or bool(session is not None and session.accessed)
