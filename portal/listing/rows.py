"""One record as every face of a list shows it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ListingRow:
    """What every face needs of a record; lists add what is their own.

    ``point`` is longitude and latitude where the record stands, as far as is known.
    """

    key: str
    title: str
    url: str
    summary: str
    changed_at: datetime
    point: tuple[float, float] | None = None
