"""Whether the zone's totals add up: a report and a panel of the admin's home."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from technopolis.models import Zone
from technopolis.totals import check_totals


class TotalsPanel(Component):
    """Which of the stated totals the sites do not add up to."""

    name = "zone_totals"
    template_name = "technopolis/admin/totals_panel.html"
    order = 70

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Hold every zone's totals against its sites."""
        checks = [check for zone in Zone.objects.all() for check in check_totals(zone)]
        return {"wrong": [check for check in checks if not check.agrees], "count": len(checks)}


def may_see_totals(request: HttpRequest) -> bool:
    """Tell whether the person works with the zone."""
    return request.user.has_perm("technopolis.view_zone")


def totals_report(request: HttpRequest) -> HttpResponse:
    """Show every stated total beside the sum of the sites.

    Raises:
        PermissionDenied: the person does not work with the zone.
    """
    if not may_see_totals(request):
        raise PermissionDenied
    zones = [(zone, check_totals(zone)) for zone in Zone.objects.all()]
    context = {"zones": zones, "page_title": _("Итоги зоны"), "header_icon": "site"}
    return render(request, "technopolis/admin/totals_report.html", context)
