"""Cases and events as lists show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import get_language

from portal.core.numbers import FormattedFigure
from portal.figures.enums import ValueStatus

if TYPE_CHECKING:
    from exports.models import ExportCase, TradeEvent


@dataclass(frozen=True)
class MarketLink:
    """A market's name with its page."""

    name: str
    url: str

    @classmethod
    def of(cls, market: Any) -> "MarketLink":
        """Return the link to the page of ``market``."""
        return cls(market.shown_name, reverse("exports:market", args=[market.slug]))


@dataclass(frozen=True)
class CaseCard:
    """A case in a list: title, when, to whom, the result where a number is known."""

    slug: str
    title: str
    url: str
    when: str
    product: str
    markets: tuple[MarketLink, ...]
    enterprises: tuple[Any, ...]
    result: FormattedFigure | None
    result_caption: str
    status_label: str

    @classmethod
    def of(cls, case: "ExportCase") -> "CaseCard":
        """Return ``case`` in the language of the page."""
        return cls(
            slug=case.slug,
            title=case.shown_title,
            url=reverse("exports:case", args=[case.slug]),
            when=case.period_text,
            product=case.product_group.shown_name if case.product_group else "",
            markets=tuple(MarketLink.of(market) for market in case.markets.all()),
            enterprises=tuple(enterprise for enterprise in case.enterprises.all() if enterprise.is_shown),
            result=case.result,
            result_caption=case.shown_result_caption,
            status_label="" if case.status == ValueStatus.CONFIRMED else str(case.get_status_display()),
        )


@dataclass(frozen=True)
class EventCard:
    """An event in a list: name, dates, place, markets."""

    slug: str
    name: str
    url: str
    dates: str
    starts: str
    place: str
    markets: tuple[MarketLink, ...]

    @classmethod
    def of(cls, event: "TradeEvent") -> "EventCard":
        """Return ``event`` in the language of the page."""
        return cls(
            slug=event.slug,
            name=event.shown_name,
            url=reverse("exports:event", args=[event.slug]),
            dates=event.dates_text,
            starts=event.starts,
            place=event.shown_place,
            markets=tuple(MarketLink.of(market) for market in event.markets.all()),
        )


def is_readable(record: Any) -> bool:
    """Tell whether the record can be read in the language of the page."""
    return get_language() == "ru" or record.is_in_english


def case_cards(cases: Iterable["ExportCase"]) -> list[CaseCard]:
    """Return the cases that can be read in the language of the page."""
    return [CaseCard.of(case) for case in cases if is_readable(case)]


def event_cards(events: Iterable["TradeEvent"]) -> list[EventCard]:
    """Return the events that can be read in the language of the page."""
    return [EventCard.of(event) for event in events if is_readable(event)]
