"""Where numbered markers stand so that none covers another."""

from collections.abc import Sequence
from itertools import combinations
from math import hypot

Point = tuple[float, float]

_MOST_ROUNDS = 400
_GAP = 2.0


def spread(points: Sequence[Point], radius: float, area: tuple[float, float, float, float]) -> list[Point]:
    """Return a place for a circle of ``radius`` near each point: no two overlap, all lie within ``area``.

    ``area`` is left, top, right, bottom. The same points always get the same places. Where the area can't hold all
    circles apart, they are as far apart as many rounds of pushing bring them.
    """
    places = [list(_inside(point, radius, area)) for point in points]
    for _ in range(_MOST_ROUNDS):
        if not _push_apart(places, 2 * radius + _GAP):
            break
        for place in places:
            place[:] = _inside((place[0], place[1]), radius, area)
    return [(round(x, 1), round(y, 1)) for x, y in places]


def _push_apart(places: list[list[float]], distance: float) -> bool:
    has_moved = False
    for (first_number, first), (second_number, second) in combinations(enumerate(places), 2):
        across, down = second[0] - first[0], second[1] - first[1]
        length = hypot(across, down)
        if length >= distance - 0.01:
            continue
        if length == 0:
            # Two at one point part in a direction of their own, so that three do not stay in a line.
            across, down, length = 1.0, (first_number + second_number) % 3 - 1.0, 1.0
        shift = (distance - length) / 2 / hypot(across, down)
        first[0] -= across * shift
        first[1] -= down * shift
        second[0] += across * shift
        second[1] += down * shift
        has_moved = True
    return has_moved


def _inside(point: Point, radius: float, area: tuple[float, float, float, float]) -> Point:
    left, top, right, bottom = area
    return (
        min(max(point[0], left + radius), right - radius),
        min(max(point[1], top + radius), bottom - radius),
    )
