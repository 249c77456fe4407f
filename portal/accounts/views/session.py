"""A person's own sessions: how long this one lives, where they signed in, ending all of them."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.accounts.models import SecurityEvent, SecurityEventKind, User
from portal.accounts.security_log import write_event
from portal.accounts.sessions import end_all_sessions, ends_by_age, note_activity, seconds_left

SHOWN_EVENTS = 20


def describe_session(request: HttpRequest) -> dict[str, Any]:
    """Return what the page's script needs to know: who is signed in, for how long, and a fresh token."""
    if not request.user.is_authenticated:
        return {"person": None, "seconds_left": 0}
    return {
        "person": request.user.pk,
        "seconds_left": seconds_left(request.session),
        "can_prolong": not ends_by_age(request.session),
        "token": get_token(request),
    }


@require_GET
@never_cache
def session_state(request: HttpRequest) -> JsonResponse:
    """Tell the page how long the session still lives; asking does not prolong it."""
    return JsonResponse(describe_session(request))


@require_POST
@never_cache
def prolong_session(request: HttpRequest) -> JsonResponse:
    """Count the person's work on the page as activity and answer with the new state."""
    if request.user.is_authenticated:
        note_activity(request.session)
    return JsonResponse(describe_session(request))


class OwnSessionsView(WagtailAdminTemplateMixin, TemplateView):
    """Shows where the person signed in lately and offers to end every session."""

    template_name = "accounts/own_sessions.html"
    page_title = gettext_lazy("Входы и сеансы")
    header_icon = "key"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the account's page."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": reverse("wagtailadmin_account"), "label": _("Учётная запись")},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the person's latest security events."""
        events = SecurityEvent.objects.filter(user=cast(User, self.request.user))[:SHOWN_EVENTS]
        return super().get_context_data(events=events, **kwargs)


@require_POST
@login_required
def end_own_sessions(request: HttpRequest) -> HttpResponse:
    """End every session of the person, this one included, and lead to the entrance."""
    person = cast(User, request.user)
    end_all_sessions(person)
    write_event(SecurityEventKind.SESSIONS_ENDED, request, user=person)
    logout(request)
    messages.success(request, _("Все сеансы завершены. Войдите ещё раз."))
    return HttpResponseRedirect(reverse("account_login"))
