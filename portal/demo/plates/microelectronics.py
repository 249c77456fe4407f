"""The plate of microelectronics: a wafer under the probe."""

import math

from portal.demo.plates.isometry import Path, Point3
from portal.demo.plates.palette import HOT, PALETTES
from portal.demo.plates.scene import DETAIL, Scene, Solid
from portal.demo.plates.solids import band, bar, block, disc
from portal.demo.plates.stage import frame, grid, size_line, slab
from portal.demo.plates.surfaces import Panel, cells, glow, hatch, left_of, rectangle, right_of, seams, top_of

DIE = 0.44
WAFER_TOP = 1.32
PROBED = (1, 0)


def microelectronics() -> Scene:
    """A wafer on its chuck under the probe; a cassette of wafers and finished chips beside it."""
    scene = Scene(PALETTES["microelectronics"], 50, (0.1, 0.1, 1.7))
    grid(scene, 14)
    slab(scene, (-5.6, -5.6), (5.6, 5.6), 0.4)
    size_line(scene, (-4.4, 4.95), (4.4, 4.95))
    _column(scene)
    _chuck(scene)
    _cassette(scene, (2.2, -5.2))
    _tray(scene, (4.75, -0.9))
    frame(scene)
    return scene


def _chuck(scene: Scene) -> None:
    palette = scene.palette
    block(scene, (-4.4, -4.4, 0), (8.8, 8.8, 0.34), palette.mid)
    base = scene.solids[-1]
    for x in (-4.0, 3.6):
        rectangle(base, top_of((x, -4.2, 0), (0.4, 8.4, 0.34)), palette.deep.top)
    for x, y in ((-4.1, -4.1), (4.1, -4.1), (-4.1, 4.1), (4.1, 4.1)):
        disc(base, (x, y, 0.34), "z", 0.13, palette.pale.top, width=DETAIL)
    bar(scene, (0, 0, 0.34), "z", 4.05, 0.36, palette.deep)
    chuck = bar(scene, (0, 0, 0.7), "z", 3.85, 0.5, palette.pale)
    band(chuck, (0, 0, 0.95), "z", 3.85)
    wafer = bar(scene, (0, 0, 1.2), "z", 3.62, WAFER_TOP - 1.2, palette.tinted, DETAIL)
    disc(wafer, (0, 0, WAFER_TOP), "z", 3.45, palette.tone(0.2), palette.tone(0.62), DETAIL)
    _dies(scene, wafer)


def _dies(scene: Scene, wafer: Solid) -> None:
    palette = scene.palette
    reach = 8
    for column in range(-reach, reach):
        for row in range(-reach, reach):
            x, y = column * DIE, row * DIE
            if max(math.hypot(x + across, y + along) for across in (0, DIE) for along in (0, DIE)) > 3.42:
                continue
            die = Panel(Point3(x, y, WAFER_TOP), Point3(DIE, 0, 0), Point3(0, DIE, 0)).part((0.07, 0.07), (0.93, 0.93))
            tested = (row, column) < PROBED
            tone = (
                0.5 + 0.12 * math.sin(column * 2.1 + row * 1.3) if tested else 0.3 + 0.05 * math.sin(column + row * 2.7)
            )
            if tested and (column * 7 + row * 5) % 11 == 0:
                tone = 0.9
            rectangle(wafer, die, palette.tone(tone), width=0)
            inner = die.part((0.18, 0.18), (0.82, 0.55))
            rectangle(wafer, inner, palette.tone(tone - 0.1), width=0)
    x, y = PROBED[1] * DIE, PROBED[0] * DIE - DIE
    hot = Panel(Point3(x, y, WAFER_TOP), Point3(DIE, 0, 0), Point3(0, DIE, 0))
    glow(wafer, Path.through(hot.corners()), 2.2, True)
    rectangle(wafer, hot, HOT)


