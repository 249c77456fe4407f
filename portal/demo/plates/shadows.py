"""Shadows that a scene's solids throw on its floor: flat, to the right, all of one tone."""

import math
from collections.abc import Iterable, Sequence

from portal.demo.plates.isometry import Path, Point2, Point3, cross
from portal.demo.plates.palette import INK
from portal.demo.plates.scene import Scene, Solid

# How far a shadow reaches along x and y for each unit of height: light falls from the upper left.
REACH = (0.34, -0.2)
DEPTH = 0.4
CORNERS = 16


def throw_shadows(scene: Scene, floor: Sequence[Point3]) -> None:
    """Paint the shadows of all solids made so far on a level floor, nowhere beside it."""
    outlines = "".join(scene.drawn(shadow_of(solid)) + "Z" for solid in scene.solids)
    edge = scene.drawn(Path.through(floor))
    scene.under.mark(
        f'<clipPath id="floor"><path d="{edge}Z"/></clipPath>'
        f'<path d="{outlines}" clip-path="url(#floor)" fill="{INK}" fill-opacity="{DEPTH}"/>'
    )


def shadow_of(solid: Solid) -> Path:
    """Return the outline of a solid's shadow on the floor."""
    spots = [
        (x + REACH[0] * height, y + REACH[1] * height)
        for x, y in footprint(solid)
        for height in (solid.low.z, solid.high.z)
    ]
    return Path.through(Point3(x, y, 0) for x, y in hull(spots))


def footprint(solid: Solid) -> list[Point2]:
    """Return the corners of the ground a solid stands over."""
    low, high = solid.low, solid.high
    if not solid.upright_round:
        return [(low.x, low.y), (high.x, low.y), (high.x, high.y), (low.x, high.y)]
    middle = low.towards(high, 0.5)
    across, along = (high.x - low.x) / 2, (high.y - low.y) / 2
    turns = (2 * math.pi * corner / CORNERS for corner in range(CORNERS))
    return [(middle.x + across * math.cos(turn), middle.y + along * math.sin(turn)) for turn in turns]


def hull(spots: Iterable[Point2]) -> list[Point2]:
    """Return the convex outline of points of the floor, always in one turning direction."""
    ordered = sorted(set(spots))
    return _half(ordered)[:-1] + _half(ordered[::-1])[:-1]


def _half(spots: list[Point2]) -> list[Point2]:
    chain: list[Point2] = []
    for spot in spots:
        while len(chain) > 1 and _turns_back(chain[-2], chain[-1], spot):
            chain.pop()
        chain.append(spot)
    return chain


def _turns_back(origin: Point2, first: Point2, second: Point2) -> bool:
    return cross((first[0] - origin[0], first[1] - origin[1]), (second[0] - origin[0], second[1] - origin[1])) <= 0
