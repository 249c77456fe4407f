"""An organisation's card."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from industries.enterprise_card import EnterpriseCard
from industries.models import Enterprise, EnterpriseIndexPage, FormerAddress
from portal.core.breadcrumbs import Crumb, breadcrumb_data
from portal.core.entrances import entrance_or_404
from portal.core.page_head import PageHead, card_image


@require_safe
def enterprise_card(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a card; an address it had before leads to the one it has now.

    Raises:
        Http404: there is no such card, or visitors may not see it.
    """
    page = entrance_or_404(EnterpriseIndexPage)
    enterprise = Enterprise.objects.shown().for_rows().filter(slug=slug).first()
    if enterprise is None:
        return redirect("enterprise", slug=_present_address(slug), permanent=True)
    card = EnterpriseCard(enterprise)
    crumbs = [Crumb(page.title, page.url or ""), Crumb(enterprise.name)]
    url = request.build_absolute_uri(request.path)
    head = PageHead(
        title=enterprise.name,
        url=url,
        description=enterprise.products,
        structured_data=[card.structured_data(url), breadcrumb_data(crumbs, request)],
        **card_image(card.photos[0].photo if card.photos else None, request),  # type: ignore[arg-type]
    )
    return render(request, "industries/enterprise.html", {"head": head, "crumbs": crumbs, "card": card})


def _present_address(slug: str) -> str:
    former = FormerAddress.objects.select_related("enterprise").filter(slug=slug).first()
    if former is None or not former.enterprise.is_shown:
        raise Http404
    return former.enterprise.slug