def _column(scene: Scene) -> None:
    palette = scene.palette
    at, size = (-0.75, -5.3, 0), (2.0, 1.2, 4.2)
    tower = block(scene, at, size, palette.mid)
    seams(tower, right_of(at, size), 1, 3)
    hatch(tower, left_of(at, size).part((0.2, 0.08), (0.8, 0.3)), 0.16)
    arm_at, arm_size = (-0.75, -5.3, 4.2), (2.0, 6.3, 1.0)
    arm = block(scene, arm_at, arm_size, palette.pale)
    side = right_of(arm_at, arm_size)
    seams(arm, side.part((0, 0), (1, 1)), 1, 1)
    rectangle(arm, side.part((0.06, 0.3), (0.62, 0.7)), palette.deep.right)
    for cell in cells(side.part((0.06, 0.3), (0.62, 0.7)), 12, 1, (0.5, 0.3)):
        rectangle(arm, cell, palette.tone(0.5), width=0)
    rectangle(arm, left_of(arm_at, arm_size).part((0.2, 0.25), (0.8, 0.75)), palette.tone(0.25))
    rectangle(arm, top_of(arm_at, arm_size).part((0.2, 0.05), (0.8, 0.5)), palette.tone(0.8))
    bar(scene, (0.26, -0.2, 5.2), "z", 0.55, 0.75, palette.mid)
    bar(scene, (0.26, -0.2, 5.95), "z", 0.34, 0.5, palette.deep)
    bar(scene, (0.26, 0.0, 3.5), "z", 0.8, 0.7, palette.mid)
    bar(scene, (0.26, 0.1, 2.75), "z", 0.42, 0.75, palette.pale, end_radius=0.62)
    needles = scene.solid((-0.3, -0.5, WAFER_TOP), (0.8, 0.5, 2.75))
    for dx, dy in ((-0.3, -0.1), (-0.12, 0.2), (0.14, 0.25), (0.3, 0)):
        needles.line(
            [
                (0.22 + dx, 0.1 + dy, 2.8),
                (0.22 + dx * 0.7, 0.18 + dy * 0.7, 1.95),
                (0.22 + dx * 0.3, 0.22 + dy * 0.3, WAFER_TOP),
            ],
            palette.tone(1),
            1.5,
        )


def _cassette(scene: Scene, at: tuple[float, float]) -> None:
    palette, (x, y) = scene.palette, at
    size = (2.6, 2.4, 2.6)
    block(scene, (x - 0.2, y - 0.2, 0), (3.0, 2.8, 0.3), palette.deep)
    box = block(scene, (x, y, 0.3), size, palette.pale)
    mouth = left_of((x, y, 0.3), size).part((0.1, 0.08), (0.9, 0.9))
    rectangle(box, mouth, palette.dark.left)
    for level in range(9):
        shelf = mouth.part((0.04, 0.06 + level * 0.105), (0.96, 0.06 + level * 0.105 + 0.045))
        rectangle(box, shelf, palette.tone(0.95 if level % 3 else 0.55), width=0)
    hatch(box, right_of((x, y, 0.3), size).part((0.2, 0.15), (0.8, 0.85)), 0.2)
    lid = top_of((x, y, 0.3), size)
    rectangle(box, lid.part((0.15, 0.15), (0.85, 0.85)), palette.tone(0.88))
    block(scene, (x + 1.0, y + 0.9, 2.9), (0.7, 0.7, 0.22), palette.mid)


def _tray(scene: Scene, at: tuple[float, float]) -> None:
    palette, (x, y) = scene.palette, at
    for index in range(4):
        chip_at, size = (x - 0.05, y + index * 1.25, 0), (0.72, 0.9, 0.2)
        chip = scene.solid(chip_at, (x + 0.7, y + index * 1.25 + 0.9, 0.2))
        for pin in range(5):
            along = y + index * 1.25 + 0.12 + pin * 0.165
            chip.line([(x + 0.67, along, 0.1), (x + 0.8, along, 0.1), (x + 0.84, along, 0)], palette.tone(0.9), 1.5)
        chip.marks += block(scene, chip_at, size, palette.deep).marks
        scene.solids.pop()
        rectangle(chip, top_of(chip_at, size).part((0.25, 0.25), (0.75, 0.75)), palette.tone(0.62))
