"""The plate of pharmaceutics: reactors and vials."""

from portal.demo.plates.isometry import Path, Point3, rim
from portal.demo.plates.machines import conveyor
from portal.demo.plates.palette import PALETTES
from portal.demo.plates.rounded import pipe, rounded_block, vial
from portal.demo.plates.scene import DETAIL, Scene
from portal.demo.plates.solids import band, bar, block, disc, dome
from portal.demo.plates.stage import frame, grid, size_line, slab
from portal.demo.plates.surfaces import glow, hatch, left_of, rectangle, right_of, seams

BELT = 0.9
ROW = 3.0


def pharma() -> Scene:
    """Two reactors, the pipes between them and the line on which vials are filled and capped."""
    scene = Scene(PALETTES["pharma"], 39, (0, 0, 2.45))
    palette = scene.palette
    grid(scene, 16)
    slab(scene, (-6.6, -5.8), (6.8, 6.0), 0.4, (4, 4))
    size_line(scene, (-6.0, 5.2), (6.2, 5.2))
    _reactor(scene, (-3.6, -2.6), 1.75, 3.5)
    _reactor(scene, (0.9, -3.6), 1.3, 2.8)
    steel, shine = palette.mid.left, palette.pale.top
    pipe(
        scene,
        [(-3.6, -2.6, 6.5), (-3.6, -2.6, 7.0), (0.9, -2.6, 7.0), (0.9, -3.6, 7.0), (0.9, -3.6, 5.6)],
        0.2,
        steel,
        shine,
    )
    pipe(scene, [(0.9, -3.6, 0.9), (0.9, -3.6, 0.45), (4.4, -3.6, 0.45), (4.4, -0.4, 0.45)], 0.2, steel, shine)
    _cabinet(scene)
    _filling(scene)
    for x, y, z in ((5.2, 0.1, 0), (5.2, 0.1, 0.6), (5.2, 1.1, 0)):
        carton = block(scene, (x, y, z), (1.1, 0.8, 0.6), palette.pale)
        rectangle(
            carton, right_of((x, y, z), (1.1, 0.8, 0.6)).part((0.2, 0.3), (0.8, 0.7)), palette.tone(0.54), width=0
        )
    frame(scene)
    return scene


def _reactor(scene: Scene, at: tuple[float, float], radius: float, height: float) -> None:
    (x, y), palette = at, scene.palette
    base = 1.25
    for dx, dy in ((-0.62, -0.62), (0.75, -0.75), (-0.75, 0.75), (0.62, 0.62)):
        bar(scene, (x + dx * radius, y + dy * radius, 0), "z", 0.13, base, palette.deep, DETAIL)
    bar(scene, (x, y, base - 0.55), "z", 0.3, 0.6, palette.mid, end_radius=radius)
    body = bar(scene, (x, y, base), "z", radius, height, palette.pale)
    for share in (0.06, 0.5, 0.94):
        band(body, (x, y, base + height * share), "z", radius)
    for start, tall, tone in ((16, 0.7, 0.3), (16, 0.34, 0.5)):
        low, high = base + height * 0.16, base + height * (0.16 + tall)
        angles = (start, start + 14)
        window = Path.arc((x, y, low), *rim("z", radius), *angles).then(
            Path.arc((x, y, high), *rim("z", radius), angles[1], angles[0])
        )
        body.path(window, palette.tone(tone), width=DETAIL)
    for level in range(6):
        mark = base + height * (0.2 + level * 0.11)
        body.path(Path.arc((x, y, mark), *rim("z", radius), 62, 70 if level % 2 else 76), "none", "", DETAIL, False)
    flange = bar(scene, (x, y, base + height), "z", radius * 1.06, 0.16, palette.mid)
    for angle in range(-35, 130, 12):
        bolt = Path.arc((x, y, base + height + 0.08), *rim("z", radius * 1.06), angle, angle + 2.5)
        flange.path(bolt, "none", palette.tone(1), 2.2, False)
    top = base + height + 0.16
    dome(scene, (x, y, top), radius * 0.98, radius * 0.5, palette.pale)
    bar(scene, (x, y, top + radius * 0.46), "z", 0.3, 0.3, palette.mid)
    bar(scene, (x, y, top + radius * 0.46 + 0.3), "z", 0.22, 0.75, palette.deep)


def _cabinet(scene: Scene) -> None:
    palette = scene.palette
    at, size = (3.6, -1.9, 0), (1.8, 1.5, 3.0)
    box = block(scene, at, size, palette.tinted)
    rectangle(box, left_of(at, size).part((0.14, 0.52), (0.86, 0.9)), palette.dark.left)
    curve = left_of(at, size).part((0.14, 0.52), (0.86, 0.9))
    box.line(
        [curve.at(across, up) for across, up in ((0.08, 0.3), (0.25, 0.45), (0.4, 0.35), (0.6, 0.7), (0.92, 0.75))],
        palette.tone(0.95),
        1.4,
    )
    hatch(box, left_of(at, size).part((0.2, 0.1), (0.8, 0.3)), 0.16)
    seams(box, right_of(at, size), 2, 1)


def _filling(scene: Scene) -> None:
    palette = scene.palette
    conveyor(scene, (-6.2, ROW - 0.75, 0), "x", 12.2, 1.5, BELT, 0.6)
    block(scene, (-0.55, ROW - 1.6, 0), (2.9, 0.7, 3.8), palette.mid)
    for number in range(12):
        x = -5.6 + number * 1.0
        level = 0.0 if number < 5 else 0.35 if number == 5 else 0.66
        liquid = palette.hot if number == 6 else palette.tinted
        vial(scene, (x, ROW, BELT), 0.36, 1.0, level, number > 8, liquid)
    mouth = scene.solid((0.3, ROW - 0.1, BELT + 1.7), (0.5, ROW + 0.1, 3.8))
    glow(mouth, Path.through([Point3(0.4, ROW, 3.75), Point3(0.4, ROW, BELT + 1.45)]), 2.4)
    for x in (-0.6, 1.4):
        needle = scene.solid((x - 0.05, ROW - 0.05, 2.7), (x + 0.05, ROW + 0.05, 3.8))
        needle.line([(x, ROW, 3.8), (x, ROW, 2.9)], palette.tone(1), 2)
    at, size = (-1.0, ROW - 1.6, 3.8), (2.8, 2.0, 0.8)
    head = rounded_block(scene, at, size, 0.2, palette.pale)
    rectangle(head, left_of(at, size).part((0.12, 0.3), (0.88, 0.7)), palette.tone(0.3))
    for share in (0.25, 0.5, 0.75):
        panel = left_of(at, size)
        disc(head, panel.at(share, 0.5), "y", 0.13, palette.tone(0.9), width=DETAIL)
