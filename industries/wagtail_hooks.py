"""Industries, organisations and markets in the admin."""

from typing import Any
from urllib.parse import urlencode

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from industries import services
from industries.admin.bulk_actions import BULK_ACTIONS
from industries.admin.gaps import EnterpriseGapsView
from industries.admin.viewsets import IndustriesViewSetGroup
from industries.models import Enterprise

register_snippet(IndustriesViewSetGroup)

for bulk_action in BULK_ACTIONS:
    hooks.register("register_bulk_action", bulk_action, order=100)


class GapsMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return request.user.has_perm("industries.change_enterprise")


@hooks.register("register_reports_menu_item")
def enterprise_gaps_menu_item() -> MenuItem:
    return GapsMenuItem(
        _("Пробелы в карточках"), reverse("enterprise_gaps"), name="enterprise-gaps", icon_name="list-ul", order=900
    )


@hooks.register("register_admin_urls")
def enterprise_urls() -> list[URLPattern]:
    return [
        path("reports/enterprises/", EnterpriseGapsView.as_view(), name="enterprise_gaps"),
        path(
            "reports/enterprises/results/",
            EnterpriseGapsView.as_view(results_only=True),
            name="enterprise_gaps_results",
        ),
    ]


@hooks.register("register_snippet_listing_buttons")
def verify_from_the_list(snippet: Any, user: Any, next_url: str | None = None) -> list[Button]:
    if not isinstance(snippet, Enterprise) or not user.has_perm("industries.publish_enterprise"):
        return []
    address = reverse("wagtail_bulk_action", args=["industries", "enterprise", "verify"])
    query = urlencode({"id": snippet.pk, "next": next_url or reverse("wagtailsnippets_industries_enterprise:list")})
    return [Button(_("Проверено сегодня"), f"{address}?{query}", icon_name="check", priority=15)]


@hooks.register("insert_global_admin_css")
def style_bulk_actions() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("industries/admin.css"))


@hooks.register("register_log_actions")
def enterprise_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(services.VERIFY, _("Проверить"), _("Запись сверена с источниками"))
    actions.register_action(services.RETIRE, _("Снять с показа"), _("Запись снята с показа"))
    actions.register_action(services.RESTORE, _("Вернуть"), _("Запись возвращена в черновики"))
    actions.register_action(services.MERGE, _("Объединить"), _("С этой записью объединена другая"))
