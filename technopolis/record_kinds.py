"""What sites and rates state themselves, which figures a zone states, and which pages list them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from media.photo_places import child_key
from portal.figures.records import RecordKind, Statement, every_record, register_record_kind
from technopolis.legal_display import term_text
from technopolis.models import Benefit, Site, TaxRate, TechnopolisPage, Zone
from technopolis.rate_display import parts_text

ENTRANCE = "technopolis.TechnopolisPage"


def statements_of_site(site: Site) -> Iterable[Statement]:
    """Yield since when the site is in the zone, its facts and the points of its history."""
    if site.joined_year:
        yield Statement(
            _("В зоне с %(year)s года") % {"year": site.joined_year}, site.joined_status, ("joined_status",)
        )
    for position, fact in enumerate(site.facts.all()):
        yield Statement(fact.text, fact.status, ("facts", child_key(fact, position), "status"))
    for position, event in enumerate(site.events.all()):
        words = f"{event.happened_text}: {event.text}" if event.happened else event.text
        yield Statement(words, event.status, ("events", child_key(event, position), "status"))


def statement_of_rate(rate: TaxRate) -> Iterable[Statement]:
    """Return the rate with its regime, its parts, its term and its condition."""
    return [Statement(_joined(str(rate), parts_text(rate), term_text(rate), rate.condition), rate.status, ("status",))]


def statement_of_benefit(benefit: Benefit) -> Iterable[Statement]:
    """Return the benefit with its words, steps, term and condition."""
    steps = [f"{step.period} {step}".strip() for step in benefit.steps.all()]
    said = _joined(benefit.text, *steps, term_text(benefit), benefit.condition)
    return [Statement(f"{benefit.name}: {said}" if said else benefit.name, benefit.status, ("status",))]


def _joined(*words: str) -> str:
    return "; ".join(word for word in words if word)


def _pages_of_zones(zones: QuerySet) -> QuerySet:
    return TechnopolisPage.objects.filter(zone__in=zones)


def _of_zone(page: Any, records: QuerySet) -> QuerySet:
    return records.filter(zone=page.zone_id)


register_record_kind(
    RecordKind(
        Site,
        Site.objects.live,
        statements=statements_of_site,
        status_lookups=("joined_status", "facts__status", "events__status"),
        listed_on={ENTRANCE: _of_zone},
    )
)
register_record_kind(
    RecordKind(
        TaxRate,
        TaxRate.objects.published,
        statements=statement_of_rate,
        status_lookups=("status",),
        listed_on={ENTRANCE: every_record},
    )
)
register_record_kind(
    RecordKind(Zone, Zone.objects.all, figure_lookups=("stated_totals__figure",), pages=_pages_of_zones)
)
register_record_kind(
    RecordKind(
        Benefit,
        Benefit.objects.published,
        statements=statement_of_benefit,
        status_lookups=("status",),
        listed_on={ENTRANCE: every_record},
    )
)
