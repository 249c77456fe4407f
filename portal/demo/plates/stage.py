"""The floor every subject stands on: a slab of joined sheets on a faint grid."""

from portal.demo.plates.isometry import Path, Point3
from portal.demo.plates.scene import DETAIL, HAIR, STROKE, Scene
from portal.demo.plates.shadows import throw_shadows
from portal.demo.plates.surfaces import crop_ticks, glow, lettered_line

Spot = tuple[float, float]


def grid(scene: Scene, reach: int, step: float = 1) -> None:
    """Draw the faint grid under everything."""
    colour = scene.palette.tone(0.075)
    for index in range(-reach, reach + 1):
        at = index * step
        scene.under.line([(at, -reach * step, 0), (at, reach * step, 0)], colour, HAIR)
        scene.under.line([(-reach * step, at, 0), (reach * step, at, 0)], colour, HAIR)


def slab(
    scene: Scene, low: Spot, high: Spot, thickness: float, joints: tuple[int, int] = (3, 3), hot: bool = False
) -> None:
    """Draw the slab of joined sheets below the floor's level, with a hot front edge where asked."""
    (x, y), (right, front), floor = low, high, scene.palette.floor
    under = scene.under
    under.face([(x, front, -thickness), (right, front, -thickness), (right, front, 0), (x, front, 0)], floor.left)
    under.face([(right, y, -thickness), (right, front, -thickness), (right, front, 0), (right, y, 0)], floor.right)
    under.face([(x, y, 0), (right, y, 0), (right, front, 0), (x, front, 0)], floor.top)
    for index in range(1, joints[0]):
        at = x + (right - x) * index / joints[0]
        under.line([(at, y, 0), (at, front, 0), (at, front, -thickness)], "", DETAIL)
    for index in range(1, joints[1]):
        at = y + (front - y) * index / joints[1]
        under.line([(x, at, 0), (right, at, 0), (right, at, -thickness)], "", DETAIL)
    scene.floor = [Point3(x, y, 0), Point3(right, y, 0), Point3(right, front, 0), Point3(x, front, 0)]
    rim = [(x, front, 0), (right, front, 0), (right, y, 0)]
    under.line(rim, scene.palette.tone(0.3), STROKE)
    if hot:
        glow(under, Path.through([Point3(x, front, 0), Point3(right, front, 0)]))


def size_line(scene: Scene, start: Spot, end: Spot, tick: float = 0.2) -> None:
    """Draw a dimension line on the floor along x or y."""
    across = (0, tick, 0) if start[1] == end[1] else (tick, 0, 0)
    lettered_line(scene.under, (*start, 0), (*end, 0), across, scene.palette.tone(0.55))


def frame(scene: Scene) -> None:
    """Finish a sheet: shadows on its floor, ticks in its corners."""
    if scene.floor:
        throw_shadows(scene, scene.floor)
    crop_ticks(scene)
