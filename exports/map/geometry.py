"""The land the map is drawn on: a replaceable file."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

# A dash of no length with round ends is a dot; the line goes on a little so that its last dot is drawn too.
_BEYOND_LAST_DOT = 1


@dataclass(frozen=True)
class Geometry:
    """Land as rows of dots, with the point the lines begin at. It knows neither countries nor borders."""

    width: float
    height: float
    step: float
    origin_name: str
    origin_name_english: str
    origin: tuple[float, float]
    land_path: str

    @classmethod
    def of(cls, content: dict[str, Any]) -> "Geometry":
        """Return the geometry of a file's content: rows of [y, runs], a run being [first x, number of dots]."""
        step, origin = content["step"], content["origin"]
        runs = [(x, y, count) for y, row in content["rows"] for x, count in row]
        return cls(
            width=content["width"],
            height=content["height"],
            step=step,
            origin_name=origin["name"],
            origin_name_english=origin["name_english"],
            origin=(origin["x"], origin["y"]),
            land_path="".join(f"M{x:g} {y:g}h{(count - 1) * step + _BEYOND_LAST_DOT:g}" for x, y, count in runs),
        )


def load_geometry() -> Geometry:
    """Return the geometry of the file the settings name."""
    return _read(settings.EXPORT_MAP_FILE)


@lru_cache
def _read(path: str | Path) -> Geometry:
    return Geometry.of(json.loads(Path(path).read_text(encoding="utf-8")))
