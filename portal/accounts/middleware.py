"""Guards of the admin: sessions that have run out, and people without their second factor."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.kept_form import is_page_form, kept_form_page
from portal.accounts.second_factor import has_second_factor, must_have_second_factor
from portal.accounts.sessions import note_activity, seconds_left
from portal.core.middleware import is_admin_path

BACKGROUND_PATHS = ("/admin/editing-sessions/", "/admin/session/", "/admin/jsi18n/", "/admin/sprite/")
PATHS_WITHOUT_SECOND_FACTOR = (
    "/admin/second-factor/",
    "/admin/confirm/",
    "/admin/logout/",
    "/admin/login/",
    "/admin/session/",
    "/admin/jsi18n/",
    "/admin/sprite/",
    "/admin/password_reset/",
)


class AdminSessionLimitsMiddleware:
    """Ends a session in the admin that is too old or has been idle too long.

    Requests the browser makes by itself don't count as activity. A form sent after the end is
    answered by a page that still holds everything typed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let the request through while its session lives."""
        if not is_admin_path(request.path_info) or not request.user.is_authenticated:
            return self.get_response(request)
        if seconds_left(request.session) > 0:
            if not request.path_info.startswith(BACKGROUND_PATHS):
                note_activity(request.session)
            return self.get_response(request)
        logout(request)
        if is_page_form(request):
            return kept_form_page(request, _("Сеанс закончился"), status=403)
        if request.method == "GET" and not request.path_info.startswith(BACKGROUND_PATHS):
            messages.warning(request, _("Сеанс закончился. Войдите ещё раз."))
        return self.get_response(request)


class SecondFactorMiddleware:
    """Leads people who must have a second factor and have none to the page where it is connected."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let the request through unless a second factor has to be connected first."""
        if self.lacks_second_factor(request):
            return HttpResponseRedirect(reverse("mfa_activate_totp"))
        return self.get_response(request)

    def lacks_second_factor(self, request: HttpRequest) -> bool:
        """Tell whether this request has to wait until a second factor is connected."""
        path = request.path_info
        if not is_admin_path(path) or path.startswith(PATHS_WITHOUT_SECOND_FACTOR):
            return False
        user = request.user
        return user.is_authenticated and must_have_second_factor(user) and not has_second_factor(user)
