"""The plate of benefits: the steps of the tax rate and a container at the customs line."""

from portal.demo.plates.isometry import Path, Point3
from portal.demo.plates.machines import container, gantry
from portal.demo.plates.palette import PALETTES
from portal.demo.plates.scene import DETAIL, HAIR, Scene
from portal.demo.plates.solids import bar, block
from portal.demo.plates.stage import frame, grid, slab
from portal.demo.plates.surfaces import glow, hatch, left_of, lettered_line, rectangle, right_of, seams, top_of
from portal.demo.plates.transport import truck

# The rates of profit tax, in per cent, and how high a per cent stands.
RATES = (2.0, 7.0, 14.5)
PER_CENT = 0.29
STEP = 2.5
LINE = 2.35


def benefits() -> Scene:
    """Three steps as high as 2, 7 and 14.5 to one another; in front a truck takes a container over the line."""
    scene = Scene(PALETTES["copper"], 42.5, (0.2, 0.2, 1.45))
    palette = scene.palette
    grid(scene, 16)
    slab(scene, (-6.4, -5.4), (6.8, 5.8), 0.4, (5, 4))
    for index, rate in enumerate(RATES):
        _step(scene, -5.9 + index * STEP, rate, index)
    _line(scene)
    truck(scene, (-1.5, 3.2, 0), palette.pale)
    gantry(scene, (4.2, -4.6), 3.6, 3.2, "y", palette.mid, 0.5, 0.9)
    for x, y, z in (
        (3.3, -4.2, 0),
        (3.3, -2.8, 0),
        (3.3, -4.2, 1.0),
        (4.4, 0.2, 0),
        (4.4, 1.5, 0),
        (4.4, 0.2, 1.0),
    ):
        container(scene, (x, y, z), (2.0, 1.15, 1.0), palette.tinted if z or y > 2 else palette.mid)
    frame(scene)
    return scene


def _step(scene: Scene, x: float, rate: float, index: int) -> None:
    palette, height = scene.palette, rate * PER_CENT
    at, size = (x, -4.2, 0), (STEP, 4.0, height)
    material = palette.pale if index == 0 else palette.tinted
    step = block(scene, at, size, material)
    if index:
        hatch(step, left_of(at, size).part((0.015, 0.02), (0.985, 0.98)), 0.3, palette.tone(0.75), DETAIL)
        rectangle(step, top_of(at, size).part((0.08, 0.06), (0.92, 0.94)), palette.tone(0.62))
        hatch(step, top_of(at, size).part((0.1, 0.08), (0.9, 0.92)), 0.34, palette.tone(0.4), DETAIL)
        hatch(step, right_of(at, size).part((0.015, 0.02), (0.985, 0.98)), 0.3, palette.tone(0.4), HAIR)
    foot = Point3(x + 0.25, -0.2, 0)
    ruler = scene.solid((x, -0.2, 0), (x + 0.5, -0.15, height))
    lettered_line(ruler, foot, (foot.x, foot.y, height), (0.16, 0, 0), palette.tone(1), DETAIL)
    for count in range(1, int(rate) + 1):
        level = count * PER_CENT
        ruler.line([(foot.x - 0.07, foot.y, level), (foot.x + 0.07, foot.y, level)], palette.tone(1), DETAIL)


def _line(scene: Scene) -> None:
    """Draw the line on the floor, the booth beside it and the raised bar."""
    palette = scene.palette
    glow(scene.under, Path.through([Point3(LINE, 5.8, 0), Point3(LINE, -5.4, 0)]), 3.0)
    booth_at, booth = (LINE - 0.5, 0.9, 0), (1.0, 1.0, 1.5)
    house = block(scene, booth_at, booth, palette.pale)
    for panel, fill in ((left_of(booth_at, booth), palette.dark.left), (right_of(booth_at, booth), palette.dark.right)):
        rectangle(house, panel.part((0.12, 0.45), (0.88, 0.88)), fill)
        seams(house, panel.part((0.12, 0.45), (0.88, 0.88)), 2, 1)
    block(scene, (LINE - 0.65, 0.85, 1.5), (1.3, 1.3, 0.16), palette.mid)
    block(scene, (LINE - 0.15, 2.35, 0), (0.3, 0.3, 0.95), palette.deep)
    start, end = Point3(LINE, 2.5, 0.9), Point3(LINE, 3.9, 3.5)
    boom = scene.solid((LINE - 0.08, 2.66, 0.9), (LINE + 0.08, 4.0, 3.5))
    boom.cased(Path.through([start, end]), palette.tone(1), 5)
    for piece in range(4):
        boom.line(
            [start.towards(end, 0.12 + piece * 0.22), start.towards(end, 0.22 + piece * 0.22)], palette.tone(0.2), 5
        )
    bar(scene, (LINE, 2.5, 0.95), "z", 0.14, 0.12, palette.deep, DETAIL)
