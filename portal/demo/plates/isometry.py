"""Isometric geometry: points of the scene, where they fall on the sheet, curves through them, light on them."""

import math
from collections.abc import Iterable
from typing import NamedTuple

COS30 = math.cos(math.radians(30))
SIN30 = 0.5
QUARTER = 90.0


class Point3(NamedTuple):
    """A point or a direction of the scene: x runs to the lower right, y to the lower left, z up."""

    x: float
    y: float
    z: float

    def moved(self, direction: "Point3", times: float = 1) -> "Point3":
        """Return the point moved along a direction."""
        return Point3(self.x + direction.x * times, self.y + direction.y * times, self.z + direction.z * times)

    def towards(self, other: "Point3", share: float) -> "Point3":
        """Return the point ``share`` of the way to another one."""
        return Point3(*(mine + (theirs - mine) * share for mine, theirs in zip(self, other, strict=True)))

    def scaled(self, times: float) -> "Point3":
        """Return the direction made longer."""
        return Point3(self.x * times, self.y * times, self.z * times)


Point2 = tuple[float, float]
Triple = tuple[float, float, float]

AXES = {"x": Point3(1, 0, 0), "y": Point3(0, 1, 0), "z": Point3(0, 0, 1)}
# The two directions in which a circle around each axis is drawn.
ROUND = {"x": (AXES["y"], AXES["z"]), "y": (AXES["x"], AXES["z"]), "z": (AXES["x"], AXES["y"])}


def project(point: Triple) -> Point2:
    """Return the sheet's coordinates of a point, in units of the scene; a linear map."""
    x, y, z = point
    return ((x - y) * COS30, (x + y) * SIN30 - z)


def cross(first: Point2, second: Point2) -> float:
    """Return the signed area between two directions of the sheet."""
    return first[0] * second[1] - first[1] * second[0]


class Path:
    """A line of straight and curved steps; control points, too, are points of the scene."""

    def __init__(self, start: Triple) -> None:
        self.start = Point3(*start)
        self.steps: list[tuple[Point3, ...]] = []

    @classmethod
    def through(cls, points: Iterable[Triple]) -> "Path":
        """Return straight steps through points."""
        first, *rest = points
        path = cls(first)
        path.steps = [(Point3(*point),) for point in rest]
        return path

    @classmethod
    def arc(cls, centre: Triple, across: Point3, along: Point3, start: float, end: float) -> "Path":
        """Return an arc in the plane of two radius directions, between two angles in degrees."""
        middle = Point3(*centre)
        count = max(1, math.ceil(abs(end - start) / QUARTER))
        step = math.radians((end - start) / count)
        handle = 4 / 3 * math.tan(step / 4)
        angle = math.radians(start)
        path = cls(_at(middle, across, along, math.cos(angle), math.sin(angle)))
        for _ in range(count):
            cosine, sine, next_cosine, next_sine = (
                math.cos(angle),
                math.sin(angle),
                math.cos(angle + step),
                math.sin(angle + step),
            )
            path.steps.append((
                _at(middle, across, along, cosine - handle * sine, sine + handle * cosine),
                _at(middle, across, along, next_cosine + handle * next_sine, next_sine - handle * next_cosine),
                _at(middle, across, along, next_cosine, next_sine),
            ))  # fmt: skip
            angle += step
        return path

    @property
    def end(self) -> Point3:
        """The last point."""
        return self.steps[-1][-1] if self.steps else self.start

    def then(self, other: "Path") -> "Path":
        """Return this path, a straight step to another one and that one."""
        joined = Path(self.start)
        joined.steps = [*self.steps, (other.start,), *other.steps]
        return joined

    def reversed(self) -> "Path":
        """Return the path walked from its end."""
        points = [self.start, *(step[-1] for step in self.steps)]
        back = Path(points[-1])
        for step, target in zip(reversed(self.steps), reversed(points[:-1]), strict=True):
            back.steps.append((*reversed(step[:-1]), target))
        return back


def _at(centre: Point3, across: Point3, along: Point3, first: float, second: float) -> Point3:
    return centre.moved(across, first).moved(along, second)


def rim(axis: str, radius: float) -> tuple[Point3, Point3]:
    """Return the two radius directions of a circle around an axis."""
    across, along = ROUND[axis]
    return across.scaled(radius), along.scaled(radius)


def silhouette(axis: str) -> float:
    """Return the angle, in degrees, at which a round bar along ``axis`` turns away from the viewer.

    From this angle the next 180 degrees of the bar's side are seen.
    """
    across, along = (project(direction) for direction in ROUND[axis])
    lengthwise = project(AXES[axis])
    angle = math.degrees(math.atan2(cross(lengthwise, along), cross(lengthwise, across)))
    middle = math.radians(angle + QUARTER)
    nearness = sum(ROUND[axis][0]) * math.cos(middle) + sum(ROUND[axis][1]) * math.sin(middle)
    return angle if nearness > 0 else angle + 2 * QUARTER


def unit(direction: Triple) -> Point3:
    """Return a direction of length one."""
    length = math.sqrt(sum(value * value for value in direction)) or 1.0
    return Point3(*(value / length for value in direction))
