"""The zone, its sites and districts in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from technopolis.models import District, Site, TaxRate, Zone


class SiteViewSet(SnippetViewSet):
    model = Site
    icon = "site"
    menu_label = _("Площадки")
    list_display = ["name", "position", "district", "joined_year", "live"]
    list_filter = ["district", "live"]
    list_per_page = 50
    ordering = ["position"]


class ZoneViewSet(SnippetViewSet):
    model = Zone
    icon = "globe"
    menu_label = _("Зоны")
    list_display = ["name", "established_year", "until_year"]


class DistrictViewSet(SnippetViewSet):
    model = District
    icon = "list-ul"
    menu_label = _("Округа")
    list_display = ["name", "short_name", "position", "in_inset"]
    ordering = ["position"]


class TaxRateViewSet(SnippetViewSet):
    model = TaxRate
    icon = "calendar-check"
    menu_label = _("Ставки")
    list_display = ["tax", "regime", "percent", "valid_from", "valid_until", "verified_on", "is_published"]
    list_filter = ["tax", "regime", "is_published", "status"]
    list_per_page = 50


class TechnopolisViewSetGroup(SnippetViewSetGroup):
    items = (SiteViewSet, TaxRateViewSet, ZoneViewSet, DistrictViewSet)
    menu_label = _("Особая зона")
    menu_icon = "site"
    menu_order = 155


register_snippet(TechnopolisViewSetGroup)
