"""How the zone grew: which sites joined in which year."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from technopolis.site_display import SiteDisplay


@dataclass(frozen=True)
class JoiningYear:
    """A year, the sites that joined in it, how many there were then; without a year, those whose year is unknown."""

    year: int | None
    sites: tuple[SiteDisplay, ...]
    total: int


def joining_years(sites: Iterable[SiteDisplay]) -> list[JoiningYear]:
    """Return the years in order, the unknown one last."""
    ordered = sorted(sites, key=lambda one: (one.site.joined_year is None, one.site.joined_year, one.site.position))
    years, total = [], 0
    for year, group in groupby(ordered, key=lambda one: one.site.joined_year):
        joined = tuple(group)
        total += len(joined)
        years.append(JoiningYear(year, joined, total))
    return years
