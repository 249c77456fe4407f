"""Plates of places in two times: a then and a now of each, no building that can be recognised."""

from portal.demo.plates.palette import HOT
from portal.demo.plates.scene import Scene
from portal.demo.plates.structures import robot_arm, sawtooth_hall, tower_block, tree


def alabushevo_then(scene: Scene) -> None:
    """Shops of early microelectronics."""
    scene.floor(-10, 10)
    for y in (-5.6, -2.2):
        tower_block(scene, (-5.6, y), (8.4, 2.4), 2.2)
    tower_block(scene, (-5.6, 1.4), (4, 2.6), 3.4)
    scene.box((0, 1.6, 0), (3, 2.2, 0.9), light=0.7)
    scene.cylinder((4.4, -4.6, 0), "z", 0.4, 4.8, light=0.8)
    scene.line([(-6.6, 5, 0.02), (6.2, 5, 0.02)], 900, width=2, dash="18 14")
    for x in (-5, -2.2, 0.6, 3.4):
        tree(scene, (x, 5.8))


def alabushevo_now(scene: Scene) -> None:
    """A new laboratory building with its courtyard."""
    scene.floor(-10, 10)
    tower_block(scene, (-5.6, -5.6), (9, 2.6), 3.4, 0.3, glazed=True)
    tower_block(scene, (-5.6, -2.8), (2.8, 6.4), 2.6, 0.2, glazed=True)
    scene.box((-1.6, -1.4, 0), (3.6, 3.4, 0.25), tint=0.12)
    scene.cylinder((0.2, 0.3, 0.25), "z", 1.1, 0.9, tint=0.4)
    tower_block(scene, (3.2, -2.2), (2.4, 5.6), 1.8, 0.35, glazed=True)
    scene.line([(-5.6, 3.6, 2.62), (-2.8, 3.6, 2.62), (-2.8, -2.8, 2.62)], 900, HOT, 8)
    for x in (-1.6, 0.2, 2.0):
        tree(scene, (x, 3.2))


def pechatniki_then(scene: Scene) -> None:
    """A saw-tooth shop with an assembly conveyor."""
    scene.floor(-11, 11)
    sawtooth_hall(scene, (-6.8, -5), bays=6, bay=1.7, depth=4.6, height=2.1, weathered=True)
    scene.box((-6.8, 1.2, 0), (12, 1.5, 0.4), light=0.7, depth=-8)
    for number in range(4):
        car(scene, (-6.2 + number * 3, 1.3), 0.05)
    scene.cylinder((-7.8, -5.4, 0), "z", 0.45, 6.2, light=0.8)
    scene.cylinder((-9, -4.6, 0), "z", 0.45, 5.4, light=0.8)


def pechatniki_now(scene: Scene) -> None:
    """The renewed shop: the same outline, new work inside."""
    scene.floor(-11, 11)
    sawtooth_hall(scene, (-6.8, -5), bays=6, bay=1.7, depth=4.6, height=2.1)
    tower_block(scene, (4.2, -5), (2.6, 4.6), 4.2, 0.3, glazed=True)
    scene.box((-6.8, 1.6, 0), (12, 1.4, 0.4), light=0.7, depth=-8)
    scene.line([(-6.8, 3, 0.42), (5.2, 3, 0.42)], 900, HOT, 9)
    for number in range(5):
        scene.box((-6.2 + number * 2.3, 1.9, 0.4), (1.1, 0.8, 0.5), tint=0.45)
    for x in (-5.4, -0.8, 3.4):
        robot_arm(scene, (x, 0.3), size=1.1)


def car(scene: Scene, at: tuple[float, float], tint: float) -> None:
    """Draw a plain saloon car."""
    x, y = at
    depth = x + y + 2
    scene.box((x, y, 0.55), (2.2, 1.1, 0.45), tint=tint, depth=depth)
    scene.box((x + 0.45, y + 0.08, 1.0), (1.15, 0.94, 0.42), tint=tint, depth=depth + 0.1)
    for dx in (0.45, 1.7):
        scene.ring((x + dx, y + 1.11, 0.58), "y", 0.24, depth + 0.2, fill=scene.tone(0.05))
