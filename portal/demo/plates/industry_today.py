"""The plate of industry today: a whole block of plants from edge to edge of the sheet."""

from portal.demo.plates.buildings import chimney, laboratory, plant_on_roof, saw_tooth, tank, tower, tree
from portal.demo.plates.isometry import Path, Point3
from portal.demo.plates.machines import container, gantry
from portal.demo.plates.palette import PALETTES
from portal.demo.plates.rounded import pipe
from portal.demo.plates.scene import DETAIL, HAIR, Scene
from portal.demo.plates.solids import bar, block
from portal.demo.plates.stage import frame
from portal.demo.plates.surfaces import cells, glow, hatch, rectangle, seams, top_of
from portal.demo.plates.transport import car, track, truck, wagon

ROADS = (-8.6, 4.6)
STREET = 1.7


def industry_today() -> Scene:
    """Shops, laboratories, a boiler house, tanks and a goods yard between two streets and a railway."""
    scene = Scene(PALETTES["steel"], 29, (0.2, 0.2, 1.2))
    _ground(scene)
    _north(scene)
    _middle(scene)
    _south(scene)
    _traffic(scene)
    frame(scene)
    return scene


def _ground(scene: Scene) -> None:
    palette, under = scene.palette, scene.under
    under.face([(-26, -26, 0), (26, -26, 0), (26, 26, 0), (-26, 26, 0)], palette.floor.top, width=0)
    scene.floor = [Point3(-26, -26, 0), Point3(26, -26, 0), Point3(26, 26, 0), Point3(-26, 26, 0)]
    for road in ROADS:
        under.face(
            [(-26, road, 0), (26, road, 0), (26, road + STREET, 0), (-26, road + STREET, 0)],
            palette.shadow(0.22),
            palette.tone(0.3),
            DETAIL,
        )
        under.line([(-26, road + STREET / 2, 0), (26, road + STREET / 2, 0)], palette.tone(0.62), 1.2, "9 8")
    for x in (-8.4, 7.4):
        under.face(
            [(x, -26, 0), (x + STREET, -26, 0), (x + STREET, 26, 0), (x, 26, 0)],
            palette.shadow(0.22),
            palette.tone(0.3),
            DETAIL,
        )
        under.line([(x + STREET / 2, -26, 0), (x + STREET / 2, 26, 0)], palette.tone(0.62), 1.2, "9 8")
    track(scene, (-26, 8.6), "x", 52)
    track(scene, (-26, 10.2), "x", 52)
    glow(under, Path.through([Point3(-26, 8.8, 0), Point3(26, 8.8, 0)]), 2.2)


def _north(scene: Scene) -> None:
    palette = scene.palette
    for x, y, wide, deep, tall in (
        (-18, -14.4, 3, 3.6, 3.2),
        (-13.6, -14.6, 3.6, 4, 4.4),
        (-5.6, -14.4, 3, 3.4, 5.4),
        (-1.4, -14.8, 3.2, 4, 3.6),
        (3.0, -14.4, 3.4, 3.6, 2.4),
    ):
        tower(scene, (x, y, 0), (wide, deep, tall), round(tall * 1.8), palette.tinted, 5, 0.5)
    laboratory(scene, (10.0, -14.4, 0), (6, 4.4, 2.2), 3, palette.pale, palette.tinted)
    laboratory(scene, (-18.4, -5.6, 0), (4.4, 4.0, 1.6), 2, palette.mid, palette.tinted)
    saw_tooth(scene, (-18.4, -0.4, 0), (6.4, 4.0, 1.5), 4, palette.mid, palette.tone(0.62))


