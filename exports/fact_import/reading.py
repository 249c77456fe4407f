"""Reads facts as an import compares them: by column, links as the keys of vocabularies."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from exports.fact_import.columns import COLUMNS
from exports.models import ExportFact
from portal.imports.kinds import Values

LINKS = ("markets", "product_group", "unit", "source")
PLAIN_FIELDS = tuple(column.key for column in COLUMNS if column.key not in {*LINKS, "value", "review_on", "live"})


def latest_versions(records: Sequence[int]) -> dict[int, ExportFact]:
    """Return each fact as its editor sees it: with unpublished changes as its latest revision has it."""
    facts = ExportFact.objects.for_display().select_related("latest_revision").filter(pk__in=records)
    return {
        fact.pk: fact.latest_revision.as_object() if fact.has_unpublished_changes and fact.latest_revision else fact
        for fact in facts
    }


def current_values(records: Sequence[int]) -> dict[int, Values]:
    """Return the values of the facts by column."""
    return {key: values_of(fact) for key, fact in latest_versions(records).items()}


def values_of(fact: ExportFact) -> Values:
    """Return what a fact says, by column."""
    return {
        **{name: getattr(fact, name) for name in PLAIN_FIELDS},
        "markets": sorted(market.slug for market in fact.markets.all()),
        "product_group": fact.product_group.slug if fact.product_group else None,
        "unit": fact.unit.slug if fact.unit else None,
        "source": str(fact.source_id) if fact.source_id else None,
        "value": _digits(fact.value),
        "review_on": fact.review_on.isoformat() if fact.review_on else None,
        "live": fact.live,
    }


def every_record() -> Iterator[Values]:
    """Yield the values of every fact."""
    for fact in ExportFact.objects.for_display().iterator(chunk_size=500):
        yield values_of(fact)


def _digits(value: Any) -> str | None:
    return None if value is None else f"{Decimal(value).normalize():f}"
