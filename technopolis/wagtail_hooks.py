"""The zone, its sites and districts in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.core.admin_columns import published, words, yes_no
from technopolis.desk import TotalsPanel, may_see_totals, totals_report
from technopolis.enquiries.admin import EnquiryViewSet
from technopolis.enquiries.panel import EnquiriesPanel
from technopolis.models import Benefit, District, Site, TaxRate, Zone
from technopolis.models.enquiry import may_answer


class SiteViewSet(SnippetViewSet):
    model = Site
    icon = "site"
    menu_label = _("Площадки")
    list_display = ["name", "position", "district", "joined_year", published()]
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
    list_display = ["name", "short_name", "position", yes_no("in_inset", _("На врезке"))]
    ordering = ["position"]


class TaxRateViewSet(SnippetViewSet):
    model = TaxRate
    icon = "calendar-check"
    menu_label = _("Ставки")
    list_display = [
        "tax",
        "regime",
        words("shown_percent", _("Ставка")),
        words("term_words", _("Срок")),
        "verified_on",
        words("remarks_text", _("Замечания")),
        yes_no("is_published", _("Опубликовано")),
    ]
    list_filter = ["tax", "regime", "is_published", "status"]
    list_per_page = 50


class BenefitViewSet(SnippetViewSet):
    model = Benefit
    icon = "tick-inverse"
    menu_label = _("Льготы и условия")
    list_display = [
        "name",
        "scope",
        words("term_words", _("Срок")),
        "verified_on",
        words("remarks_text", _("Замечания")),
        yes_no("is_published", _("Опубликовано")),
    ]
    list_filter = ["scope", "is_published", "status"]
    list_per_page = 50
    ordering = ["scope", "position"]


class TechnopolisViewSetGroup(SnippetViewSetGroup):
    items = (SiteViewSet, TaxRateViewSet, BenefitViewSet, EnquiryViewSet, ZoneViewSet, DistrictViewSet)
    menu_label = _("Особая зона")
    menu_icon = "site"
    menu_order = 155


register_snippet(TechnopolisViewSetGroup)


class TotalsMenuItem(MenuItem):
    """The report of the zone's totals, for those who work with the zone."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the person sees the entry."""
        return may_see_totals(request)


@hooks.register("register_admin_urls")
def register_totals_url() -> list[Any]:
    return [path("reports/zone-totals/", totals_report, name="technopolis_totals")]


@hooks.register("register_reports_menu_item")
def register_totals_menu_item() -> MenuItem:
    return TotalsMenuItem(_("Итоги зоны"), reverse("technopolis_totals"), icon_name="site", order=760)


@hooks.register("construct_homepage_panels")
def add_enquiries(request: HttpRequest, panels: list[Any]) -> None:
    if may_answer(request.user):
        panels.append(EnquiriesPanel())


@hooks.register("construct_homepage_panels")
def add_totals(request: HttpRequest, panels: list[Any]) -> None:
    if may_see_totals(request):
        panels.append(TotalsPanel())
