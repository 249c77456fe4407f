"""Facts, cases and events in the admin."""

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from exports.desk.calendar import EventCalendarView
from exports.desk.review import DueFactsView
from exports.models import ExportCase, ExportFact, ProductGroup, TradeEvent
from portal.core.admin_columns import period, published, words


class ExportFactViewSet(SnippetViewSet):
    model = ExportFact
    icon = "globe"
    menu_label = _("Факты")
    list_display = [
        "subject", words("shown_markets", _("Рынки")), "scope", words("shown_number", _("Значение")),
        period("period", _("Период")), "status", "review_on", published(),
    ]  # fmt: skip
    list_filter = ["markets", "metric", "scope", "product_group", "status", "kind", "live"]
    list_per_page = 50


class ExportCaseViewSet(SnippetViewSet):
    model = ExportCase
    icon = "doc-full-inverse"
    menu_label = _("Кейсы")
    list_display = ["title", period("period", _("Когда")), "product_group", "status", "review_on", published()]
    list_filter = ["markets", "enterprises", "product_group", "year", "status", "live"]
    list_per_page = 50


class TradeEventViewSet(SnippetViewSet):
    model = TradeEvent
    icon = "calendar-alt"
    menu_label = _("События")
    list_display = ["name", words("dates_text", _("Даты")), "place", "status", published()]
    list_filter = {
        "markets": ["exact"], "enterprises": ["exact"], "first_day": ["year", "gte", "lte"], "status": ["exact"],
        "live": ["exact"],
    }  # fmt: skip
    list_per_page = 50
    ordering = ["-first_day", "name"]


class ProductGroupViewSet(SnippetViewSet):
    model = ProductGroup
    icon = "tag"
    menu_label = _("Группы товаров")
    list_display = ["name", "name_english", "industry"]
    list_per_page = 50


class ExportsViewSetGroup(SnippetViewSetGroup):
    items = (ExportFactViewSet, ExportCaseViewSet, TradeEventViewSet, ProductGroupViewSet)
    menu_label = _("Экспорт")
    menu_icon = "globe"
    menu_order = 170


register_snippet(ExportsViewSetGroup)


@hooks.register("register_admin_urls")
def register_exports_desk_urls() -> list:
    patterns = [
        path("review/", DueFactsView.as_view(), name="review"),
        path("review/results/", DueFactsView.as_view(results_only=True), name="review_results"),
        path("calendar/", EventCalendarView.as_view(), name="calendar"),
    ]
    return [path("exports/", include((patterns, "exports_desk")))]


class ExportsDeskMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("exports.change_exportfact")


@hooks.register("register_reports_menu_item")
def register_due_facts() -> MenuItem:
    url = reverse("exports_desk:review")
    return ExportsDeskMenuItem(DueFactsView.page_title, url, name="exports-review", icon_name="globe", order=60)


@hooks.register("register_reports_menu_item")
def register_event_calendar() -> MenuItem:
    url = reverse("exports_desk:calendar")
    return ExportsDeskMenuItem(
        EventCalendarView.page_title, url, name="exports-calendar", icon_name="calendar-alt", order=61
    )