def _middle(scene: Scene) -> None:
    palette = scene.palette
    saw_tooth(scene, (-6.2, -6.4, 0), (7.0, 4.6, 1.7), 5, palette.pale, palette.tone(0.4))
    laboratory(scene, (2.6, -6.4, 0), (4.0, 4.6, 2.9), 4, palette.pale, palette.tinted)
    plant_on_roof(scene, (3.0, -5.2, 2.9), (3.2, 1.2), 3)
    shop_at, shop = (-6.2, -0.4, 0), (6.0, 4.2, 1.5)
    shop_solid = block(scene, shop_at, shop, palette.mid)
    for cell in cells(top_of(shop_at, shop).part((0.04, 0.06), (0.96, 0.94)), 6, 3, (0.16, 0.2)):
        rectangle(shop_solid, cell, palette.tone(0.18))
        seams(shop_solid, cell, 3, 2, palette.tone(0.42), HAIR)
    for x in (1.4, 3.2, 5.0):
        tank(scene, (x, 0.8, 0), 0.8, 1.7, palette.pale, 1)
    pipe(
        scene,
        [(1.4, 0.8, 2.45), (1.4, 2.6, 2.45), (5.0, 2.6, 2.45), (5.0, 0.8, 2.45)],
        0.16,
        palette.tone(0.5),
        palette.tone(0.95),
    )
    for x in (2.3, 4.1):
        bar(scene, (x, 2.6, 0), "z", 0.07, 2.4, palette.deep, DETAIL)
    boiler(scene, (9.8, -6.2))
    for x, y in ((1.0, 3.8), (2.4, 3.8), (3.8, 3.8), (5.2, 3.8), (9.6, 1.4), (9.6, 2.8)):
        tree(scene, (x, y), 1.1)


def boiler(scene: Scene, at: tuple[float, float]) -> None:
    """Draw a boiler house with two chimneys and a bunker's conveyor."""
    (x, y), palette = at, scene.palette
    tower(scene, (x, y, 0), (4.6, 3.0, 2.2), 3, palette.pale, 0, 0.6)
    for across in (1.0, 2.8):
        chimney(scene, (x + across, y + 4.2, 0), 0.48, 5.6 - across * 0.3, palette.pale)
    block(scene, (x + 3.6, y + 3.4, 0), (1.4, 1.6, 1.1), palette.tinted)


def _south(scene: Scene) -> None:
    palette = scene.palette
    for row in range(2):
        for column in range(5):
            for level in range(1 + (row + column * 2) % 3):
                paint = (palette.pale, palette.tinted, palette.mid)[(row * 2 + column + level) % 3]
                container(scene, (-6.4 + column * 2.15, 12.6 + row * 1.35, level * 0.85), (2.0, 1.2, 0.85), paint)
    gantry(scene, (-1.2, 8.0), 7.6, 3.6, "y", palette.mid, 0.3, 1.2)
    for x in (-18.0, -14.6, -11.2, -4.0, 6.0, 9.4, 12.8):
        wagon(scene, (x, 10.2, 0), "x", palette.tinted if int(x) % 2 else palette.pale)
    for x in (-12.6, 1.4):
        wagon(scene, (x, 8.6, 0), "x", palette.pale, engine=True)
    hatch(scene.under, top_of((7.4, 12.4, 0), (8, 4, 0)), 0.7, palette.tone(0.24))
    laboratory(scene, (8.4, 12.6, 0), (5.6, 3.4, 1.7), 2, palette.pale, palette.tinted)


def _traffic(scene: Scene) -> None:
    palette = scene.palette
    for x, y in ((-3.6, 4.75), (2.6, 4.75), (11.4, 4.75), (-12.8, -8.45), (0.2, -8.45)):
        truck(scene, (x, y, 0), palette.tinted if x < 0 else palette.pale, 0.62)
    for x, y in ((-6.6, 5.55), (0.6, 5.6), (7.6, 5.55), (5.4, -7.7), (-4.6, -7.7)):
        car(scene, (x, y, 0), "x", 0.44, palette.pale)
    for x, y in ((-8.2, -4.2), (-7.5, 0.8), (7.6, -2.6), (8.3, 1.6)):
        car(scene, (x, y, 0), "y", 0.44, palette.pale)
