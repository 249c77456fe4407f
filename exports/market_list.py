"""Markets with what is known of each: the rows of the list and the places on the map."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exports.map import MapPlace
from industries.models import Market


@dataclass(frozen=True)
class MarketRow:
    """One market: its number on the map, its page, how many facts, cases and events are published."""

    number: int
    market: Market
    name: str
    url: str
    fact_count: int
    case_count: int
    event_count: int

    @property
    def place(self) -> MapPlace:
        """The market as the map shows it."""
        market = self.market
        is_on_map = market.marker_x is not None and market.marker_y is not None
        point = (float(market.marker_x), float(market.marker_y)) if is_on_map else None  # type: ignore[arg-type]
        return MapPlace(self.number, self.name, self.url, self.label, point)

    @property
    def label(self) -> str:
        """What a screen reader says of the marker."""
        facts = ngettext("%(count)d факт", "%(count)d фактов", self.fact_count) % {"count": self.fact_count}
        return _("%(number)d. %(name)s: %(facts)s") % {"number": self.number, "name": self.name, "facts": facts}


def market_rows() -> list[MarketRow]:
    """Return the markets of which anything is published, numbered in the site's order. One query."""
    markets = Market.objects.annotate(
        fact_count=_published("export_facts"),
        case_count=_published("export_cases"),
        event_count=_published("trade_events"),
    ).filter(Q(fact_count__gt=0) | Q(case_count__gt=0) | Q(event_count__gt=0))
    return [
        MarketRow(
            number=number,
            market=market,
            name=market.shown_name,
            url=reverse("exports:market", args=[market.slug]),
            fact_count=market.fact_count,
            case_count=market.case_count,
            event_count=market.event_count,
        )
        for number, market in enumerate(markets.order_by("position", "name"), start=1)
    ]


def _published(relation: str) -> Any:
    return Count(relation, filter=Q(**{f"{relation}__live": True}), distinct=True)
