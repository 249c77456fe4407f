"""Creates records by the hundred with what a single save gives: revision, history, search, usage.

Of a new record only what a table gives and what follows from it is checked and told anew: the rest is as in every
other new record.
"""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from modelcluster.models import get_field_value, get_serializable_data_for_fields

from industries.enterprise_import.addresses import give_addresses
from industries.enterprise_import.history import log_all, part_names, save_revisions, tell_of
from industries.enterprise_import.rules import LINKS, prepare, written_together
from industries.models import Enterprise
from portal.core.bulk_rows import insert_rows, reserve_keys

_DERIVED = frozenset({"slug", "district", "name_key", "search_words"})


def create_all(
    records: Sequence[Enterprise], markets: Sequence[list[int] | None], given: Collection[str], person: Any
) -> None:
    """Write new drafts and their markets, with a revision and an entry in the history of each.

    ``given`` names the fields that any of the records was given a value of.

    Raises:
        WritingRefused: one of them breaks a rule of the model.
    """
    fields = [field for field in Enterprise._meta.fields if field.name in _own_fields().union(_DERIVED, given)]
    unchecked = LINKS.union(field.name for field in Enterprise._meta.fields if field not in fields)
    give_addresses(records)
    for record in records:
        prepare(record, unchecked)
    with written_together():
        for record, key in zip(records, reserve_keys(Enterprise, len(records)), strict=True):
            record.pk = key
        contents = [
            {
                **_blank_content(),
                **{field.name: get_field_value(field, record) for field in fields},
                "pk": record.pk,
                "markets": keys or [],
            }
            for record, keys in zip(records, markets, strict=True)
        ]
        revisions = save_revisions(records, contents, person)
        insert_rows(Enterprise, records)
        through = Enterprise.markets.through
        chosen = [
            through(enterprise_id=record.pk, market_id=market)
            for record, keys in zip(records, markets, strict=True)
            for market in keys or ()
        ]
        insert_rows(through, chosen)
        log_all(records, revisions, person, "wagtail.create")
    tell_of(records)


@cache
def _blank_content() -> dict[str, Any]:
    """Return what the revision of a draft without any value says."""
    return {**get_serializable_data_for_fields(Enterprise(live=False)), **{name: [] for name in part_names()}}


@cache
def _own_fields() -> frozenset[str]:
    """Return the fields whose default is another one for each record: the moment it was made."""
    return frozenset(field.name for field in Enterprise._meta.fields if field.has_default() and callable(field.default))
