"""What the pages of enterprises and industries tell of exports."""

from django.db.models import Q
from django.utils.translation import gettext as _

from exports.cards import case_cards, event_cards
from exports.models import ExportCase, TradeEvent
from industries.card_parts import CardPart
from industries.models import Enterprise, Industry


def exports_of_enterprise(enterprise: Enterprise) -> CardPart | None:
    """Return the enterprise's published cases and events; ``None`` where there are none."""
    cases = case_cards(ExportCase.objects.live().for_display().filter(enterprises=enterprise))
    events = event_cards(TradeEvent.objects.live().for_display().filter(enterprises=enterprise))
    return _part(cases=cases, events=events)


def exports_of_industry(industry: Industry) -> CardPart | None:
    """Return the published cases of the industry: by what was sold or by who sold it."""
    own = Q(product_group__industry=industry) | Q(enterprises__industry=industry)
    cases = case_cards(ExportCase.objects.live().for_display().filter(own).distinct())
    return _part(cases=cases, events=[])


def _part(cases: list, events: list) -> CardPart | None:
    from_either = {"cases": cases, "events": events}
    return CardPart(_("Экспорт"), "exports/components/industry_part.html", from_either) if cases or events else None
