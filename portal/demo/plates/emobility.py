"""The plate of electric cars: a chassis taken apart in layers, and the line of cells that feeds it."""

from portal.demo.plates.isometry import Path, Point3
from portal.demo.plates.machines import conveyor, robot
from portal.demo.plates.palette import PALETTES, Material
from portal.demo.plates.rounded import rounded_block
from portal.demo.plates.scene import DETAIL, HAIR, Scene
from portal.demo.plates.solids import bar, block, disc
from portal.demo.plates.stage import frame, grid, size_line, slab
from portal.demo.plates.surfaces import cells, glow, hatch, left_of, rectangle, right_of, seams, top_of

LENGTH, WIDTH = 9.0, 4.0
LOW = 0.55


def emobility() -> Scene:
    """Chassis, battery and lid as layers over one another; behind them cells ride a line to a robot."""
    scene = Scene(PALETTES["emobility"], 44, (0.1, 0.1, 2.3))
    palette = scene.palette
    grid(scene, 18)
    slab(scene, (-6.6, -6.0), (7.0, 6.0), 0.4, (5, 4))
    _chassis(scene, (-4.4, -0.6))
    _battery(scene, (-2.7, -0.25, 2.3))
    _lid(scene, (-2.7, -0.25, 5.3))
    _guides(scene)
    conveyor(scene, (-6.2, -4.9, 0), "x", 12.6, 1.3, 0.8, 0.6)
    for index in range(13):
        _cell(scene, (-5.6 + index * 0.92, -4.25, 0.8), palette.tinted if index % 3 else palette.pale)
    robot(scene, (5.2, -2.5, 0), (0, -1), 1.4)
    size_line(scene, (-4.4, 4.9), (4.6, 4.9))
    frame(scene)
    return scene


def _chassis(scene: Scene, at: tuple[float, float]) -> None:
    (x, y), palette = at, scene.palette
    for wheel in (x + 1.35, x + LENGTH - 1.35):
        _wheel(scene, (wheel, y - 0.05), False)
    tray = (x, y + 0.3, LOW)
    deck = rounded_block(scene, tray, (LENGTH, WIDTH - 0.6, 0.42), 0.5, palette.mid)
    size = (LENGTH, WIDTH - 0.6, 0.42)
    well = top_of(tray, size).part((0.19, 0.1), (0.81, 0.9))
    rectangle(deck, well, palette.deep.right)
    hatch(deck, well, 0.34, palette.tone(0.3))
    for share in (0.03, 0.86):
        hub = top_of(tray, size).part((share, 0.3), (share + 0.11, 0.7))
        rectangle(deck, hub, palette.tone(0.9))
        seams(deck, hub, 3, 1)
    for wheel in (x + 1.35, x + LENGTH - 1.35):
        _wheel(scene, (wheel, y + WIDTH - 0.45), True)
    for motor in (x + 0.95, x + LENGTH - 1.75):
        bar(scene, (motor + 0.4, y + 1.3, LOW + 0.85), "y", 0.45, 1.4, palette.pale)


def _wheel(scene: Scene, at: tuple[float, float], near: bool) -> None:
    (x, y), palette = at, scene.palette
    tyre = bar(scene, (x, y, 0.82), "y", 0.82, 0.5, palette.deep)
    centre = Point3(x, y + 0.5, 0.82)
    disc(tyre, centre, "y", 0.82, palette.dark.left)
    disc(tyre, centre, "y", 0.56, palette.pale.left)
    disc(tyre, centre, "y", 0.2, palette.deep.left, width=DETAIL)
    if near:
        for dx, dz in ((0.38, 0), (0.12, 0.36), (-0.31, 0.22), (-0.31, -0.22), (0.12, -0.36)):
            disc(tyre, (x + dx, y + 0.5, 0.82 + dz), "y", 0.1, palette.dark.left, width=0)


def _battery(scene: Scene, at: tuple[float, float, float]) -> None:
    palette, (x, y, z) = scene.palette, at
    size = (5.6, 3.3, 0.24)
    block(scene, at, size, palette.mid)
    columns, rows = 6, 3
    for row in range(rows):
        for column in range(columns):
            spot = (x + 0.16 + column * 0.9, y + 0.14 + row * 1.04, z + 0.24)
            _module(
                scene,
                spot,
                palette.hot if (column, row) == (3, 2) else palette.tinted if (column + row) % 2 else palette.pale,
            )


def _module(scene: Scene, at: tuple[float, float, float], material: Material) -> None:
    size = (0.78, 0.92, 0.56)
    box = block(scene, at, size, material)
    for cell in cells(top_of(at, size), 2, 4, (0.35, 0.35)):
        rectangle(box, cell, scene.palette.line if material is scene.palette.hot else material.left, width=0)
    seams(box, left_of(at, size), 4, 1, width=HAIR)
    seams(box, right_of(at, size), 4, 1, width=HAIR)
    if material is scene.palette.hot:
        glow(box, Path.through([*top_of(at, size).corners()]), 1.8, True)


def _lid(scene: Scene, at: tuple[float, float, float]) -> None:
    palette, size = scene.palette, (5.6, 3.3, 0.2)
    lid = rounded_block(scene, at, size, 0.3, palette.pale)
    for cell in cells(top_of(at, size).part((0.05, 0.08), (0.95, 0.92)), 5, 1, (0.25, 0)):
        rectangle(lid, cell, palette.tone(0.84))
    for cell in cells(top_of(at, size).part((0.05, 0.08), (0.95, 0.92)), 5, 1, (0.6, 0.3)):
        rectangle(lid, cell, palette.tone(0.72), width=0)


def _guides(scene: Scene) -> None:
    """Draw the dashed lines along which the layers come together."""
    colour = scene.palette.tone(0.8)
    for x, y in ((-2.7, 3.05), (2.9, 3.05), (2.9, -0.25)):
        for low, high in ((LOW + 0.42, 2.3), (2.54, 5.3)):
            guide = scene.solid((x, y, low), (x + 0.01, y + 0.01, high))
            guide.line([(x, y, low), (x, y, high)], colour, 1.2, "5 4")


def _cell(scene: Scene, at: tuple[float, float, float], material: Material) -> None:
    x, y, z = at
    bar(scene, at, "z", 0.33, 1.0, material)
    bar(scene, (x, y, z + 1.0), "z", 0.14, 0.12, scene.palette.pale, DETAIL)
