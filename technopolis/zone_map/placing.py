"""Finds a free place near a point, so that markers and labels never cover one another."""

import math
from collections.abc import Iterator, Sequence

from technopolis.zone_map.boundaries import Position
from technopolis.zone_map.projection import Box

RING_STEP = 8
DIRECTIONS = 24


def box_around(point: Position, width: float, height: float) -> Box:
    """Return the box of this size with ``point`` in its middle."""
    return Box(point[0] - width / 2, point[1] - height / 2, width, height)


def free_place(point: Position, size: tuple[float, float], within: Box, taken: Sequence[Box], reach: int) -> Box | None:
    """Return the nearest box around ``point`` that lies ``within`` and overlaps nothing taken.

    Looks no further than ``reach``; ``None`` where nothing is free.
    """
    for candidate in _spiral(point, reach):
        box = box_around(candidate, *size)
        if within.holds(box) and not any(box.overlaps(other) for other in taken):
            return box
    return None


def _spiral(point: Position, reach: int) -> Iterator[Position]:
    yield point
    for radius in range(RING_STEP, reach + 1, RING_STEP):
        for step in range(DIRECTIONS):
            angle = 2 * math.pi * step / DIRECTIONS
            yield point[0] + radius * math.cos(angle), point[1] + radius * math.sin(angle)
