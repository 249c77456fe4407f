"""The opening plate: on the plant's conveyor, blocks of metal grow into the towers of the city."""

from portal.demo.plates.buildings import chimney, laboratory, plant_on_roof, saw_tooth, tank, tree
from portal.demo.plates.isometry import Path, Point3, Triple
from portal.demo.plates.machines import conveyor, crate, gantry, robot, tower_crane
from portal.demo.plates.palette import PALETTES
from portal.demo.plates.scene import DETAIL, HEIGHT, WIDTH, Scene
from portal.demo.plates.skyline import Facade, city_tower
from portal.demo.plates.solids import bar, block, extrude
from portal.demo.plates.stage import frame, grid, slab
from portal.demo.plates.surfaces import glow

BELT = 0.7
LINE_LEFT, LINE_WIDTH = -1.3, 2.6
# The conveyor is laid in two parts: where each starts along y and how long it is.
LINE_PARTS = ((-11.4, 19.2), (7.8, 4.2))

# The city beside the line: corner, sides and height, then what its walls look like.
CITY: tuple[tuple[float, float, float, float, float, Facade, str], ...] = (
    (-14.0, -7.2, 2.4, 2.4, 4.3, Facade.RIBS, "tinted"),
    (-14.0, -3.8, 2.4, 2.4, 4.4, Facade.BANDS, "mid"), (-14.0, -0.4, 2.4, 2.4, 5.6, Facade.GRID, "tinted"),
    (-14.0, 3.0, 2.4, 2.4, 3.2, Facade.BANDS, "mid"), (-14.0, 6.4, 2.4, 2.4, 2.0, Facade.GRID, "tinted"),
    (-10.8, -7.4, 2.4, 2.4, 6.0, Facade.RIBS, "pale"),
    (-10.8, -4.0, 2.4, 2.4, 5.6, Facade.GRID, "tinted"), (-10.8, -0.6, 2.4, 2.4, 7.4, Facade.BANDS, "pale"),
    (-10.8, 2.8, 2.4, 2.4, 4.2, Facade.RIBS, "tinted"), (-10.8, 6.2, 2.4, 2.4, 2.6, Facade.GRID, "mid"),
    (-7.6, -10.8, 2.4, 2.4, 5.2, Facade.GRID, "mid"), (-7.6, -7.4, 2.4, 2.4, 6.8, Facade.BANDS, "tinted"),
    (-7.6, -4.0, 2.4, 2.4, 5.0, Facade.RIBS, "pale"), (-7.6, -0.6, 2.4, 2.4, 3.2, Facade.GRID, "tinted"),
    (-7.6, 2.8, 2.4, 2.4, 4.6, Facade.BANDS, "pale"), (-7.6, 6.2, 2.4, 2.4, 1.7, Facade.GRID, "mid"),
    (-4.4, -10.8, 2.0, 2.4, 4.6, Facade.RIBS, "tinted"), (-4.4, -7.4, 2.0, 2.4, 3.4, Facade.GRID, "mid"),
    (-4.4, -4.0, 2.0, 2.4, 2.4, Facade.BANDS, "tinted"),
)  # fmt: skip


def opening() -> Scene:
    """The city on the left, the shops on the right, and between them the line on which ingots become towers."""
    scene = Scene(PALETTES["steel"], 26.2, (-1.6, -0.4, 2.75), (WIDTH, HEIGHT))
    draw_opening(scene)
    frame(scene)
    return scene


def draw_opening(scene: Scene) -> None:
    """Draw city, line and shops on a sheet of any size."""
    grid(scene, 34)
    slab(scene, (-15.2, -12.6), (12.6, 13.2), 0.7, (7, 7))
    for x, y, wide, deep, height, facade, paint in CITY:
        city_tower(scene, (x, y, 0), (wide, deep, height), facade, getattr(scene.palette, paint))
    _roofs(scene)
    _line(scene)
    _shops(scene)
    for x, y in (
        (-4.0, 0.2),
        (-4.0, 1.9),
        (-4.0, 3.6),
        (-4.0, 5.3),
        (-4.0, 7.0),
        (-4.0, 8.7),
        (-6.4, 9.6),
        (-9.6, 9.6),
        (-12.8, 9.6),
    ):
        tree(scene, (x, y), 1.3)


def _roofs(scene: Scene) -> None:
    palette = scene.palette
    for x, y, z, size in ((-10.1, 0.1, 7.4, 1.0), (-6.9, -10.1, 5.2, 1.0), (-6.9, -3.3, 5.0, 1.0)):
        block(scene, (x, y, z), (size, size, 0.5), palette.mid, DETAIL)
        bar(scene, (x + size / 2, y + size / 2, z + 0.5), "z", 0.05, 1.2, palette.pale, DETAIL)
    tower_crane(scene, (-4.0, -1.2, 0), 5.6, 3.4, "x", palette.pale, 1.6)


