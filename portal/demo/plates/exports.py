"""The plate of exports: from the crate on the quay by ship and by air around a dotted globe."""

import math

from portal.demo.plates.isometry import Path, Point3, Triple
from portal.demo.plates.machines import container, crate, gantry
from portal.demo.plates.palette import HOT, PALETTES
from portal.demo.plates.scene import DETAIL, Scene, Solid
from portal.demo.plates.solids import block, dome
from portal.demo.plates.stage import frame, grid
from portal.demo.plates.surfaces import glow, hatch, top_of
from portal.demo.plates.transport import aeroplane, ship

RADIUS = 5.0
GLOBE = Point3(2.2, -3.6, 0)
ORIGIN = (118.0, 52.0)
# Where the routes end: longitude and latitude on the drawn globe, which shows no real coast.
ENDS = ((20.0, 22.0), (60.0, 12.0), (98.0, 18.0), (-20.0, 40.0))


def exports() -> Scene:
    """A globe of dots with routes rises from the sea; a ship leaves the quay of crates, an aeroplane passes over."""
    scene = Scene(PALETTES["steel"], 38, (-0.4, 0.6, 1.7))
    palette = scene.palette
    grid(scene, 18)
    _sea(scene)
    _globe(scene)
    _quay(scene)
    ship(scene, (-3.2, 3.3, 0), 8.2, 2.0, (palette.tinted, palette.pale, palette.mid))
    aeroplane(scene, (-7.4, -3.4, 3.2), 0.8)
    frame(scene)
    return scene


def _sea(scene: Scene) -> None:
    palette, under = scene.palette, scene.under
    for row in range(-7, 8):
        for part in range(-7, 8, 2):
            x, y = part + (row % 2) * 0.9, row * 0.95
            under.line([(x, y, 0), (x + 0.8, y, 0)], palette.tone(0.2), DETAIL)
    for wake in range(4):
        under.line(
            [(-3.6 - wake * 0.7, 3.4 - wake * 0.1, 0), (-3.6 - wake * 0.7, 5.2 + wake * 0.1, 0)],
            palette.tone(0.5),
            DETAIL,
        )


def _point(longitude: float, latitude: float, height: float = 1.0) -> Point3:
    turn, rise = math.radians(longitude - 45), math.radians(latitude)
    radius = RADIUS * height
    return Point3(
        GLOBE.x + radius * math.cos(rise) * math.cos(turn),
        GLOBE.y + radius * math.cos(rise) * math.sin(turn),
        radius * math.sin(rise),
    )


def _seen(point: Point3) -> bool:
    return sum(point) - sum(GLOBE) > RADIUS * 0.16


def _globe(scene: Scene) -> None:
    palette = scene.palette
    globe = dome(scene, GLOBE, RADIUS, RADIUS, palette.tinted, rings=16)
    for latitude in range(3, 88, 6):
        count = max(1, round(60 * math.cos(math.radians(latitude))))
        for index in range(count):
            point = _point(index * 360 / count + latitude, latitude)
            if _seen(point):
                _dot(globe, point, palette.tone(0.9), 0.06)
    start = _point(*ORIGIN)
    for index, end in enumerate(ENDS):
        _route(globe, end, index == 1)
    _dot(globe, start, HOT, 0.2)


def _dot(globe: Solid, centre: Point3, fill: str, radius: float) -> None:
    x, y = globe.scene.on_sheet(centre)
    size = radius * globe.scene.scale
    globe.mark(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{fill}"/>')


def _route(globe: Solid, end: tuple[float, float], hot: bool) -> None:
    points = []
    for step in range(25):
        share = step / 24
        longitude = ORIGIN[0] + (end[0] - ORIGIN[0]) * share
        latitude = ORIGIN[1] + (end[1] - ORIGIN[1]) * share
        points.append(_point(longitude, latitude, 1 + 0.3 * math.sin(math.pi * share)))
    if hot:
        glow(globe, Path.through(points), 2.4)
    else:
        globe.line(points, globe.scene.palette.tone(1), 1.5, "6 4")
    _dot(globe, points[-1], HOT if hot else globe.scene.palette.tone(1), 0.14)


def _quay(scene: Scene) -> None:
    palette = scene.palette
    at, size = (-8.2, 0.6, 0), (4.4, 5.6, 0.45)
    quay = block(scene, at, size, palette.mid)
    hatch(quay, top_of(at, size).part((0.88, 0), (1, 1)), 0.3, palette.tone(0.3))
    top = size[2]
    for x, y, z in ((-7.8, 1.0, 0), (-7.8, 2.3, 0), (-7.8, 3.6, 0), (-7.8, 1.6, 0.9), (-6.0, 1.0, 0), (-6.0, 2.3, 0)):
        container(scene, (x, y, top + z), (1.6, 1.15, 0.9), palette.tinted if z else palette.pale)
    for x, y in ((-6.2, 4.2), (-7.6, 5.1), (-5.2, 4.2)):
        crate(scene, (x, y, top), (0.8, 0.8, 0.7), palette.tinted)
    gantry(scene, (-4.4, 1.2), 4.4, 4.0, "y", palette.mid, 0.66, 1.4)
    _hooked(scene, (-4.75, 3.8, 2.0))


def _hooked(scene: Scene, at: Triple) -> None:
    crate(scene, at, (0.7, 0.7, 0.6), scene.palette.pale)
