"""The closing plate: a heavy press that stamps a chip; the floor below is its circuit."""

from portal.demo.plates.isometry import Path, Point3, Triple
from portal.demo.plates.palette import PALETTES
from portal.demo.plates.rounded import pipe, rounded_block
from portal.demo.plates.scene import DETAIL, HAIR, Scene
from portal.demo.plates.solids import band, bar, block, disc
from portal.demo.plates.stage import frame, grid, slab
from portal.demo.plates.surfaces import cells, glow, hatch, left_of, rectangle, right_of, seams, top_of

# Corners of the tracks that run from the press over the floor: each ends in a pad.
TRACKS: tuple[tuple[tuple[float, float], ...], ...] = (
    ((-1.5, 2.9), (-1.5, 3.9), (-3.3, 5.7)), ((-0.9, 2.9), (-0.9, 4.3), (-2.3, 5.7)), ((-0.3, 2.9), (-0.3, 5.7)),
    ((0.3, 2.9), (0.3, 5.2)), ((0.9, 2.9), (0.9, 4.1), (2.5, 5.7)), ((1.5, 2.9), (1.5, 3.7), (3.5, 5.7)),
    ((3.4, -1.5), (3.9, -1.5), (5.7, -3.3)), ((3.4, -0.9), (4.3, -0.9), (5.7, -2.3)), ((3.4, -0.3), (5.7, -0.3)),
    ((3.4, 0.3), (5.2, 0.3)), ((3.4, 0.9), (4.1, 0.9), (5.7, 2.5)), ((3.4, 1.5), (3.7, 1.5), (5.7, 3.5)),
    ((-3.4, 1.2), (-4.0, 1.2), (-5.7, 2.9)), ((-3.4, 0.4), (-5.4, 0.4)), ((-3.4, -0.4), (-4.6, -0.4), (-5.7, -1.5)),
)  # fmt: skip


def conclusion() -> Scene:
    """A four-column press over a chip whose pins glow; tracks of a circuit run from its foot to every side."""
    scene = Scene(PALETTES["steel"], 41, (0, 0, 2.6))
    grid(scene, 15)
    slab(scene, (-6, -6), (6, 6), 0.45, (2, 2))
    _tracks(scene)
    _press(scene)
    for x, y in ((3.8, 3.7), (-4.7, 4.1), (4.1, -4.7)):
        _part(scene, (x, y))
    frame(scene)
    return scene


def _tracks(scene: Scene) -> None:
    palette, under = scene.palette, scene.under
    for track in TRACKS:
        under.line([(x, y, 0) for x, y in track], palette.tone(0.42), 2.6)
        for place, radius in ((track[-1], 0.17), (track[-1], 0.07)):
            disc(under, (*place, 0), "z", radius, palette.tone(0.75 if radius > 0.1 else 0.05), width=0)


def _part(scene: Scene, at: tuple[float, float]) -> None:
    (x, y), palette = at, scene.palette
    size = (1.2, 0.8, 0.26)
    body = block(scene, (x, y, 0), size, palette.deep, DETAIL)
    for share in (0.15, 0.38, 0.61, 0.84):
        foot = left_of((x, y, 0), size).at(share, 0.4)
        body.line([foot, (foot.x, foot.y + 0.18, 0.0)], palette.tone(0.9), 2)
    disc(body, (x + 0.22, y + 0.4, 0.26), "z", 0.08, palette.tone(0.6), width=0)


