"""Which sites lie near a site."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from technopolis.models import Site

MOST = 3


def nearest(site: "Site", sites: Sequence["Site"]) -> list["Site"]:
    """Return up to three other sites: those of the district first, then the nearest; without a place, by number."""
    others = [other for other in sites if other.pk != site.pk]
    return sorted(others, key=lambda other: _remoteness(site, other))[:MOST]


def _remoteness(site: "Site", other: "Site") -> tuple[bool, float, int]:
    return other.district_id != site.district_id, _distance(site, other), other.position


def _distance(site: "Site", other: "Site") -> float:
    if None in (site.latitude, site.longitude, other.latitude, other.longitude):
        return math.inf
    narrowing = math.cos(math.radians(float(site.latitude)))  # type: ignore[arg-type]
    across = (float(site.longitude) - float(other.longitude)) * narrowing  # type: ignore[arg-type]
    along = float(site.latitude) - float(other.latitude)  # type: ignore[arg-type]
    return math.hypot(across, along)
