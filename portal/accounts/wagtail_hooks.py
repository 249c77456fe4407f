from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from portal.accounts.views.security_journal import SecurityJournalView
from portal.accounts.views.session import OwnSessionsView


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    return [
        path("account/sessions/", OwnSessionsView.as_view(), name="own_sessions"),
        path("reports/security/", SecurityJournalView.as_view(), name="security_journal"),
        path(
            "reports/security/results/",
            SecurityJournalView.as_view(results_only=True),
            name="security_journal_results",
        ),
    ]


class SecurityJournalMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("accounts.view_securityevent")


@hooks.register("register_reports_menu_item")
def register_security_journal() -> MenuItem:
    return SecurityJournalMenuItem(
        SecurityJournalView.page_title,
        reverse("security_journal"),
        name="security-journal",
        icon_name=SecurityJournalView.header_icon,
        order=2000,
    )


@hooks.register("register_account_menu_item")
def offer_second_factor(request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("mfa_index"),
        "label": _("Второй фактор"),
        "help_text": _("Код из приложения при каждом входе: чужой с вашим паролем не войдёт."),
    }


@hooks.register("register_account_menu_item")
def offer_own_sessions(request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("own_sessions"),
        "label": _("Входы и сеансы"),
        "help_text": _("Где и когда вы входили; выход на всех устройствах сразу."),
    }


@hooks.register("insert_global_admin_css")
def style_session_guard() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("accounts/session_guard.css"))


@hooks.register("insert_global_admin_js")
def guard_session() -> SafeString:
    return render_to_string(
        "accounts/session_guard.html",
        {"warn_before": settings.ADMIN_IDLE_WARNING_SECONDS},
    )


@hooks.register("before_move_page")
def refuse_to_show_a_move_without_the_right(request: HttpRequest, page: Page, destination: Page) -> None:
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied
