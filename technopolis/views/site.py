"""A site's page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.core.breadcrumbs import breadcrumb_data
from portal.core.page_head import PageHead, card_image
from technopolis.models import Site
from technopolis.site_page import compose_site, place_data
from technopolis.views.entrance import crumbs_to, entrance_page


@require_safe
def site_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one published site of the zone.

    Raises:
        Http404: there is no such site, or it is not published.
    """
    page = entrance_page()
    sites = list(Site.objects.live().filter(zone=page.zone).for_display())
    site = next((one for one in sites if one.slug == slug), None)
    if site is None:
        raise Http404(_("Такой площадки нет."))
    site.zone = page.zone
    view = compose_site(site, sites)
    crumbs = crumbs_to(page, site.name)
    head = PageHead(
        title=_("Площадка «%(name)s»") % {"name": site.name},
        url=request.build_absolute_uri(view.display.url),
        description=site.specialisation,
        structured_data=[breadcrumb_data(crumbs, request), place_data(view, request)],
        **card_image(view.photos[0].photo if view.photos else None, request),  # type: ignore[arg-type]
    )
    return render(request, "technopolis/pages/site.html", {"head": head, "crumbs": crumbs, "view": view})
