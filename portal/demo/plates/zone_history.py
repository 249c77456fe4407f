"""The plate of the zone's history: along one building, an old shop turns into a laboratory."""

from portal.demo.plates.buildings import chimney, laboratory, plant_on_roof, saw_tooth, tree
from portal.demo.plates.isometry import Path, Point3
from portal.demo.plates.machines import tower_crane
from portal.demo.plates.palette import PALETTES
from portal.demo.plates.scene import DETAIL, HAIR, Scene
from portal.demo.plates.solids import block
from portal.demo.plates.stage import frame, grid, size_line, slab
from portal.demo.plates.surfaces import Panel, glow, hatch, left_of, rectangle, seams, top_of

DEPTH = (-2.6, 3.0)
WALL = 2.3


def zone_history() -> Scene:
    """One long building in three parts: saw-tooth shop, bare frame under a crane, laboratory."""
    scene = Scene(PALETTES["steel"], 34.5, (0.1, 0.1, 1.95))
    palette = scene.palette
    grid(scene, 18)
    slab(scene, (-9.2, -4.8), (9.2, 5.0), 0.45, (6, 3))
    saw_tooth(scene, (-8.4, DEPTH[0], 0), (6.0, DEPTH[1] - DEPTH[0], WALL), 4, palette.tinted, palette.tone(0.22), 1.1)
    chimney(scene, (-7.2, -3.7, 0), 0.5, 4.9, palette.tinted)
    _cut(scene, -2.36)
    _skeleton(scene, -2.3, 2.2)
    laboratory(scene, (2.6, DEPTH[0], 0), (5.8, DEPTH[1] - DEPTH[0], 3.1), 4, palette.pale, palette.tinted)
    laboratory(scene, (3.4, DEPTH[0] + 0.7, 3.1), (4.2, 3.6, 1.0), 1, palette.pale, palette.tinted)
    plant_on_roof(scene, (3.8, DEPTH[0] + 1.4, 4.1), (3.4, 1.2), 3)
    tower_crane(scene, (0.0, -4.2, 0), 6.9, 4.2, "x", palette.mid, 2.4)
    for x in (3.0, 4.4, 5.8, 7.2):
        tree(scene, (x, 4.1), 1.15)
    for x, y, z in ((-6.2, 3.7, 0), (-5.2, 3.7, 0), (-5.7, 3.7, 0.45)):
        block(scene, (x, y, z), (0.9, 0.7, 0.45), palette.deep, DETAIL)
    size_line(scene, (-2.4, 4.3), (2.4, 4.3))
    frame(scene)
    return scene


def _skeleton(scene: Scene, start: float, end: float) -> None:
    """Draw what stays of the shop while it is rebuilt: floor, columns, beams and half-laid roof."""
    palette, bays = scene.palette, 4
    at, size = (start, DEPTH[0], 0), (end - start, DEPTH[1] - DEPTH[0], 0.12)
    floor = block(scene, at, size, palette.mid, DETAIL)
    hatch(floor, top_of(at, size), 0.5, palette.tone(0.45))
    step = (end - start) / (bays - 1)
    for bay in range(bays):
        x = start + bay * step
        for y in (DEPTH[0], (DEPTH[0] + DEPTH[1]) / 2 - 0.1, DEPTH[1] - 0.2):
            block(scene, (x, y, 0.12), (0.2, 0.2, WALL - 0.12), palette.pale, DETAIL)
        block(scene, (x, DEPTH[0], WALL), (0.2, DEPTH[1] - DEPTH[0], 0.26), palette.pale, DETAIL)
    for y in (DEPTH[0], DEPTH[1] - 0.2):
        block(scene, (start, y, WALL + 0.26), (end - start + 0.2, 0.2, 0.2), palette.pale, DETAIL)
    for y in (-1.4, 0.0, 1.4):
        block(scene, (start, y, WALL + 0.26), (end - start + 0.2, 0.1, 0.12), palette.mid, DETAIL)
    deck_at, deck = (start, DEPTH[0] + 0.2, WALL + 0.4), (end - start + 0.2, 1.5, 0.08)
    roof = block(scene, deck_at, deck, palette.tinted, DETAIL)
    seams(roof, top_of(deck_at, deck), 8, 1, width=HAIR)
    for x, tall in ((-1.6, 0.5), (-0.3, 0.75), (0.9, 0.5)):
        crate_at = (x, 1.2, 0.12)
        pack = block(scene, crate_at, (0.8, 0.8, tall), palette.tinted, DETAIL)
        rectangle(pack, left_of(crate_at, (0.8, 0.8, tall)).part((0.2, 0.3), (0.8, 0.7)), palette.tone(0.8), width=0)


def _cut(scene: Scene, x: float) -> None:
    """Draw the glowing plane at which the old shop ends."""
    cut = scene.solid((x, DEPTH[0], 0), (x + 0.02, DEPTH[1], WALL + 1.1))
    plane = Panel(Point3(x, DEPTH[1], 0), Point3(0, DEPTH[0] - DEPTH[1], 0), Point3(0, 0, WALL + 1.1))
    glow(cut, Path.through(plane.corners()), 2.0, True)
