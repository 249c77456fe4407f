"""The page of one forum or exhibition."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.html import strip_tags
from django.views.decorators.http import require_safe

from exports.cards import EventCard
from exports.enterprise_links import enterprise_links
from exports.heads import record_head, refuse_without_translation, way_to
from exports.models import TradeEvent
from portal.core.breadcrumbs import Crumb


@require_safe
def event_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one published event."""
    event = get_object_or_404(TradeEvent.objects.live().for_display(), slug=slug)
    refuse_without_translation(event)
    card = EventCard.of(event)
    crumbs = way_to(Crumb(card.name))
    description = strip_tags(event.shown_description) or f"{card.name}, {card.place}, {card.dates}"
    head = record_head(
        request, card.name, description, crumbs, is_in_english=event.is_in_english, data=[event_data(event, card)]
    )
    context = {
        "head": head,
        "crumbs": crumbs,
        "event": event,
        "card": card,
        "enterprises": enterprise_links([one for one in event.enterprises.all() if one.is_shown]),
        "sources": [event.source] if event.source else [],
    }
    return TemplateResponse(request, "exports/pages/event.html", context)


def event_data(event: TradeEvent, card: EventCard) -> dict[str, Any]:
    """Return the event as schema.org ``Event``; its dates are as exact as they are known."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": card.name,
        "startDate": event.starts,
        "location": {"@type": "Place", "name": card.place, "address": card.place},
    }
    return {**data, "endDate": event.ends} if event.ends else data
