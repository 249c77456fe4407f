"""Two to four sites side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.core.breadcrumbs import breadcrumb_data
from portal.core.page_head import PageHead
from technopolis.comparison import compare
from technopolis.models import Site
from technopolis.site_parts import enterprise_counts
from technopolis.views.entrance import crumbs_to, entrance_page


@require_safe
def compare_sites(request: HttpRequest) -> HttpResponse:
    """Show the sites named in the address side by side, or the form to choose them."""
    page = entrance_page()
    sites = list(Site.objects.live().filter(zone=page.zone).for_display())
    comparison = compare(request.GET.getlist("site"), sites, enterprise_counts())
    title = _("Сравнение площадок")
    crumbs = crumbs_to(page, title)
    head = PageHead(
        title=title,
        url=request.build_absolute_uri(reverse("technopolis:compare")),
        description=_("Площадь, год присоединения, специализация и планы площадок рядом."),
        is_indexed=not request.GET,
        structured_data=[breadcrumb_data(crumbs, request)],
    )
    context = {"head": head, "crumbs": crumbs, "comparison": comparison, "sites": sites}
    return render(request, "technopolis/pages/compare.html", context)
