"""The pairs of then and now: one view, one plan, two times."""

from portal.demo.plates.buildings import chimney, laboratory, plant_on_roof, saw_tooth, tower, tree
from portal.demo.plates.isometry import Path
from portal.demo.plates.machines import container, conveyor, robot
from portal.demo.plates.palette import PALETTES, Palette
from portal.demo.plates.scene import DETAIL, HAIR, Scene
from portal.demo.plates.solids import block
from portal.demo.plates.stage import frame, grid, slab
from portal.demo.plates.surfaces import cells, glow, hatch, left_of, rectangle, right_of, seams, top_of, windows
from portal.demo.plates.transport import car

HALL = (-7.4, -4.6, 0.0)
HALL_SIZE = (8.4, 6.6, 2.2)
LINE_Y = 4.0


def _stage(palette: Palette) -> Scene:
    scene = Scene(palette, 33.5, (0.1, 0.1, 1.85))
    grid(scene, 18)
    slab(scene, (-8.6, -5.8), (8.4, 6.2), 0.45, (6, 4))
    return scene


def alabushevo_then() -> Scene:
    """Long plain blocks of a microelectronics works around an empty yard."""
    scene = _stage(PALETTES["ink"])
    palette = scene.palette
    tower(scene, (-7.6, -4.8, 0), (8.4, 2.0, 3.4), 6, palette.mid, 0, 0.6)
    tower(scene, (-7.6, -2.0, 0), (2.2, 6.2, 2.2), 4, palette.mid, 0, 0.6)
    tower(scene, (2.4, -4.6, 0), (4.6, 3.4, 1.7), 3, palette.mid, 0, 0.7)
    block(scene, (0.8, -4.4, 1.1), (1.6, 1.2, 0.9), palette.tinted)
    chimney(scene, (7.4, -4.6, 0), 0.42, 4.6, palette.mid)
    low_at, low = (2.6, 0.6, 0), (4.2, 3.4, 1.1)
    shed = block(scene, low_at, low, palette.tinted)
    windows(shed, left_of(low_at, low).part((0.05, 0.4), (0.95, 0.8)), 8, 1, palette.dark.left, (0.4, 0))
    windows(shed, right_of(low_at, low).part((0.05, 0.4), (0.95, 0.8)), 6, 1, palette.dark.right, (0.4, 0))
    seams(shed, top_of(low_at, low), 5, 1, width=HAIR)
    _one_window(scene, (-7.6, -4.8, 0), (8.4, 2.0, 3.4))
    _trees(scene, ((-3.8, -0.8), (-2.2, -0.8), (-0.6, -0.8), (-3.8, 0.9), (-0.6, 0.9)), 1.0)
    for x in (-3.4, -1.9, -0.4):
        car(scene, (x, 4.7, 0), "y", 0.42, palette.mid)
    frame(scene)
    return scene


def _one_window(scene: Scene, at: tuple[float, float, float], size: tuple[float, float, float]) -> None:
    """Light a single window: even the old works has its one hot spot."""
    body = next(solid for solid in scene.solids if tuple(solid.low) == at)
    cell = cells(left_of(at, size).part((0.06, 0.04), (0.94, 0.96)), 14, 6, (0.34, 0.44))[14 * 3 + 9]
    glow(body, Path.through(cell.corners()), 0.8, True)
    rectangle(body, cell, scene.palette.hot.top, width=0)


def _trees(scene: Scene, spots: tuple[tuple[float, float], ...], height: float) -> None:
    for spot in spots:
        tree(scene, spot, height)


def alabushevo_now() -> Scene:
    """The same plan with clean laboratories, a new block in the yard and a hot edge on its roof."""
    scene = _stage(PALETTES["steel"])
    palette = scene.palette
    laboratory(scene, (-7.6, -4.8, 0), (8.4, 2.4, 3.8), 5, palette.pale, palette.tinted)
    plant_on_roof(scene, (-6.8, -4.2, 3.8), (6.6, 1.0), 6)
    laboratory(scene, (-7.6, -1.6, 0), (2.4, 6.0, 2.4), 3, palette.pale, palette.tinted)
    _solar(scene, (-7.3, -1.2, 2.4), (1.8, 5.2))
    laboratory(scene, (2.2, -4.8, 0), (5.2, 3.8, 2.3), 3, palette.pale, palette.tinted)
    _clean_room(scene, (2.4, 0.4, 0), (5.0, 4.2, 2.9))
    block(scene, (0.8, -4.2, 1.2), (1.4, 1.2, 1.0), palette.tinted)
    _trees(
        scene,
        (
            (-3.8, -0.8),
            (-2.2, -0.8),
            (-0.6, -0.8),
            (-3.8, 0.9),
            (-2.2, 0.9),
            (-0.6, 0.9),
            (-3.8, 2.6),
            (0.9, 2.6),
            (0.9, 0.9),
        ),
        1.3,
    )
    for x in (-3.6, -2.1, -0.6):
        car(scene, (x, 4.7, 0), "y", 0.42, palette.pale)
    frame(scene)
    return scene


