"""Facts, cases and events in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from exports.models import ExportCase, ExportFact, ProductGroup, TradeEvent
from portal.figures.public.supports import records_on, register_support


class ExportFactViewSet(SnippetViewSet):
    model = ExportFact
    icon = "globe"
    menu_label = _("Факты")
    list_display = ["subject", "shown_markets", "scope", "shown_number", "period", "status", "review_on", "live"]
    list_filter = ["markets", "metric", "scope", "product_group", "status", "kind", "live"]
    list_per_page = 50


class ExportCaseViewSet(SnippetViewSet):
    model = ExportCase
    icon = "doc-full-inverse"
    menu_label = _("Кейсы")
    list_display = ["title", "period", "product_group", "status", "review_on", "live"]
    list_filter = ["markets", "enterprises", "product_group", "year", "status", "live"]
    list_per_page = 50


class TradeEventViewSet(SnippetViewSet):
    model = TradeEvent
    icon = "calendar-alt"
    menu_label = _("События")
    list_display = ["name", "dates_text", "place", "status", "live"]
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
register_support("cases", records_on(ExportCase.objects.live, _("Кейсы"), "exports:case", column="sources"))
register_support("events", records_on(TradeEvent.objects.live, _("События"), "exports:event", name="name"))