def _press(scene: Scene) -> None:
    palette = scene.palette
    base_at, base = (-3.4, -2.6, 0), (6.8, 5.2, 1.0)
    foot = block(scene, base_at, base, palette.mid)
    for panel in (left_of(base_at, base), right_of(base_at, base)):
        for cell in cells(panel, 4, 1, (0.22, 0.36)):
            rectangle(foot, cell, palette.tone(0.16), width=HAIR)
            hatch(foot, cell, 0.2, palette.tone(0.34))
    block(scene, (-1.9, -1.9, 1.0), (3.8, 3.8, 0.4), palette.deep)
    _chip(scene, (-1.25, -1.25, 1.4))
    for x in (-3.1, 2.3):
        _upright(scene, (x, -1.2, 1.0))
    ram_at, ram = (-1.5, -1.1, 3.75), (3.0, 2.2, 0.55)
    die = block(scene, ram_at, ram, palette.tinted)
    for panel in (left_of(ram_at, ram), right_of(ram_at, ram)):
        seams(die, panel, 6, 1, width=HAIR)
    block(scene, (-1.9, -1.2, 4.3), (3.8, 2.4, 0.35), palette.pale)
    for x in (-1.1, 1.1):
        bar(scene, (x, 0, 4.65), "z", 0.42, 0.85, palette.pale)
    _crown(scene, (-3.4, -1.7, 5.5))


def _upright(scene: Scene, at: Triple) -> None:
    palette, size = scene.palette, (0.8, 2.4, 4.5)
    post = block(scene, at, size, palette.pale)
    rectangle(post, left_of(at, size).part((0.2, 0.06), (0.8, 0.94)), palette.tone(0.5))
    guide = right_of(at, size)
    rectangle(post, guide.part((0.12, 0.06), (0.88, 0.94)), palette.tone(0.24))
    for cell in cells(guide.part((0.12, 0.06), (0.88, 0.94)), 1, 5, (0.3, 0.3)):
        rectangle(post, cell, palette.tone(0.34), width=HAIR)


def _crown(scene: Scene, at: Triple) -> None:
    palette, size = scene.palette, (6.8, 3.4, 1.25)
    crown = block(scene, at, size, palette.pale)
    for panel, tone in ((left_of(at, size), 0.45), (right_of(at, size), 0.24)):
        rectangle(crown, panel.part((0.05, 0.2), (0.95, 0.8)), palette.tone(tone))
        seams(crown, panel.part((0.05, 0.2), (0.95, 0.8)), 6, 1)
    rectangle(crown, top_of(at, size).part((0.05, 0.08), (0.95, 0.92)), palette.tone(0.84))
    top = at[2] + size[2]
    for x in (-2.7, 2.7):
        bar(scene, (x, 0, top), "z", 0.42, 0.3, palette.deep, DETAIL)
    for x in (-1.1, 1.1):
        bar(scene, (x, 0, top), "z", 0.8, 0.2, palette.mid)
        drum = bar(scene, (x, 0, top + 0.2), "z", 0.62, 0.95, palette.mid)
        band(drum, (x, 0, top + 0.7), "z", 0.62)
        bar(scene, (x, 0, top + 1.15), "z", 0.34, 0.2, palette.deep, DETAIL)
        pipe(
            scene,
            [(x, 0.6, top + 0.6), (x, 1.25, top + 0.6), (x, 1.25, top + 0.06)],
            0.14,
            palette.tone(0.5),
            palette.tone(0.95),
        )


def _chip(scene: Scene, at: Triple) -> None:
    palette, (x, y, z) = scene.palette, at
    size = (2.5, 2.5, 0.3)
    pins = scene.solid((x - 0.4, y - 0.4, z), (x + 2.9, y + 2.9, z + 0.01))
    for index in range(9):
        along = 0.17 + index * 0.27
        for start, end in (
            ((x + along, y + 2.5), (x + along, y + 2.85)),
            ((x + 2.5, y + along), (x + 2.85, y + along)),
        ):
            pins.line([(*start, z + 0.02), (*end, z + 0.02)], palette.tone(0.95), 2.6)
    body = rounded_block(scene, at, size, 0.16, palette.deep)
    core = top_of(at, size).part((0.26, 0.26), (0.74, 0.74))
    glow(body, Path.through(core.corners()), 2.0, True)
    rectangle(body, core, palette.hot.top)
    for cell in cells(core, 4, 4, (0.3, 0.3)):
        rectangle(body, cell, palette.hot.left, width=0)
    disc(body, Point3(x + 0.32, y + 0.32, z + 0.3), "z", 0.1, palette.tone(0.6), width=0)
