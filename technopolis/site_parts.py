"""What other apps tell of a site: its enterprises belong to the directory, which registers how to read them.

The zone knows nothing of enterprises; it asks whoever has registered, in one query for all sites
(:func:`enterprise_counts`) and one for a site's own list (:func:`enterprises_of`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from technopolis.models import Site


@dataclass(frozen=True)
class SiteEnterprise:
    """One enterprise of a site as the site's page lists it."""

    name: str
    url: str = ""
    note: str = ""
    is_resident: bool = False


@dataclass(frozen=True)
class SiteEnterprises:
    """The enterprises of a site: the first of them, how many there are in all, where the full list is."""

    total: int = 0
    shown: tuple[SiteEnterprise, ...] = ()
    url: str = ""


ListReader = Callable[["Site"], SiteEnterprises]
CountReader = Callable[[], Mapping[int, int]]

_readers: dict[str, tuple[ListReader, CountReader]] = {}


def register_site_enterprises(read_list: ListReader, read_counts: CountReader) -> None:
    """Let ``read_list`` tell a site's enterprises, ``read_counts`` their number by the site's primary key."""
    _readers["enterprises"] = (read_list, read_counts)


def enterprises_of(site: "Site") -> SiteEnterprises:
    """Return the enterprises of ``site``; none while no directory is registered."""
    readers = _readers.get("enterprises")
    return readers[0](site) if readers else SiteEnterprises()


def enterprise_counts() -> Mapping[int, int]:
    """Return how many enterprises each site has in the directory, by the site's primary key."""
    readers = _readers.get("enterprises")
    return readers[1]() if readers else {}
