"""Every rate and condition of the zone with its basis, its source and the day it was checked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.core.breadcrumbs import breadcrumb_data
from portal.core.page_head import PageHead
from technopolis.benefit_display import benefits_by_scope
from technopolis.models import Benefit, TaxRate
from technopolis.rate_display import tax_steps
from technopolis.views.entrance import crumbs_to, entrance_page


@require_safe
def benefits(request: HttpRequest) -> HttpResponse:
    """Show all published rates, tax by tax with every step, and all published benefits."""
    page = entrance_page()
    title = _("Льготы и условия")
    crumbs = crumbs_to(page, title)
    head = PageHead(
        title=title,
        url=request.build_absolute_uri(reverse("technopolis:benefits")),
        description=_("Что платит и что получает резидент зоны: каждая ставка и условие со сроком и источником."),
        structured_data=[breadcrumb_data(crumbs, request)],
    )
    context = {
        "head": head,
        "crumbs": crumbs,
        "rates": tax_steps(TaxRate.objects.published().for_display()),
        "scopes": benefits_by_scope(Benefit.objects.published().for_display()),
    }
    return render(request, "technopolis/pages/benefits.html", context)
