"""The floor every subject stands on: a slab of joined sheets on a faint grid."""

from portal.demo.plates.isometry import Path, Point3
from portal.demo.plates.scene import DETAIL, HAIR, STROKE, Scene
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
    (x, y), (a, b), floor = low, high, scene.palette.floor
    under = scene.under
    under.face([(x, b, -thickness), (a, b, -thickness), (a, b, 0), (x, b, 0)], floor.left)
    under.face([(a, y, -thickness), (a, b, -thickness), (a, b, 0), (a, y, 0)], floor.right)
    under.face([(x, y, 0), (a, y, 0), (a, b, 0), (x, b, 0)], floor.top)
    for index in range(1, joints[0]):
        at = x + (a - x) * index / joints[0]
        under.line([(at, y, 0), (at, b, 0), (at, b, -thickness)], "", DETAIL)
    for index in range(1, joints[1]):
        at = y + (b - y) * index / joints[1]
        under.line([(x, at, 0), (a, at, 0), (a, at, -thickness)], "", DETAIL)
    rim = [(x, b, 0), (a, b, 0), (a, y, 0)]
    under.line(rim, scene.palette.tone(0.3), STROKE)
    if hot:
        glow(under, Path.through([Point3(x, b, 0), Point3(a, b, 0)]))


def shadow(scene: Scene, points: list[Spot], level: float = 0, depth: float = 0.42) -> None:
    """Draw a flat shadow on the floor."""
    scene.under.face([(x, y, level) for x, y in points], scene.palette.shadow(depth), width=0)


def block_shadow(scene: Scene, low: Spot, high: Spot, height: float, depth: float = 0.42) -> None:
    """Draw the shadow a block throws to the right."""
    (x, y), (a, b) = low, high
    reach = height * 0.5
    shadow(
        scene,
        [(x, y), (a, y), (a + reach, y - reach * 0.25), (a + reach, b - reach * 0.25), (a, b), (x, b)],
        depth=depth,
    )


def size_line(scene: Scene, start: Spot, end: Spot, tick: float = 0.2) -> None:
    """Draw a dimension line on the floor along x or y."""
    across = (0, tick, 0) if start[1] == end[1] else (tick, 0, 0)
    lettered_line(scene.under, (*start, 0), (*end, 0), across, scene.palette.tone(0.55))


def frame(scene: Scene) -> None:
    """Draw what every sheet has: its corners."""
    crop_ticks(scene)