def _line(scene: Scene) -> None:
    """Draw the conveyor and what rides on it: an ingot, a bar, a frame, houses, a tower."""
    palette, left = scene.palette, LINE_LEFT
    for start, length in LINE_PARTS:
        conveyor(scene, (left, start, 0), "y", length, LINE_WIDTH, BELT, 0.6)
        edge_of_belt = [Point3(left + LINE_WIDTH, along, BELT) for along in (start, start + length)]
        glow(scene.solids[-1], Path.through(edge_of_belt), 2.0)
    ingot = extrude(
        scene, [(-0.8, BELT), (-0.55, BELT + 0.75), (0.55, BELT + 0.75), (0.8, BELT)], "y", 8.9, 11.2, palette.hot
    )
    edge = [Point3(-0.55, 11.2, BELT + 0.75), Point3(0.55, 11.2, BELT + 0.75), Point3(0.55, 8.9, BELT + 0.75)]
    glow(ingot, Path.through(edge), 1.4)
    block(scene, (-0.75, 6.5, BELT), (1.5, 1.5, 0.95), palette.pale)
    _framed(scene, (-0.8, 3.6, BELT), (1.6, 1.6, 1.7))
    for y, height, facade in (
        (0.8, 2.4, Facade.GRID),
        (-2.0, 3.4, Facade.BANDS),
        (-4.8, 4.6, Facade.RIBS),
        (-7.6, 5.9, Facade.BANDS),
    ):
        city_tower(scene, (-0.85, y, BELT), (1.7, 1.7, height), facade, palette.pale)
    _last_tower(scene)
    gantry(scene, (-1.9, 8.45), 3.8, 2.9, "x", palette.mid, 0.5, 1.0)
    for x, y, towards in (
        (2.5, 6.9, (-1, 0)),
        (2.5, 4.2, (-1, 0)),
        (2.5, 0.6, (-1, 0)),
        (-2.6, 6.6, (1, 0)),
        (-2.6, 3.0, (1, 0)),
    ):
        robot(scene, (x, y, 0), towards, 1.35)


def _framed(scene: Scene, at: Triple, size: Triple) -> None:
    """Draw a block that is already a house in frame: floors around a core."""
    palette, (x, y, z) = scene.palette, at
    storey = size[2] / 3
    for level in range(3):
        core = (size[0] - 0.6, size[1] - 0.6, storey - 0.12)
        block(scene, (x + 0.3, y + 0.3, z + level * storey), core, palette.deep, DETAIL)
        block(scene, (x, y, z + (level + 1) * storey - 0.12), (size[0], size[1], 0.12), palette.pale, DETAIL)


def _last_tower(scene: Scene) -> None:
    palette = scene.palette
    city_tower(scene, (-1.05, -11.2, BELT), (2.1, 2.1, 6.0), Facade.RIBS, palette.pale)
    city_tower(scene, (-0.75, -10.9, BELT + 6.0), (1.5, 1.5, 1.9), Facade.BANDS, palette.pale)
    bar(scene, (0, -10.15, BELT + 7.9), "z", 0.09, 1.7, palette.pale, DETAIL, end_radius=0.02)


def _shops(scene: Scene) -> None:
    palette = scene.palette
    saw_tooth(scene, (4.6, -11.4, 0), (6.8, 4.6, 1.7), 4, palette.mid, palette.tone(0.62))
    laboratory(scene, (4.8, -5.6, 0), (4.4, 2.8, 2.4), 3, palette.pale, palette.tinted)
    plant_on_roof(scene, (5.2, -4.8, 2.4), (3.6, 0.9), 4)
    saw_tooth(scene, (4.6, -1.0, 0), (7.0, 5.0, 1.7), 4, palette.pale, palette.tone(0.4))
    chimney(scene, (11.2, -4.6, 0), 0.5, 5.6, palette.pale)
    chimney(scene, (11.2, -2.6, 0), 0.5, 5.0, palette.pale)
    for x in (5.4, 7.4):
        tank(scene, (x, 5.6, 0), 0.85, 1.6, palette.mid, 1)
    for x, y, z in ((2.6, 9.6, 0), (3.8, 9.6, 0), (3.2, 9.6, 0.95), (5.6, 8.4, 0)):
        crate(scene, (x, y, z), (1.05, 1.05, 0.95), palette.tinted)
