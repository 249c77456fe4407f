"""From longitude and latitude to the drawing: equal scale both ways at the middle of what is shown."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from technopolis.zone_map.boundaries import Position


@dataclass(frozen=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def centre(self) -> Position:
        """The middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    def nearest_inside(self, point: Position, size: float) -> Position:
        """Return ``point``, or the nearest to it around which a square of ``size`` lies inside."""
        half = size / 2 + 4
        return (
            min(max(point[0], self.left + half), self.right - half),
            min(max(point[1], self.top + half), self.bottom - half),
        )

    def overlaps(self, other: "Box") -> bool:
        """Tell whether the two have a place in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Box") -> bool:
        """Tell whether the other lies inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


@dataclass(frozen=True)
class Projection:
    """Places longitude and latitude in the drawing."""

    west: float
    north: float
    narrowing: float
    scale: float
    left: float
    top: float

    @classmethod
    def fitting(cls, positions: Iterable[Position], box: Box) -> "Projection":
        """Return the projection that shows ``positions`` as large as ``box`` allows, in its middle."""
        longitudes, latitudes = zip(*positions, strict=True)
        west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
        narrowing = math.cos(math.radians((south + north) / 2))
        width, height = max((east - west) * narrowing, 1e-6), max(north - south, 1e-6)
        scale = min(box.width / width, box.height / height)
        return cls(
            west=west,
            north=north,
            narrowing=narrowing,
            scale=scale,
            left=box.left + (box.width - width * scale) / 2,
            top=box.top + (box.height - height * scale) / 2,
        )

    def place(self, position: Position) -> Position:
        """Return the point of the drawing."""
        longitude, latitude = position
        return (
            self.left + (longitude - self.west) * self.narrowing * self.scale,
            self.top + (self.north - latitude) * self.scale,
        )
