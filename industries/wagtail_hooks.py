"""Industries, enterprises and markets in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from industries.models import Enterprise, Industry, Market


class EnterpriseViewSet(SnippetViewSet):
    model = Enterprise
    icon = "list-ul"
    menu_label = _("Предприятия")
    list_display = ["name", "industry", "role", "residency", "confidence", "as_of", "verified_on", "live"]
    list_filter = ["industry", "role", "residency", "confidence", "live"]
    list_per_page = 50
    ordering = ["name"]


class IndustryViewSet(SnippetViewSet):
    model = Industry
    icon = "folder-open-inverse"
    menu_label = _("Отрасли")
    list_display = ["name", "is_leading", "position", "retired_on"]
    list_per_page = 50


class MarketViewSet(SnippetViewSet):
    model = Market
    icon = "globe"
    menu_label = _("Рынки")
    list_display = ["name", "iso_code", "accusative", "locative", "position", "retired_on"]
    list_per_page = 50


class IndustriesViewSetGroup(SnippetViewSetGroup):
    items = (EnterpriseViewSet, IndustryViewSet, MarketViewSet)
    menu_label = _("Предприятия и отрасли")
    menu_icon = "list-ul"
    menu_order = 160


register_snippet(IndustriesViewSetGroup)
