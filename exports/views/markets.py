"""The page of one market."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from exports.cards import case_cards, event_cards
from exports.display import group_facts
from exports.enterprise_links import enterprise_links
from exports.heads import record_head, way_to
from exports.models import ExportCase, ExportFact, TradeEvent
from industries.models import Enterprise, Market
from portal.core.breadcrumbs import Crumb


@require_safe
def market_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is published of one market: facts with their scope and period, cases, events, enterprises."""
    market = get_object_or_404(Market, slug=slug)
    groups = group_facts(ExportFact.objects.live().of_market(market).for_display(), market)
    cases = case_cards(ExportCase.objects.live().of_market(market).for_display())
    events = event_cards(TradeEvent.objects.live().of_market(market).for_display())
    enterprises = enterprise_links(list(Enterprise.objects.shown().filter(markets=market).only("name", "slug")))
    crumbs = way_to(Crumb(market.shown_name))
    title = _("Экспорт: %(market)s") % {"market": market.shown_name}
    is_known = bool(groups or cases or events)
    context = {
        "head": record_head(request, title, _description(market, groups), crumbs, is_indexed=is_known),
        "crumbs": crumbs,
        "market": market,
        "groups": groups,
        "cases": cases,
        "events": events,
        "enterprises": enterprises,
        "is_known": is_known,
    }
    return TemplateResponse(request, "exports/pages/market.html", context)


def _description(market: Market, groups: list) -> str:
    first = groups[0].facts[0].sentence if groups else ""
    return first or _("Что известно об экспорте: %(market)s.") % {"market": market.shown_name}
