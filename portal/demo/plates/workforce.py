"""The plate of people's work: consoles, robots, and the places that wait for a shift."""

from portal.demo.plates.isometry import Path, Point3, rim
from portal.demo.plates.machines import console, conveyor, robot
from portal.demo.plates.palette import HOT, PALETTES
from portal.demo.plates.rounded import rounded_block
from portal.demo.plates.scene import DETAIL, HAIR, Scene
from portal.demo.plates.solids import band, bar, block, disc, dome
from portal.demo.plates.stage import frame, grid, slab
from portal.demo.plates.surfaces import cells, glow, left_of, rectangle, seams, top_of

BELT = 0.8
ROW = -1.0


def workforce() -> Scene:
    """A line of gearboxes between robots and operators' consoles; helmets and stools stand for people."""
    scene = Scene(PALETTES["steel"], 39, (0, 0, 1.85))
    grid(scene, 16)
    slab(scene, (-6.8, -5.2), (6.8, 5.8), 0.4, (5, 4))
    _board(scene)
    conveyor(scene, (-6.6, ROW - 0.75, 0), "x", 13.2, 1.5, BELT, 0.6)
    for index in range(6):
        _gearbox(scene, (-5.9 + index * 2.2, ROW - 0.5, BELT), index)
    for x in (-4.2, 0.1, 4.4):
        robot(scene, (x, ROW - 2.0, 0), (0, 1), 1.3, hot=x == 0.1)
    _spark(scene, (0.1, ROW - 0.08, BELT + 1.16))
    for x in (-5.4, -1.6, 2.2):
        console(scene, (x, 1.5, 0), 2.3)
        _stool(scene, (x + 1.15, 3.7))
    _helmet(scene, (-4.9, 1.68, 1.05), 0.0)
    _bench(scene)
    frame(scene)
    return scene


def _board(scene: Scene) -> None:
    """Draw the wall that shows the shift's curve."""
    palette, at, size = scene.palette, (-5.6, -5.0, 0.0), (10.6, 0.25, 4.1)
    wall = block(scene, at, size, palette.tinted)
    face = left_of(at, size)
    seams(wall, face, 6, 1, width=HAIR)
    chart = face.part((0.04, 0.42), (0.48, 0.92))
    rectangle(wall, chart, palette.dark.left)
    for index in range(9):
        tall = (0.24, 0.3, 0.28, 0.4, 0.46, 0.44, 0.58, 0.66, 0.78)[index]
        rectangle(
            wall,
            chart.part((0.06 + index * 0.1, 0.08), (0.12 + index * 0.1, 0.08 + tall)),
            palette.tone(0.4 + 0.06 * index),
            width=0,
        )
    for cell in cells(face.part((0.54, 0.42), (0.96, 0.92)), 4, 2, (0.2, 0.2)):
        rectangle(wall, cell, palette.tone(0.2))
        wall.line(
            [cell.at(0.1, 0.3), cell.at(0.35, 0.6), cell.at(0.6, 0.45), cell.at(0.9, 0.75)], palette.tone(0.85), 1.2
        )


def _gearbox(scene: Scene, at: tuple[float, float, float], stage: int) -> None:
    palette, (x, y, z) = scene.palette, at
    size = (1.1, 1.0, 0.5)
    body = rounded_block(scene, at, size, 0.18, palette.mid if stage < 3 else palette.pale)
    for dx in (0.15, 0.95):
        for dy in (0.15, 0.85):
            disc(body, (x + dx, y + dy, z + 0.5), "z", 0.06, palette.line, width=0)
    if stage >= 2:
        bar(scene, (x + 0.55, y + 0.5, z + 0.5), "z", 0.34, 0.24, palette.pale)
    if stage >= 4:
        cap = bar(scene, (x + 0.55, y + 0.5, z + 0.74), "z", 0.2, 0.3, palette.deep)
        band(cap, (x + 0.55, y + 0.5, z + 0.9), "z", 0.2)


def _spark(scene: Scene, at: tuple[float, float, float]) -> None:
    x, y, z = at
    spark = scene.solid((x - 0.1, y - 0.1, z - 0.4), (x + 0.1, y + 0.1, z))
    glow(spark, Path.through([Point3(x, y, z), Point3(x, y, z - 0.3)]), 2.6)
    for dx, dy, dz in ((0.5, 0.2, 0.1), (-0.5, 0.2, 0.12), (0.2, 0.5, 0.22), (-0.2, 0.45, -0.1), (0.45, -0.15, 0.3)):
        spark.line([(x + dx * 0.4, y + dy * 0.4, z - 0.3 + dz * 0.4), (x + dx, y + dy, z - 0.3 + dz)], HOT, 1.6)


def _stool(scene: Scene, at: tuple[float, float]) -> None:
    (x, y), palette = at, scene.palette
    bar(scene, (x, y, 0), "z", 0.42, 0.08, palette.deep, DETAIL)
    bar(scene, (x, y, 0.08), "z", 0.08, 0.62, palette.mid, DETAIL)
    bar(scene, (x, y, 0.7), "z", 0.46, 0.16, palette.pale)


def _helmet(scene: Scene, at: tuple[float, float, float], turn: float) -> None:
    (x, y, z), palette = at, scene.palette
    bar(scene, at, "z", 0.36, 0.05, palette.pale, DETAIL)
    shell = dome(scene, (x, y, z + 0.05), 0.29, 0.27, palette.pale, DETAIL)
    shell.path(Path.arc((x, y, z + 0.05), *rim("z", 0.29), 40 + turn, 50 + turn), "none", "", DETAIL, False)


def _bench(scene: Scene) -> None:
    """Draw the fitter's bench with a vice and the helmet left on it."""
    palette, at, size = scene.palette, (4.9, 1.7, 0.85), (1.5, 3.2, 0.18)
    for x, y in ((5.0, 1.8), (6.2, 1.8), (5.0, 4.7), (6.2, 4.7)):
        block(scene, (x, y, 0), (0.14, 0.14, 0.85), palette.deep, DETAIL)
    top = block(scene, at, size, palette.tinted)
    seams(top, top_of(at, size), 1, 4, width=HAIR)
    block(scene, (5.5, 2.2, 1.03), (0.5, 0.3, 0.32), palette.deep, DETAIL)
    block(scene, (5.5, 2.7, 1.03), (0.5, 0.16, 0.32), palette.mid, DETAIL)
    bar(scene, (5.75, 2.86, 1.2), "y", 0.05, 0.4, palette.pale, DETAIL)
    _helmet(scene, (5.6, 4.2, 1.03), 0)
