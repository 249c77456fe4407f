"""The plate of medical instruments: a glucometer, its strip, and the web from which strips are cut."""

from portal.demo.plates.isometry import Path, Point3, rim
from portal.demo.plates.palette import HOT, PALETTES
from portal.demo.plates.rounded import outline, rounded_block
from portal.demo.plates.scene import DETAIL, HAIR, Scene
from portal.demo.plates.solids import band, bar, block, disc
from portal.demo.plates.stage import frame, grid, size_line, slab
from portal.demo.plates.surfaces import Panel, cells, hatch, left_of, rectangle, right_of, seams, top_of


def meddevices() -> Scene:
    """A glucometer with a strip in its slot, a vial of strips and the press that cuts them from a web."""
    scene = Scene(PALETTES["meddevices"], 49, (0.2, 0.2, 1.45))
    grid(scene, 14)
    slab(scene, (-5.2, -5.4), (5.4, 5.4), 0.4)
    size_line(scene, (-2.6, 4.9), (1.2, 4.9))
    _press(scene)
    _meter(scene)
    _vial(scene)
    _strips(scene)
    frame(scene)
    return scene


def _meter(scene: Scene) -> None:
    palette = scene.palette
    x, y, wide, deep = -2.7, -1.9, 3.9, 5.0
    rounded_block(scene, (x + 0.12, y + 0.12, 0), (wide - 0.24, deep - 0.24, 0.3), 0.7, palette.deep)
    body = rounded_block(scene, (x, y, 0.3), (wide, deep, 0.62), 0.8, palette.pale)
    top = 0.92
    body.path(outline((x + 0.18, y + 0.18, top), (wide - 0.36, deep - 0.36), 0.64), "none", palette.tone(0.62), DETAIL)
    screen = Panel(Point3(x + 0.5, y + 0.5, top), Point3(wide - 1.0, 0, 0), Point3(0, 2.3, 0))
    body.path(outline((x + 0.45, y + 0.45, top), (wide - 0.9, 2.4), 0.3), palette.dark.left)
    seams(body, screen, 6, 4, palette.tone(0.14), HAIR)
    curve = ((0.04, 0.7), (0.2, 0.62), (0.32, 0.74), (0.46, 0.3), (0.58, 0.5), (0.72, 0.36), (0.96, 0.4))
    body.line([screen.at(*place) for place in curve], palette.tone(1), 2.6)
    for share, height in ((0.06, 0.1), (0.14, 0.14), (0.22, 0.08), (0.3, 0.16)):
        rectangle(body, screen.part((share, 0.94 - height), (share + 0.05, 0.94)), palette.tone(0.55), width=0)
    disc(body, (x + wide / 2, y + 3.8, top), "z", 0.52, palette.tone(0.6))
    disc(body, (x + wide / 2, y + 3.8, top), "z", 0.34, palette.tone(0.86), width=DETAIL)
    for dx in (-1.1, 1.1):
        body.path(outline((x + wide / 2 + dx - 0.32, y + 3.6, top), (0.64, 0.4), 0.18), palette.tone(0.4), width=DETAIL)
    slot = left_of((x, y, 0.3), (wide, deep, 0.62)).part((0.36, 0.2), (0.64, 0.55))
    rectangle(body, slot, palette.dark.right)
    _strip(scene, (x + wide * 0.39, y + deep - 0.1, 0.5), True)


def _strip(scene: Scene, at: tuple[float, float, float], used: bool) -> None:
    palette, size = scene.palette, (0.86, 1.9, 0.09)
    strip = block(scene, at, size, palette.tinted)
    top = top_of(at, size)
    rectangle(strip, top.part((0.0, 0.58), (1.0, 1.0)), palette.tone(0.95))
    for share in (0.18, 0.42, 0.66):
        rectangle(strip, top.part((share, 0.03), (share + 0.14, 0.78)), palette.tone(0.24), width=0)
    centre = top.at(0.5, 0.82)
    if used:
        strip.path(
            Path.arc(centre, *rim("z", 0.34), 0, 360), HOT, HOT, 9, extra=' stroke-opacity="0.25" fill-opacity="0.4"'
        )
        disc(strip, centre, "z", 0.24, HOT, width=DETAIL)
        strip.path(Path.arc(centre, *rim("z", 0.15), 150, 260), "none", "#FFFFFF", 1.6, False)
    else:
        disc(strip, centre, "z", 0.2, palette.tone(0.7), width=DETAIL)


