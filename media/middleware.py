"""Answers in words where a rule of the models refuses what a screen of the admin did not expect to be refused."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from media.gate import PublicationRefused, refusal_text

SHOWN = 5


class RefusalsMiddleware:
    """Turns a refused deletion or publication into a message on the screen the person came from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Explain the refusal; other errors are not this middleware's. What was begun is rolled back by now."""
        if isinstance(exception, ProtectedError):
            text = explanation(exception)
        elif isinstance(exception, PublicationRefused):
            text = refusal_text(exception.problems)
        else:
            return None
        if request.headers.get("X-Requested-With") == "XMLHttpRequest" or "json" in request.headers.get("Accept", ""):
            return JsonResponse({"success": False, "error_message": strip_tags(text)}, status=409)
        messages.error(request, text)
        came_from = request.headers.get("Referer", "")
        is_ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
        return HttpResponseRedirect(came_from if is_ours else reverse("wagtailadmin_home"))


def explanation(error: ProtectedError) -> str:
    """Return what keeps the record from being deleted, a few of the records by name."""
    names = sorted({f"{record._meta.verbose_name} «{record}»" for record in error.protected_objects})
    shown = "; ".join(names[:SHOWN])
    if len(names) > SHOWN:
        shown = _("%(names)s и ещё %(count)d") % {"names": shown, "count": len(names) - SHOWN}
    return _("Удалить нельзя: на этом стоят другие записи — %(records)s.") % {"records": shown}
