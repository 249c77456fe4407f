"""What facts, cases and events state themselves, and which pages list them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from exports.models import ExportCase, ExportFact, TradeEvent
from portal.figures.records import RecordKind, Statement, every_record, register_record_kind

ENTRANCE, INDUSTRY = "exports.ExportsIndexPage", "industries.IndustryPage"


def statement_of_fact(fact: ExportFact) -> Iterable[Statement]:
    """Return the fact's sentence, or its name while it can't be said yet."""
    return [Statement(fact.sentence("ru") or str(fact), fact.status, ("status",))]


def statement_of_case(case: ExportCase) -> Iterable[Statement]:
    """Return the case's title with its result."""
    result = f"{case.result_caption}: {case.result.text}" if case.result else ""
    return [Statement(". ".join(part for part in (case.title, result) if part), case.status, ("status",))]


def statement_of_event(event: TradeEvent) -> Iterable[Statement]:
    """Return the event with its place and dates."""
    words = (event.name, event.place, event.dates_text if event.starts else "")
    return [Statement(", ".join(part for part in words if part), event.status, ("status",))]


def _cases_of_industry(page: Any, cases: QuerySet) -> QuerySet:
    own = Q(product_group__industry=page.industry_id) | Q(enterprises__industry=page.industry_id)
    return cases.filter(own).distinct()


register_record_kind(
    RecordKind(
        ExportFact,
        ExportFact.objects.live,
        statements=statement_of_fact,
        status_lookups=("status",),
        listed_on={ENTRANCE: every_record},
    )
)
register_record_kind(
    RecordKind(
        ExportCase,
        ExportCase.objects.live,
        statements=statement_of_case,
        status_lookups=("status",),
        listed_on={ENTRANCE: every_record, INDUSTRY: _cases_of_industry},
    )
)
register_record_kind(
    RecordKind(
        TradeEvent,
        TradeEvent.objects.live,
        statements=statement_of_event,
        status_lookups=("status",),
        listed_on={ENTRANCE: every_record},
    )
)
