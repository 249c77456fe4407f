"""Photos, holders and the moderators' desk in the admin."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from media.bulk_publish import GatedPublishBulkAction
from media.desk.access import may_moderate
from media.desk.menu import ModerationMenuItem, ReportMenuItem
from media.desk.panels import OwnPhotosPanel, WaitingCreditsPanel
from media.desk.reports import REPORTS, DeskReport
from media.models import PhotoSlot, ReasonTemplate, RightsHolder
from media.scheduling import HELD
from media.uploads.removal import PhotoDeleteView, UploadedPhotoDeleteView
from media.uploads.views import UploadView
from media.views import no_preview


class RightsHolderViewSet(SnippetViewSet):
    model = RightsHolder
    icon = "group"
    menu_label = _("Правообладатели")
    list_display = ["name", "credit_line"]


class PhotoSlotViewSet(SnippetViewSet):
    model = PhotoSlot
    icon = "image"
    menu_label = _("Ожидаемые фото")
    list_display = ["name", "state", "rights_holder"]


class ReasonTemplateViewSet(SnippetViewSet):
    model = ReasonTemplate
    icon = "comment"
    menu_label = _("Готовые причины")
    list_display = ["text", "status", "position"]
    list_filter = ["status"]


class PhotoRightsViewSetGroup(SnippetViewSetGroup):
    items = (RightsHolderViewSet, PhotoSlotViewSet, ReasonTemplateViewSet)
    menu_label = _("Права на фото")
    menu_icon = "key"
    menu_order = 320


register_snippet(PhotoRightsViewSetGroup)


@hooks.register("register_admin_urls")
def register_desk_urls() -> list:
    return [path("credits/", include("media.desk.urls"))]


# Found before Wagtail's own screens, whose addresses it takes: this app stands before theirs.
@hooks.register("register_admin_urls")
def register_upload_urls() -> list:
    return [
        path("images/multiple/add/", UploadView.as_view(), name="photo_upload"),
        path("images/<int:image_id>/delete/", PhotoDeleteView.as_view(), name="photo_delete"),
        path("images/multiple/<int:image_id>/delete/", UploadedPhotoDeleteView.as_view(), name="uploaded_photo_delete"),
        path("images/<int:image_id>/preview/<str:filter_spec>/", no_preview, name="photo_preview"),
    ]


@hooks.register("register_admin_menu_item")
def register_desk_menu_item() -> MenuItem:
    return ModerationMenuItem(
        _("Подписи к фото"), reverse("credits:index"), name="credits", icon_name="check", order=310
    )


def _offer_report(report: type[DeskReport], order: int) -> None:
    """Put one report into the menu of reports."""

    @hooks.register("register_reports_menu_item")
    def item() -> MenuItem:
        return ReportMenuItem(
            report.page_title, reverse(report.index_url_name), name=f"credits-{report.address}",
            icon_name=report.header_icon, order=order,
        )  # fmt: skip


for place, desk_report in enumerate(REPORTS):
    _offer_report(desk_report, 1000 + place)


class HeldFormatter(LogFormatter):
    label = _("Публикация ждёт")

    def format_message(self, log_entry: Any) -> str:
        return _("Публикация ждёт: %(reasons)s") % {"reasons": log_entry.data.get("reasons", "")}


@hooks.register("register_log_actions")
def register_held(actions: LogActionRegistry) -> None:
    actions.register_action(HELD)(HeldFormatter)


@hooks.register("insert_global_admin_css")
def style_photos() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("media/admin.css"))


@hooks.register("construct_homepage_panels")
def add_waiting_credits(request: HttpRequest, panels: list) -> None:
    if may_moderate(request):
        panels.append(WaitingCreditsPanel())
    panels.append(OwnPhotosPanel(request.user))


# Registered after Wagtail's own action of the same name, which it takes the place of.
hooks.register("register_bulk_action", GatedPublishBulkAction, order=100)