def _solar(scene: Scene, at: tuple[float, float, float], size: tuple[float, float]) -> None:
    palette = scene.palette
    roof = next(solid for solid in reversed(scene.solids) if abs(solid.high.z - at[2]) < 0.01 and solid.low.x <= at[0])
    for cell in cells(top_of(at, (*size, 0)), 2, 6, (0.14, 0.2)):
        rectangle(roof, cell, palette.tone(0.16))
        seams(roof, cell, 3, 2, palette.tone(0.42), HAIR)


def _clean_room(scene: Scene, at: tuple[float, float, float], size: tuple[float, float, float]) -> None:
    palette = scene.palette
    hall = laboratory(scene, at, size, 3, palette.pale, palette.tinted)
    rectangle(hall, top_of(at, size).part((0.1, 0.1), (0.9, 0.9)), palette.tone(0.84))
    hatch(hall, top_of(at, size).part((0.1, 0.1), (0.9, 0.9)), 0.5, palette.tone(0.62))
    corners = top_of(at, size)
    glow(hall, Path.through([corners.at(0, 1), corners.at(1, 1), corners.at(1, 0)]), 2.2)
    plant_on_roof(scene, (at[0] + 0.8, at[1] + 1.2, size[2]), (3.4, 1.4), 3)


def pechatniki_then() -> Scene:
    """A saw-tooth car plant with smoking-age chimneys; bodies wait in a row at the gate."""
    scene = _stage(PALETTES["ink"])
    palette = scene.palette
    saw_tooth(scene, HALL, HALL_SIZE, 6, palette.mid, palette.tone(0.18))
    for x in (2.6, 4.4):
        chimney(scene, (x, -4.2, 0), 0.5, 5.6, palette.mid)
    tower(scene, (1.8, -2.8, 0), (3.4, 4.2, 1.9), 3, palette.tinted, 0, 0.7)
    conveyor(scene, (-8.2, LINE_Y - 0.4, 0), "x", 12.0, 1.5, 0.4, 0.6)
    for index in range(4):
        paint = palette.hot if index == 1 else palette.tinted
        car(scene, (-7.6 + index * 2.9, LINE_Y - 0.3, 0.4), "x", 0.78, paint)
    for x, y, z in ((6.2, 3.2, 0), (6.2, 4.3, 0), (6.2, 3.2, 0.8)):
        container(scene, (x, y, z), (1.4, 1.0, 0.8), palette.mid)
    frame(scene)
    return scene


def pechatniki_now() -> Scene:
    """The same shop clad anew, robots at the line, electric cars and their posts."""
    scene = _stage(PALETTES["steel"])
    palette = scene.palette
    saw_tooth(scene, HALL, HALL_SIZE, 6, palette.pale, palette.tone(0.5), gates=False)
    laboratory(scene, (1.8, -4.8, 0), (5.4, 3.2, 3.6), 4, palette.pale, palette.tinted)
    plant_on_roof(scene, (2.4, -4.0, 3.6), (4.0, 1.2), 4)
    laboratory(scene, (1.8, -1.2, 0), (3.6, 2.6, 1.7), 2, palette.pale, palette.tinted)
    conveyor(scene, (-8.2, LINE_Y - 0.4, 0), "x", 12.0, 1.5, 0.4, 0.6)
    for index in range(4):
        paint = palette.hot if index == 2 else palette.pale
        car(scene, (-7.6 + index * 2.9, LINE_Y - 0.3, 0.4), "x", 0.78, paint)
    for x in (-5.2, -2.3, 0.6):
        robot(scene, (x, LINE_Y - 1.3, 0), (0, 1), 0.85)
    for x in (5.6, 6.8):
        block(scene, (x + 0.5, 2.0, 0), (0.26, 0.26, 0.9), palette.tinted, DETAIL)
        car(scene, (x, 2.6, 0), "y", 0.62, palette.pale)
    _trees(scene, ((6.4, -0.6), (7.4, -0.6)), 1.3)
    frame(scene)
    return scene
