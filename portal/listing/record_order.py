"""The records of a list in one of its orders, and any page of those found."""

from array import array
from collections.abc import Iterable
from itertools import compress, islice
from typing import Any

from portal.listing.facet_index import FacetIndex

_DIGIT_ONE = ord("1")


def order_of(index: FacetIndex, keys: Iterable[Any]) -> array:
    """Return the positions of the records in the order of their ``keys``; one added meanwhile is left out."""
    positions = index.positions
    return array("I", (positions[key] for key in keys if key in positions))


def keys_of_page(index: FacetIndex, order: array, found: int, start: int, size: int) -> list[Any]:
    """Return the primary keys of ``size`` of the records ``found``, from the ``start``-th on, in order."""
    is_found = f"{found:b}".encode()[::-1].ljust(len(index.keys), b"0").translate(_AS_TRUTH)
    chosen = compress(order, map(is_found.__getitem__, order))
    return [index.keys[position] for position in islice(chosen, start, start + size)]


_AS_TRUTH = bytes(character == _DIGIT_ONE for character in range(256))
