"""The map as numbers and texts; its template only writes them down."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.map.collisions import Point, spread
from exports.map.geometry import Geometry

_WIDE_RADIUS = 15.0
_CLOSE_RADIUS = 16.5
_CLOSE_MARGIN = 30.0
_RISE = 0.16


@dataclass(frozen=True)
class MapPlace:
    """One market as it is put on the map: its number in the list, name, address, what is known, and where it lies."""

    number: int
    name: str
    url: str
    label: str
    point: Point | None


@dataclass(frozen=True)
class MapMarker:
    """A numbered marker: the place it is about, the point on the ground, where the number stands, the line there."""

    place: MapPlace
    ground_x: str
    ground_y: str
    x: str
    y: str
    text_y: str
    is_aside: bool
    line: str


@dataclass(frozen=True)
class MapFrame:
    """The map cut for one width: the whole world, or only where the markers are."""

    name: str
    view_box: str
    radius: str
    text_size: str
    markers: tuple[MapMarker, ...]


@dataclass(frozen=True)
class ExportMap:
    """The map in two cuts over one drawing of the land."""

    land_path: str
    step: str
    origin_x: str
    origin_y: str
    frames: tuple[MapFrame, ...]


def draw_map(geometry: Geometry, places: Sequence[MapPlace]) -> ExportMap:
    """Return the map of ``places``; those without a point are left to the table."""
    placed = [place for place in places if place.point is not None]
    whole = (0.0, 0.0, float(geometry.width), float(geometry.height))
    return ExportMap(
        land_path=geometry.land_path,
        step=_text(geometry.step),
        origin_x=_text(geometry.origin[0]),
        origin_y=_text(geometry.origin[1]),
        frames=(
            _frame("wide", geometry, placed, whole, _WIDE_RADIUS),
            _frame("close", geometry, placed, _around(geometry, placed), _CLOSE_RADIUS),
        ),
    )


def _frame(
    name: str, geometry: Geometry, places: list[MapPlace], area: tuple[float, float, float, float], radius: float
) -> MapFrame:
    points = [place.point for place in places if place.point is not None]
    # The origin takes part, so that no number stands on it; its own place is not used.
    shown = spread([geometry.origin, *points], radius, area)[1:]
    left, top, right, bottom = area
    return MapFrame(
        name=name,
        view_box=f"{_text(left)} {_text(top)} {_text(right - left)} {_text(bottom - top)}",
        radius=_text(radius),
        text_size=_text(radius * 1.15),
        markers=tuple(
            _marker(place, ground, there, geometry.origin, radius)
            for place, ground, there in zip(places, points, shown, strict=True)
        ),
    )


def _marker(place: MapPlace, ground: Point, shown: Point, origin: Point, radius: float) -> MapMarker:
    return MapMarker(
        place=place,
        ground_x=_text(ground[0]),
        ground_y=_text(ground[1]),
        x=_text(shown[0]),
        y=_text(shown[1]),
        text_y=_text(shown[1] + radius * 0.4),
        is_aside=abs(shown[0] - ground[0]) + abs(shown[1] - ground[1]) > 1,
        line=_arc(origin, ground),
    )


def _arc(start: Point, end: Point) -> str:
    """Return a curve that rises a little above the straight way."""
    across, down = end[0] - start[0], end[1] - start[1]
    middle_x = (start[0] + end[0]) / 2 - down * _RISE * (1 if across < 0 else -1)
    middle_y = (start[1] + end[1]) / 2 - abs(across) * _RISE
    return f"M{_text(start[0])} {_text(start[1])}Q{_text(middle_x)} {_text(middle_y)} {_text(end[0])} {_text(end[1])}"


def _around(geometry: Geometry, places: list[MapPlace]) -> tuple[float, float, float, float]:
    points = [geometry.origin, *(place.point for place in places if place.point is not None)]
    columns, rows = zip(*points, strict=True)
    return (
        max(min(columns) - _CLOSE_MARGIN, 0.0),
        max(min(rows) - _CLOSE_MARGIN, 0.0),
        min(max(columns) + _CLOSE_MARGIN, float(geometry.width)),
        min(max(rows) + _CLOSE_MARGIN, float(geometry.height)),
    )


def _text(number: float) -> str:
    return f"{round(number, 1):g}"
