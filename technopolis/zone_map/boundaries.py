"""Outlines of districts from one GeoJSON file; official boundaries take the schematic's place by swapping the file."""

import json
import logging
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

logger = logging.getLogger(__name__)

Position = tuple[float, float]
Ring = tuple[Position, ...]


@dataclass(frozen=True)
class Boundaries:
    """The rings (longitude, latitude) of each district by its key, and what the file says of itself."""

    rings: dict[str, tuple[Ring, ...]]
    caption: str = ""


def read_boundaries() -> Boundaries:
    """Return the boundaries of the configured file; none where it is absent or broken, which is logged.

    A file is read once for each of its versions.
    """
    path = Path(settings.ZONE_BOUNDARIES)
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError, TypeError):
        logger.exception("The boundaries in %s can't be read; the map is left out.", path)
        return Boundaries(rings={})


@lru_cache(maxsize=2)
def _read(path: Path, version: int) -> Boundaries:
    content = json.loads(path.read_text(encoding="utf-8"))
    rings = {feature["properties"]["code"]: _rings(feature["geometry"]) for feature in content["features"]}
    return Boundaries(rings=rings, caption=str(content.get("caption", "")))


def _rings(geometry: dict[str, Any]) -> tuple[Ring, ...]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return tuple(
        tuple((float(position[0]), float(position[1])) for position in ring) for polygon in polygons for ring in polygon
    )
