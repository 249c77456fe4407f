"""Isometric geometry: where a point of the scene falls on the sheet."""

import math
from collections.abc import Iterable

Point3 = tuple[float, float, float]
Point2 = tuple[float, float]

COS30 = math.cos(math.radians(30))
SIN30 = 0.5
CIRCLE_STEPS = 48


def project(point: Point3) -> Point2:
    """Return the sheet's coordinates of a point: x runs to the lower right, y to the lower left, z up."""
    x, y, z = point
    return ((x - y) * COS30, (x + y) * SIN30 - z)


def circle(centre: Point3, axis: str, radius: float, start: float = 0, end: float = 360) -> list[Point3]:
    """Return points of a circle, or of an arc between two angles in degrees, around ``axis`` (x, y or z)."""
    points = []
    for step in range(CIRCLE_STEPS + 1):
        angle = math.radians(start + (end - start) * step / CIRCLE_STEPS)
        a, b = radius * math.cos(angle), radius * math.sin(angle)
        x, y, z = centre
        points.append({"x": (x, y + a, z + b), "y": (x + a, y, z + b), "z": (x + a, y + b, z)}[axis])
    return points


def between(start: Point3, end: Point3, share: float) -> Point3:
    """Return the point ``share`` of the way from ``start`` to ``end``."""
    return (
        start[0] + (end[0] - start[0]) * share,
        start[1] + (end[1] - start[1]) * share,
        start[2] + (end[2] - start[2]) * share,
    )


def hull(points: Iterable[Point2]) -> list[Point2]:
    """Return the convex outline of points on the sheet (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    lower = _half_hull(ordered)
    upper = _half_hull(ordered[::-1])
    return lower[:-1] + upper[:-1]


def _half_hull(points: list[Point2]) -> list[Point2]:
    chain: list[Point2] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(origin: Point2, first: Point2, second: Point2) -> float:
    return (first[0] - origin[0]) * (second[1] - origin[1]) - (first[1] - origin[1]) * (second[0] - origin[0])
