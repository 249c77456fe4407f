"""Lists and forms of industries, organisations and markets."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from industries.admin.filters import EnterpriseFilterSet
from industries.models import Enterprise, Industry, Market
from portal.core.admin_columns import published, yes_no


class EnterpriseViewSet(SnippetViewSet):
    """Organisations; they are retired or merged, not deleted."""

    model = Enterprise
    icon = "list-ul"
    menu_label = _("Предприятия")
    list_display = ["name", "industry", "role", "site", "confidence", "as_of", "verified_on", published()]
    filterset_class = EnterpriseFilterSet
    list_per_page = 50
    ordering = ["name"]
    inspect_view_enabled = False
    list_export = ["name", "legal_name", "inn", "ogrn", "industry", "role", "residency", "as_of", "verified_on", "live"]


class IndustryViewSet(SnippetViewSet):
    """Industries."""

    model = Industry
    icon = "folder-open-inverse"
    menu_label = _("Отрасли")
    list_display = ["name", yes_no("is_leading", _("Ведущая")), "position", "retired_on"]
    list_per_page = 50


class MarketViewSet(SnippetViewSet):
    """Markets."""

    model = Market
    icon = "globe"
    menu_label = _("Рынки")
    list_display = ["name", "iso_code", "accusative", "locative", "position", "retired_on"]
    list_per_page = 50


class IndustriesViewSetGroup(SnippetViewSetGroup):
    """The three of them in one menu."""

    items = (EnterpriseViewSet, IndustryViewSet, MarketViewSet)
    menu_label = _("Предприятия и отрасли")
    menu_icon = "list-ul"
    menu_order = 160
