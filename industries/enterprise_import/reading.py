"""Reads records as an import compares them: by column, links as the keys of vocabularies.

A draft is read from its latest revision, since that is what its editor sees.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from industries.enterprise_import.columns import COLUMNS
from industries.enterprise_import.vocabularies import LINKED_MODELS
from industries.models import Enterprise
from portal.imports.kinds import Values

PLAIN_FIELDS = tuple(column.key for column in COLUMNS if column.key not in {*LINKED_MODELS, "source", "live"})
_ROWS_A_FETCH = 500


def slugs_by_key() -> dict[str, dict[int, str]]:
    """Return the slugs of all linked vocabularies by primary key."""
    return {name: dict(model._default_manager.values_list("pk", "slug")) for name, model in LINKED_MODELS.items()}


def current_values(records: Sequence[int]) -> dict[int, Values]:
    """Return the values of records by column, in a number of queries that does not depend on theirs."""
    slugs = slugs_by_key()
    chosen: dict[int, list[int]] = defaultdict(list)
    for enterprise, market in Enterprise.markets.through.objects.filter(enterprise__in=records).values_list(
        "enterprise_id", "market_id"
    ):
        chosen[enterprise].append(market)
    found = Enterprise.objects.filter(pk__in=records).values(
        "pk", "live", "has_unpublished_changes", "latest_revision__content", *PLAIN_FIELDS,
        "industry", "site", "district", "source",
    )  # fmt: skip
    return {row["pk"]: values_of({**row, "markets": chosen[row["pk"]]}, slugs) for row in found}


def values_of(row: dict[str, Any], slugs: dict[str, dict[int, str]]) -> Values:
    """Return a record's values from its row, or from its latest revision if it is a draft."""
    draft = row["latest_revision__content"] if row["has_unpublished_changes"] else None
    content = {**row, **{name: draft[name] for name in row if name in draft}} if draft else row
    linked = {name: slugs[name].get(content[name]) for name in ("industry", "site", "district")}
    return {
        **{name: content[name] for name in PLAIN_FIELDS},
        **linked,
        "source": str(content["source"]) if content["source"] else None,
        "markets": sorted(slugs["markets"][key] for key in content["markets"] if key in slugs["markets"]),
        "live": row["live"],
    }


def every_record() -> Iterator[Values]:
    """Yield the values of every record that was not merged into another, some hundred at a time."""
    keys = Enterprise.objects.filter(merged_into__isnull=True).order_by("name", "pk").values_list("pk", flat=True)
    batch: list[int] = []
    for key in keys.iterator(chunk_size=_ROWS_A_FETCH):
        batch.append(key)
        if len(batch) == _ROWS_A_FETCH:
            yield from _in_order(batch)
            batch = []
    yield from _in_order(batch)


def _in_order(keys: Sequence[int]) -> Iterator[Values]:
    found = current_values(keys)
    return (found[key] for key in keys if key in found)
