"""Addresses for many new cards at once."""

from collections.abc import Sequence

from industries.models import Enterprise, FormerAddress
from industries.models.enterprise import RESERVED_ADDRESSES
from portal.core.transliteration import transliterated_slug

_ROOM_FOR_NUMBER = 92


def give_addresses(records: Sequence[Enterprise]) -> None:
    """Give each record without an address one that no other card has or had."""
    wanted = {record.name: transliterated_slug(record.name, "predpriyatie", _ROOM_FOR_NUMBER) for record in records}
    taken = {record.slug for record in records if record.slug} | RESERVED_ADDRESSES | _taken(set(wanted.values()))
    for record in records:
        if not record.slug:
            record.slug = _free(wanted[record.name], taken)
            taken.add(record.slug)


def _taken(wanted: set[str]) -> set[str]:
    """Return those of the addresses that are in use, now or formerly, with their numbered followers."""
    used: set[str] = set()
    for model in (Enterprise, FormerAddress):
        used |= set(model.objects.filter(slug__in=wanted).values_list("slug", flat=True))
        for slug in used & wanted:
            used |= set(model.objects.filter(slug__startswith=f"{slug}-").values_list("slug", flat=True))
    return used


def _free(slug: str, taken: set[str]) -> str:
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"
