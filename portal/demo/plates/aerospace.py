"""The plate of aerospace: two stages meet at a ring frame."""

import math

from portal.demo.plates.isometry import Path, Point3, rim, silhouette
from portal.demo.plates.machines import gantry
from portal.demo.plates.palette import PALETTES, Material
from portal.demo.plates.rounded import bell
from portal.demo.plates.scene import DETAIL, HAIR, STROKE, Scene, Solid
from portal.demo.plates.solids import band, bar, block, disc, ring
from portal.demo.plates.stage import frame, grid, size_line, slab
from portal.demo.plates.surfaces import glow

AXIS = 2.75
RADIUS = 2.05


def aerospace() -> Scene:
    """Two stages on cradles, a glowing ring frame lowered between them by a gantry."""
    scene = Scene(PALETTES["aerospace"], 34.5, (-0.3, 0.1, 2.3))
    palette = scene.palette
    grid(scene, 20)
    slab(scene, (-10.4, -5.4), (9.8, 5.6), 0.45, (7, 4))
    for y in (-2.7, 2.5):
        block(scene, (-10.2, y, 0), (19.8, 0.22, 0.16), palette.mid, DETAIL)
    _stage(scene, -9.4, 6.6, (-8.4, -4.6), palette.pale)
    _joint(scene, -0.9)
    _stage(scene, 2.0, 5.4, (2.8, 5.8), palette.pale)
    _engines(scene, 7.4)
    gantry(scene, (-0.75, -4.6), 9.0, 6.5, "y", palette.mid, 0.51, 1.55)
    ring(scene, (-8.4, 4.55, 1.35), "y", 1.35, 1.0, 0.3, palette.tinted)
    size_line(scene, (2.0, 4.7), (7.4, 4.7))
    frame(scene)
    return scene


def _stage(scene: Scene, start: float, length: float, cradles: tuple[float, ...], material: Material) -> None:
    palette = scene.palette
    for x in cradles:
        block(scene, (x, -1.9, 0), (0.8, 3.8, 0.6), palette.deep)
        block(scene, (x, -1.9, 0.6), (0.8, 0.45, 1.0), palette.deep)
    hull = bar(scene, (start, 0, AXIS), "x", RADIUS, length, material)
    for share in (0.04, 0.3, 0.34, 0.62, 0.66, 0.95):
        band(hull, (start + length * share, 0, AXIS), "x", RADIUS)
    _stripe(hull, start + length * 0.34, start + length * 0.62)
    _rivets(hull, start, length)
    end = Point3(start + length, 0, AXIS)
    disc(hull, end, "x", RADIUS * 0.88, palette.tone(0.3))
    for radius in (0.66, 0.36):
        disc(hull, end, "x", RADIUS * radius, palette.tone(0.4 if radius > 0.5 else 0.6), width=DETAIL)
    for angle in range(0, 360, 30):
        turn = math.radians(angle)
        spoke = [
            Point3(end.x, RADIUS * share * math.cos(turn), AXIS + RADIUS * share * math.sin(turn))
            for share in (0.66, 0.88)
        ]
        hull.line(spoke, "", DETAIL)
    for x in cradles:
        block(scene, (x, 1.45, 0.6), (0.8, 0.45, 1.0), palette.deep)


def _stripe(hull: Solid, start: float, end: float) -> None:
    """Paint a dark belt of chequers on the hull, as on test stages."""
    palette, first = hull.scene.palette, silhouette("x")
    for cell in range(8):
        begin, finish = first + cell * 22.5, first + (cell + 1) * 22.5
        low, high = (start, (start + end) / 2) if cell % 2 else ((start + end) / 2, end)
        outline = Path.arc((low, 0, AXIS), *rim("x", RADIUS), begin, finish).then(
            Path.arc((high, 0, AXIS), *rim("x", RADIUS), finish, begin)
        )
        hull.path(outline, palette.tone(0.34 - cell * 0.03), width=HAIR)


def _rivets(hull: Solid, start: float, length: float) -> None:
    first = silhouette("x")
    for share in (0.1, 0.16, 0.72, 0.8, 0.88):
        for step in range(9):
            angle = math.radians(first + 14 + step * 19)
            point = Point3(start + length * share, RADIUS * math.cos(angle), AXIS + RADIUS * math.sin(angle))
            hull.line([point, point.moved(Point3(0.12, 0, 0))], "", STROKE)


def _joint(scene: Scene, x: float) -> None:
    palette = scene.palette
    frame_ring = ring(scene, (x, 0, AXIS), "x", RADIUS * 1.04, RADIUS * 0.8, 0.34, palette.hot)
    near = Point3(x + 0.34, 0, AXIS)
    for angle in range(0, 360, 18):
        turn = math.radians(angle)
        disc(
            frame_ring,
            (near.x, RADIUS * 0.92 * math.cos(turn), AXIS + RADIUS * 0.92 * math.sin(turn)),
            "x",
            0.07,
            palette.line,
            width=0,
        )
    glow(frame_ring, Path.arc(near, *rim("x", RADIUS * 1.04), 0, 360), 1.6, True)


def _engines(scene: Scene, x: float) -> None:
    palette = scene.palette
    for y, z in ((-0.95, 0.0), (0.0, 0.95), (0.0, -0.95), (0.95, 0.0)):
        bell(scene, (x, y, AXIS + z), "x", 0.72, 1.1, palette.mid)
