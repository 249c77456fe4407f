"""The plate of the sites: ten plots on one plan, each a small plant with as many studs as its number."""

from collections.abc import Callable

from portal.demo.plates.buildings import chimney, laboratory, plant_on_roof, saw_tooth, tank, tower
from portal.demo.plates.isometry import Path, Point3, rim
from portal.demo.plates.palette import HOT, PALETTES
from portal.demo.plates.scene import DETAIL, HAIR, Scene
from portal.demo.plates.solids import block, disc
from portal.demo.plates.stage import frame, grid
from portal.demo.plates.surfaces import glow, hatch, top_of

PLOT = 3.0
RAISED = 0.32
# Where each of the ten plots lies, in the order of their numbers: the arrangement is a scheme.
# Given as places on the sheet: to the right and down.
SHEET = (
    (-7.0, -3.8),
    (-12.0, -1.5),
    (-6.6, 0.5),
    (-12.2, 2.8),
    (-5.6, 4.9),
    (0.6, 6.0),
    (12.0, -2.0),
    (6.4, 3.4),
    (11.9, 2.5),
    (0.4, -4.9),
)
SPOTS = tuple((down + right / 2 - PLOT / 2, down - right / 2 - PLOT / 2) for right, down in SHEET)
HUB = (0.9, -0.5)


def sites() -> Scene:
    """Ten raised plots around the rings of a city plan, tied to its centre."""
    scene = Scene(PALETTES["steel"], 34.5, (0, 0, 0.55))
    palette = scene.palette
    grid(scene, 24)
    for radius, width in ((2.2, 2.4), (4.6, 1.6), (7.4, 1.1)):
        scene.under.path(Path.arc((*HUB, 0), *rim("z", radius), 0, 360), "none", palette.tone(0.3), width)
    for angle in range(0, 360, 30):
        _ray(scene, angle)
    for x, y in SPOTS:
        _tie(scene, (x + PLOT / 2, y + PLOT / 2), palette.tone(0.62))
    disc(scene.under, (*HUB, 0), "z", 0.9, palette.tone(0.2), palette.tone(0.6))
    disc(scene.under, (*HUB, 0), "z", 0.3, palette.tone(0.9), width=0)
    for index, (x, y) in enumerate(SPOTS):
        _plot(scene, (x, y), index + 1)
        KINDS[index % len(KINDS)](scene, x, y)
    frame(scene)
    return scene


def _ray(scene: Scene, angle: float) -> None:
    first, last = (Path.arc((*HUB, 0), *rim("z", radius), angle, angle + 1).start for radius in (2.2, 7.4))
    scene.under.line([first, last], scene.palette.tone(0.18), DETAIL)


def _tie(scene: Scene, spot: tuple[float, float], colour: str) -> None:
    x, y = spot
    scene.under.line(
        [(*HUB, 0), (HUB[0], y, 0) if abs(y - HUB[1]) > abs(x - HUB[0]) else (x, HUB[1], 0), (x, y, 0)],
        colour,
        1.3,
        "6 5",
    )


def _plot(scene: Scene, at: tuple[float, float], order: int) -> None:
    (x, y), palette = at, scene.palette
    spot, size = (x, y, 0), (PLOT, PLOT, RAISED)
    ground = block(scene, spot, size, palette.tinted if order > 1 else palette.mid)
    if order == 1:
        glow(
            ground,
            Path.through(
                [Point3(x, y + PLOT, RAISED), Point3(x + PLOT, y + PLOT, RAISED), Point3(x + PLOT, y, RAISED)]
            ),
            2.2,
        )
    hatch(ground, top_of(spot, size).part((0.0, 0.86), (1.0, 1.0)), 0.24, palette.tone(0.3))
    for stud in range(order):
        disc(
            ground,
            (x + 0.2 + stud * 0.29, y + PLOT, RAISED / 2),
            "y",
            0.1,
            HOT if order == 1 else palette.tone(1),
            width=HAIR,
        )


def _shop(scene: Scene, x: float, y: float) -> None:
    saw_tooth(
        scene, (x + 0.3, y + 0.35, RAISED), (2.3, 1.9, 0.8), 3, scene.palette.pale, scene.palette.tone(0.4), gates=False
    )


def _labs(scene: Scene, x: float, y: float) -> None:
    laboratory(scene, (x + 0.3, y + 0.3, RAISED), (1.0, 2.0, 1.6), 3, scene.palette.pale, scene.palette.tinted)
    laboratory(scene, (x + 1.5, y + 0.9, RAISED), (1.2, 1.4, 0.9), 2, scene.palette.pale, scene.palette.tinted)


def _works(scene: Scene, x: float, y: float) -> None:
    laboratory(scene, (x + 0.3, y + 0.3, RAISED), (2.3, 1.1, 0.9), 2, scene.palette.pale, scene.palette.tinted)
    for across in (0.75, 1.6):
        tank(scene, (x + across, y + 2.0, RAISED), 0.36, 0.6, scene.palette.mid, 1)
    chimney(scene, (x + 2.4, y + 2.0, RAISED), 0.2, 2.2, scene.palette.pale, 1)


def _campus(scene: Scene, x: float, y: float) -> None:
    tower(scene, (x + 0.35, y + 0.35, RAISED), (1.0, 1.0, 2.3), 6, scene.palette.pale, 0, 0.34)
    block(scene, (x + 1.6, y + 0.4, RAISED), (1.1, 1.9, 0.6), scene.palette.pale)
    plant_on_roof(scene, (x + 1.7, y + 0.9, RAISED + 0.6), (0.9, 0.6), 2)


def _hangar(scene: Scene, x: float, y: float) -> None:
    saw_tooth(
        scene, (x + 0.3, y + 0.3, RAISED), (1.4, 2.1, 0.7), 2, scene.palette.mid, scene.palette.tone(0.6), gates=False
    )
    laboratory(scene, (x + 1.9, y + 0.5, RAISED), (0.8, 1.7, 1.3), 3, scene.palette.pale, scene.palette.tinted)


KINDS: tuple[Callable[[Scene, float, float], None], ...] = (_labs, _campus, _shop, _works, _hangar)