def _vial(scene: Scene) -> None:
    palette, x, y = scene.palette, 3.5, -1.0
    body = bar(scene, (x, y, 0), "z", 1.02, 2.3, palette.tinted)
    for level in (0.5, 1.7):
        band(body, (x, y, level), "z", 1.02)
    label = Path.arc((x, y, 0.5), *rim("z", 1.02), 20, 120).then(Path.arc((x, y, 1.7), *rim("z", 1.02), 120, 20))
    body.path(label, palette.pale.left, width=DETAIL)
    for level in (0.75, 0.95, 1.15):
        body.path(Path.arc((x, y, level), *rim("z", 1.02), 60, 105), "none", palette.tone(0.3), 2, False)
    bar(scene, (x, y, 2.3), "z", 1.1, 0.2, palette.pale)
    inside = scene.solid((x - 1, y - 1, 2.5), (x + 1, y + 1, 3.4))
    disc(inside, (x, y, 2.5), "z", 0.86, palette.dark.left)
    for index in range(5):
        shift = -0.5 + index * 0.25
        lean = shift * 0.35
        foot = Panel(
            Point3(x - 0.3 + shift, y + 0.1 - shift * 0.5, 2.5),
            Point3(0.42, -0.1, 0),
            Point3(lean, -lean, 0.86 - abs(shift) * 0.3),
        )
        rectangle(inside, foot, palette.tone(0.93 - 0.1 * (index % 2)))
        rectangle(inside, foot.part((0.0, 0.6), (1.0, 1.0)), palette.tone(0.5))
    inside.path(Path.arc((x, y, 2.5), *rim("z", 0.86), 10, 130), "none", "", DETAIL, False)


def _strips(scene: Scene) -> None:
    for index in range(3):
        _strip(scene, (2.6 + index * 0.95, 2.2 + index * 0.25, 0), False)


def _press(scene: Scene) -> None:
    """Draw the roll of web at the far left, the cutting press and the table between them."""
    palette = scene.palette
    at, size = (-4.7, -4.6, 0), (8.6, 1.9, 0.8)
    table = block(scene, at, size, palette.mid)
    for cell in cells(left_of(at, size), 7, 1, (0.25, 0.4)):
        hatch(table, cell, 0.16)
    web = Panel(Point3(-3.4, -4.3, 0.8), Point3(7.1, 0, 0), Point3(0, 1.3, 0))
    rectangle(table, web, palette.tone(0.95))
    for index in range(18):
        share = index / 18
        tone = 0.5 if index < 9 else 0.62
        rectangle(table, web.part((share + 0.008, 0.12), (share + 0.04, 0.88)), palette.tone(tone), width=0)
    for y in (-4.7, -2.9):
        block(scene, (-4.5, y, 0.8), (0.5, 0.2, 1.5), palette.deep)
    roll = bar(scene, (-4.25, -4.4, 2.1), "y", 0.95, 1.4, palette.pale)
    for radius in (0.78, 0.6, 0.42):
        disc(roll, (-4.25, -3.0, 2.1), "y", radius, width=HAIR)
    disc(roll, (-4.25, -3.0, 2.1), "y", 0.26, palette.deep.left)
    for y in (-4.6, -2.95):
        block(scene, (-0.5, y, 0.8), (1.7, 0.25, 1.5), palette.tinted)
    head_at, head = (-0.6, -4.7, 2.3), (1.9, 2.1, 1.1)
    top = block(scene, head_at, head, palette.pale)
    rectangle(top, left_of(head_at, head).part((0.15, 0.25), (0.85, 0.75)), palette.dark.left)
    for cell in cells(left_of(head_at, head).part((0.15, 0.25), (0.85, 0.75)), 5, 1, (0.5, 0.6)):
        rectangle(top, cell, palette.tone(0.6), width=0)
    hatch(top, right_of(head_at, head).part((0.2, 0.2), (0.8, 0.8)), 0.2)
    bar(scene, (0.35, -3.65, 3.4), "z", 0.5, 0.4, palette.mid)
