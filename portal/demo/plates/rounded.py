"""Solids with rounded corners and soft things: housings, vials, bells, pipes."""

import math
from collections.abc import Sequence

from portal.demo.plates.isometry import Path, Point3, Triple, rim
from portal.demo.plates.palette import Material
from portal.demo.plates.scene import DETAIL, STROKE, Scene, Solid
from portal.demo.plates.solids import band, bar, disc

CORNER_BANDS = 5


def outline(at: Triple, size: tuple[float, float], radius: float) -> Path:
    """Return a level rectangle with rounded corners."""
    (x, y, z), (wide, deep) = at, size
    corners = (
        (x + radius, y + radius, 180),
        (x + wide - radius, y + radius, 270),
        (x + wide - radius, y + deep - radius, 0),
        (x + radius, y + deep - radius, 90),
    )
    path: Path | None = None
    for middle_x, middle_y, start in corners:
        arc = Path.arc((middle_x, middle_y, z), *rim("z", radius), start, start + 90)
        path = arc if path is None else path.then(arc)
    return path or Path(at)


def rounded_block(
    scene: Scene, at: Triple, size: Triple, radius: float, material: Material, width: float = STROKE
) -> Solid:
    """Draw a block whose four upright edges are rounded."""
    (x, y, z), (wide, deep, tall) = at, size
    solid = scene.solid(at, (x + wide, y + deep, z + tall))
    solid.face(
        [
            (x + radius, y + deep, z),
            (x + wide - radius, y + deep, z),
            (x + wide - radius, y + deep, z + tall),
            (x + radius, y + deep, z + tall),
        ],
        material.left,
        width=0,
    )
    solid.face(
        [
            (x + wide, y + radius, z),
            (x + wide, y + deep - radius, z),
            (x + wide, y + deep - radius, z + tall),
            (x + wide, y + radius, z + tall),
        ],
        material.right,
        width=0,
    )
    for middle_x, middle_y, start, end in (
        (x + radius, y + deep - radius, 90, 136),
        (x + wide - radius, y + radius, -46, 0),
        (x + wide - radius, y + deep - radius, 0, 90),
    ):
        _corner(solid, (middle_x, middle_y, z), tall, radius, (start, end), material)
    solid.path(_front(at, size, radius), "none", "", width, False)
    solid.path(outline((x, y, z + tall), (wide, deep), radius), material.top, width=width)
    return solid


def _front(at: Triple, size: Triple, radius: float) -> Path:
    """Return the edge of the seen side: down on the left, along the base, up on the right."""
    (x, y, z), (wide, deep, tall) = at, size
    half = math.sqrt(0.5) * radius
    left = Path.through(
        [
            Point3(x + radius - half, y + deep - radius + half, z + tall),
            Point3(x + radius - half, y + deep - radius + half, z),
        ]
    )
    base = Path.arc((x + radius, y + deep - radius, z), *rim("z", radius), 135, 90)
    base = base.then(Path.arc((x + wide - radius, y + deep - radius, z), *rim("z", radius), 90, 0))
    base = base.then(Path.arc((x + wide - radius, y + radius, z), *rim("z", radius), 0, -45))
    right = Path.through(
        [
            Point3(x + wide - radius + half, y + radius - half, z),
            Point3(x + wide - radius + half, y + radius - half, z + tall),
        ]
    )
    return left.then(base).then(right)


def _corner(
    solid: Solid, centre: Triple, height: float, radius: float, angles: tuple[float, float], material: Material
) -> None:
    start, end = angles
    step = (end - start) / CORNER_BANDS
    lift = Point3(0, 0, height)
    for index in range(CORNER_BANDS):
        begin = start + index * step
        middle = math.radians(begin + step / 2)
        low = Path.arc(centre, *rim("z", radius), begin, begin + step + 0.8)
        high = Path.arc(Point3(*centre).moved(lift), *rim("z", radius), begin, begin + step + 0.8)
        solid.path(low.then(high.reversed()), material.shade((math.cos(middle), math.sin(middle), 0)), width=0)


def pipe(scene: Scene, points: Sequence[Triple], thickness: float, colour: str, shine: str = "") -> Solid:
    """Draw a pipe through points, thickness in units of the scene."""
    radius = thickness / 2
    low = [min(point[axis] for point in points) - radius for axis in range(3)]
    high = [max(point[axis] for point in points) + radius for axis in range(3)]
    solid = scene.solid((low[0], low[1], low[2]), (high[0], high[1], high[2]))
    path = Path.through([Point3(*point) for point in points])
    solid.cased(path, colour, thickness * scene.scale)
    if shine:
        solid.path(path, "none", shine, thickness * scene.scale * 0.3, False)
    return solid


def vial(scene: Scene, at: Triple, radius: float, height: float, level: float, capped: bool, liquid: Material) -> None:
    """Draw a vial filled to a share of its height, capped or open."""
    (x, y, z), palette = at, scene.palette
    filled = height * level
    if filled:
        bar(scene, at, "z", radius, filled, liquid)
    glass = Material(palette.tone(0.84), palette.tone(0.78), palette.tone(0.58))
    body = bar(scene, (x, y, z + filled), "z", radius, height - filled, glass)
    if filled:
        band(body, (x, y, z + filled), "z", radius, palette.tone(1), DETAIL)
    bar(scene, (x, y, z + height), "z", radius, radius * 0.4, glass, DETAIL, end_radius=radius * 0.55)
    neck = z + height + radius * 0.4
    top = bar(scene, (x, y, neck), "z", radius * 0.55, radius * 0.4, glass, DETAIL)
    disc(top, (x, y, neck + radius * 0.4), "z", radius * 0.36, palette.dark.left, width=0)
    if capped:
        bar(scene, (x, y, neck + radius * 0.2), "z", radius * 0.72, radius * 0.55, palette.deep, DETAIL)


def bell(scene: Scene, at: Triple, axis: str, radius: float, length: float, material: Material) -> Solid:
    """Draw an engine's bell that opens towards the viewer."""
    solid = bar(scene, at, axis, radius * 0.42, length, material, end_radius=radius)
    mouth = Point3(at[0] + (length if axis == "x" else 0), at[1] + (length if axis == "y" else 0), at[2])
    disc(solid, mouth, axis, radius, material.left)
    disc(solid, mouth, axis, radius * 0.84, scene.palette.dark.right, width=DETAIL)
    disc(solid, Point3(mouth.x - 0.1, mouth.y, mouth.z), axis, radius * 0.4, scene.palette.dark.left, width=DETAIL)
    return solid
