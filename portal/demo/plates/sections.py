"""Plates of the article's sections."""

import math

from portal.demo.plates.palette import HOT
from portal.demo.plates.scene import Scene
from portal.demo.plates.structures import (
    crane,
    machine_tool,
    robot_arm,
    sawtooth_hall,
    skyscraper,
    tank,
    tower_block,
    tree,
)


def opening(scene: Scene) -> None:
    """A city that grows out of a shop floor."""
    scene.floor(-18, 18)
    skyline = (3.0, 4.4, 3.6, 5.6, 7.4, 6.0, 8.6, 6.6, 7.8, 5.0, 6.0, 3.8, 4.6, 2.8)
    for number, height in enumerate(skyline):
        along = (number - 6.5) * 1.5
        back = 1.1 if number % 2 else 0
        skyscraper(
            scene, (-6.2 + along - back, -6.2 - along - back), (1.5, 1.5), height, tint=0.14 if height > 6.4 else 0
        )
    sawtooth_hall(scene, (-10.4, 2.2), bays=3, bay=1.5, depth=4, height=1.6)
    sawtooth_hall(scene, (-5.4, -2.6), bays=4, bay=1.5, depth=4.4, height=1.9)
    sawtooth_hall(scene, (2.6, -7.4), bays=3, bay=1.5, depth=3.6, height=1.6)
    for number in range(3):
        tank(scene, (8.2 + number * 1.5, -8.4 - number * 0.2), 0.62, 2.0)
    scene.cylinder((-10.6, 0.8, 0), "z", 0.34, 4.6, light=1.2)
    scene.cylinder((1.4, -6.4, 0), "z", 0.34, 5.4, light=1.2)
    for x, y in ((3.2, -1.6), (3.2, 0.6), (6.4, -2.4)):
        machine_tool(scene, (x, y))
    robot_arm(scene, (6.0, 0.4))
    robot_arm(scene, (-3.4, 3.0))
    robot_arm(scene, (-0.2, 3.0))
    scene.box((-5.6, 4.4, 0), (15, 1.1, 0.35), light=0.7, depth=-9)
    for number in range(8):
        scene.box((-5.2 + number * 1.8, 4.5, 0.35), (0.9, 0.9, 0.5), tint=0.25)
    scene.line([(-5.6, 5.5, 0.37), (9.4, 5.5, 0.37)], 900, HOT, 9)
    crane(scene, (-8.2, -0.6), 6.0)


def workforce(scene: Scene) -> None:
    """Consoles, a line and an assembling robot."""
    scene.floor(-10, 10)
    scene.box((-5.5, 0.4, 0), (11, 1.5, 0.7), light=0.7, depth=-6)
    for number in range(6):
        scene.box((-5 + number * 1.8, 0.7, 0.7), (0.9, 0.9, 0.45), tint=0.3 if number % 2 else 0)
    scene.line([(-5.5, 1.9, 0.72), (5.5, 1.9, 0.72)], 900, HOT, 9)
    for x in (-4, -0.6, 2.8):
        robot_arm(scene, (x, -1.6), size=1.35)
    for x in (-3.8, 0, 3.8):
        scene.box((x, 3.6, 0), (1.7, 0.8, 1))
        scene.face(
            [(x, 3.75, 1.05), (x + 1.7, 3.75, 1.05), (x + 1.7, 3.35, 2.1), (x, 3.35, 2.1)], scene.tone(0.3, 0.45), 8 + x
        )
        for row in range(3):
            height = 1.3 + row * 0.22
            scene.line(
                [(x + 0.2, 3.66 - row * 0.09, height), (x + 1.0 + 0.2 * row, 3.66 - row * 0.09, height)],
                8.1 + x,
                width=2,
            )
    for x in (-6.5, -3.2, 0.1, 3.4):
        scene.box((x, -4.6, 0), (2.6, 0.5, 2.6), light=0.8)
        scene.hatch(
            [(x + 0.2, -4.1, 0.5), (x + 2.4, -4.1, 0.5), (x + 2.4, -4.1, 2.2), (x + 0.2, -4.1, 2.2)], 0.14, -1.9 + x
        )


def education(scene: Scene) -> None:
    """A training lathe and a drawing board."""
    scene.floor(-8, 8)
    scene.box((-4.2, -0.4, 0), (5, 1.5, 1.1), light=0.9)
    scene.box((-4.2, -0.3, 1.1), (1.3, 1.3, 1.3), tint=0.15)
    scene.cylinder((-2.9, 0.35, 1.75), "x", 0.42, 0.35, light=1.3)
    scene.cylinder((-2.55, 0.35, 1.75), "x", 0.2, 2.1, tint=0.55, light=1.2, depth=-0.6)
    scene.box((-0.4, -0.1, 1.1), (0.8, 0.9, 0.8))
    scene.box((-1.7, 0.75, 1.1), (0.7, 0.5, 0.55), tint=0.2, depth=1)
    scene.line([(-2.5, 0.62, 1.62), (-0.5, 0.62, 1.62)], 900, HOT, 8)
    board = [(1.8, 2.9, 0.9), (4.6, 2.9, 0.9), (4.6, 1.5, 3.3), (1.8, 1.5, 3.3)]
    scene.line([(2.1, 2.2, 0), (2.1, 2.2, 1.9)], 4, width=7)
    scene.line([(4.3, 2.2, 0), (4.3, 2.2, 1.9)], 6, width=7)
    scene.face(board, scene.tone(0.72, 0.1), 7)
    ink = scene.palette.ground
    for x, z, r in ((2.7, 1.8, 0.42), (3.7, 2.3, 0.3)):
        centre = (x, 2.9 - (z - 0.9) * 0.583, z)
        ring = [
            (
                centre[0] + r * math.cos(a / 8 * math.pi),
                centre[1] - r * 0.5 * math.sin(a / 8 * math.pi),
                centre[2] + r * 0.86 * math.sin(a / 8 * math.pi),
            )
            for a in range(16)
        ]
        scene.face(ring, "none", 7.1, ink, 3)
    for z in (1.15, 1.32, 2.85):
        scene.line([(2.0, 2.9 - (z - 0.9) * 0.583, z), (4.4, 2.9 - (z - 0.9) * 0.583, z)], 7.1, ink, 2)
    for number in range(3):
        scene.box((-4.4 + number * 1.9, 3.2, 0), (1.3, 0.9, 0.75), light=0.8)
        scene.box((-4.3 + number * 1.9, 3.3, 0.75), (1.1, 0.7, 0.06), tint=0.4)
    for x in (-5.6, -3.4, -1.2, 1.0):
        scene.box((x, -3.6, 0), (1.9, 0.4, 2.4), light=0.75)
        for shelf in (0.7, 1.4, 2.1):
            scene.line([(x + 0.12, -3.2, shelf), (x + 1.78, -3.2, shelf)], x - 2.4, width=2)


def industry_today(scene: Scene) -> None:
    """A whole industrial block from above."""
    scene.floor(-16, 16)
    sawtooth_hall(scene, (-8, -7), bays=5, bay=1.4, depth=4, height=1.5)
    sawtooth_hall(scene, (-8, -1.6), bays=3, bay=1.4, depth=3.4, height=1.3)
    for x, y, w, d, h, tint in (
        (0.6, -7, 4, 3, 2.2, 0.1),
        (5.4, -7, 3, 5, 3.2, 0.2),
        (-2.6, -1.6, 3, 3.4, 2.6, 0),
        (1.4, -2.6, 3, 4, 1.2, 0.15),
        (-8, 3, 4, 3, 1.6, 0.2),
        (-3, 3, 5, 3.4, 1.0, 0),
        (5.4, 0, 3, 3, 4.2, 0.1),
    ):
        tower_block(scene, (x, y), (w, d), h, tint)
    for number in range(4):
        tank(scene, (3.4 + number * 1.5, 4.6), 0.6, 1.5 + 0.3 * (number % 2))
    for x, y, h in ((-1.2, -5.2, 5), (-0.2, -5.2, 6)):
        scene.cylinder((x, y, 0), "z", 0.3, h, light=1.2)
    for x, y in ((-9.4, -5), (-9.4, -3), (-9.4, -1), (-9.4, 1), (9.6, -4), (9.6, -2), (9.6, 0), (9.6, 2)):
        tree(scene, (x, y))
    scene.line([(-10.5, 7.2, 0.02), (10.5, 7.2, 0.02)], 900, HOT, 9)
    scene.line([(-10.5, 7.8, 0.02), (10.5, 7.8, 0.02)], 900, width=2, dash="18 14")
    for x in (-7, -2.5, 2, 6.5):
        scene.box((x, 7.25, 0.05), (1.6, 0.5, 0.6), tint=0.35, depth=950)


def zone_history(scene: Scene) -> None:
    """Old saw-tooth shops that become a clean laboratory building."""
    scene.floor(-12, 12)
    sawtooth_hall(scene, (-7.6, -3), bays=5, bay=1.45, depth=5.2, height=2.1, weathered=True)
    tower_block(scene, (0.6, -3.4), (4.6, 2.4), 3.6, 0.25, glazed=True)
    tower_block(scene, (0.6, -0.6), (4.6, 2.6), 2.0, 0.12, glazed=True)
    scene.line([(0.15, -4.4, 0.02), (0.15, 4.4, 0.02)], -500, HOT, 7)
    scene.line([(0.15, 3.2, 0), (0.15, 3.2, 4.4)], 900, HOT, 6)
    scene.cylinder((-8.4, -3.6, 0), "z", 0.4, 6, light=0.8)
    for number in range(3):
        tree(scene, (6.2, -3 + number * 1.9))
        tree(scene, (1.4 + number * 1.5, 3.2))
    crane(scene, (2.4, -5.2), 6.4)
    scene.dimension((0.6, 2.6, 0.02), (5.2, 2.6, 0.02))


def benefits(scene: Scene) -> None:
    """A stair of rising steps and a container at a customs line."""
    scene.floor(-12, 12)
    for number, height in enumerate((0.6, 1.9, 3.9)):
        x = -7.6 + number * 2.5
        scene.box((x, -3.4, 0), (2.5, 4, height), tint=0.16 * (number + 1), hot=number == 0)
        scene.hatch([(x, 0.6, 0), (x + 2.5, 0.6, 0), (x + 2.5, 0.6, height), (x, 0.6, height)], 0.1, x - 1.1)
    scene.line([(1.6, -5.4, 0.02), (1.6, 5.8, 0.02)], -400, HOT, 8, "34 20")
    for y in (-4.6, 4.8):
        scene.box((1.42, y, 0), (0.36, 0.36, 2.6))
    scene.line([(1.6, 4.9, 2.5), (1.6, 2.2, 2.5)], 900, HOT, 8)
    container(scene, (-2.4, 2.6), 0.45)
    container(scene, (2.6, -3.6), 0.15)
    container(scene, (2.6, -1.4), 0.3)
    container(scene, (2.6, 0.8), 0.1)
    container(scene, (3.2, 3.0), 0.4)
    scene.line([(-2.2, 4.5, 0.02), (1.1, 4.5, 0.02)], 900, width=4)
    scene.line([(0.7, 4.2, 0.02), (1.1, 4.5, 0.02), (0.7, 4.8, 0.02)], 900, width=4)


def container(scene: Scene, at: tuple[float, float], tint: float) -> None:
    """Draw a sea container with its ribs."""
    x, y = at
    scene.box((x, y, 0), (2.9, 1.2, 1.25), tint=tint)
    depth = x + y + 2.1
    for number in range(1, 12):
        offset = x + number * 2.9 / 12
        scene.line([(offset, y + 1.2, 0.12), (offset, y + 1.2, 1.12)], depth, width=1.5)


def sites(scene: Scene) -> None:
    """Ten numbered plots on one plan."""
    scene.floor(-13, 13)
    places = (
        (-8, -6.4),
        (-6.4, -8),
        (-8.4, -3.6),
        (-5.2, -5.2),
        (-4.6, 5.4),
        (-1.4, 7.6),
        (7.6, -3.4),
        (4.4, 0.4),
        (4.4, 4.2),
        (-4.6, -0.4),
    )
    for radius in (3.2, 6.2, 9.4):
        scene.ring((0, 0, 0.01), "z", radius, -900, scene.tone(0.22), 2)
    for number, (x, y) in enumerate(places):
        height = 0.5 + (number * 7 % 5) * 0.32
        scene.line([(x + 0.9, y + 0.9, 0.02), (0, 0, 0.02)], -800, scene.tone(0.2), 2, "4 12")
        scene.box((x, y, 0), (1.9, 1.9, 0.16), light=0.8)
        scene.box((x + 0.3, y + 0.3, 0.16), (1.3, 1.3, height), tint=0.35, depth=x + y + 2.2)
        scene.ring((x + 0.95, y + 0.95, height + 0.17), "z", 0.3, x + y + 2.3, HOT, 6)
    scene.box((-0.9, -0.9, 0), (1.8, 1.8, 0.4), tint=0.1)
    scene.ring((0, 0, 0.42), "z", 0.55, 5, HOT, 8)


def exports(scene: Scene) -> None:
    """The route of one crate over a dotted globe."""
    radius, (cx, cy) = 470, (1130, 660)
    scene.add(
        -900,
        f'<circle cx="{cx}" cy="{cy}" r="{radius}" fill="{scene.tone(0.05)}" stroke="{scene.tone(0.4)}" stroke-width="3"/>',
    )
    for latitude in range(-75, 90, 10):
        ring = math.cos(math.radians(latitude))
        for step in range(max(int(30 * ring), 4)):
            longitude = step / max(int(30 * ring), 4) * 180 - 90
            x = cx + radius * ring * math.sin(math.radians(longitude))
            y = cy - radius * math.sin(math.radians(latitude)) * 0.96
            size = 2.5 + 4 * math.cos(math.radians(longitude)) * ring
            scene.add(-800, f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{scene.tone(0.32)}"/>')
    for end_x, end_y, lift in ((1460, 520, 240), (1400, 880, 190), (1010, 980, 150), (1240, 1010, 210)):
        start_x, start_y = 900, 520
        scene.add(
            -700,
            f'<path d="M{start_x} {start_y}Q{(start_x + end_x) / 2} {min(start_y, end_y) - lift} {end_x} {end_y}" fill="none" stroke="{HOT}" stroke-width="5"/>',
        )
        scene.add(
            -690,
            f'<circle cx="{end_x}" cy="{end_y}" r="13" fill="{scene.palette.ground}" stroke="{HOT}" stroke-width="6"/>',
        )
    scene.add(-690, f'<circle cx="900" cy="520" r="18" fill="{HOT}"/>')
    scene.origin, scene.scale = (420, 720), 92
    for x, y, z, tint in ((-2, -1, 0, 0.1), (0, -1, 0, 0.25), (-2, 1, 0, 0.3), (0, 1, 0, 0.1), (-1, 0, 1.5, 0.4)):
        crate(scene, (x, y, z), tint)


def crate(scene: Scene, at: tuple[float, float, float], tint: float) -> None:
    """Draw a wooden crate with its planks."""
    x, y, z = at
    size = 1.5
    scene.box(at, (size, size, size), tint=tint, depth=x + y + z)
    for share in (0.33, 0.66):
        scene.line(
            [(x, y + size, z + size * share), (x + size, y + size, z + size * share), (x + size, y, z + size * share)],
            x + y + z,
            width=2,
        )
    scene.line([(x, y + size, z), (x + size, y + size, z + size)], x + y + z, width=2)


def conclusion(scene: Scene) -> None:
    """A press and a chip: one hybrid."""
    scene.floor(-9, 9)
    scene.box((-3.4, -3, 0), (6.8, 6, 0.7), light=0.8)
    for x in (-3.1, 2.3):
        scene.box((x, -2.8, 0.7), (0.8, 1.4, 4.4), depth=-5 + x)
    scene.box((-3.4, -3, 5.1), (6.8, 1.9, 1.2), depth=-0.5)
    scene.hatch([(-3.2, -1.1, 5.25), (3.2, -1.1, 5.25), (3.2, -1.1, 6.15), (-3.2, -1.1, 6.15)], 0.16, -0.4)
    scene.cylinder((0, -2, 3.1), "z", 0.62, 2, light=1.2, depth=-1)
    scene.box((-1.5, -2.7, 2.5), (3, 1.5, 0.6), tint=0.12, depth=-0.8, hot=True)
    scene.box((-1.7, -0.9, 0.7), (3.4, 3.4, 0.35), tint=0.2, depth=1)
    for side in range(9):
        offset = side * 0.36
        scene.line([(-1.45 + offset, 2.5, 0.85), (-1.45 + offset, 2.95, 0.72)], 3.5, width=6)
        scene.line([(1.7, -0.65 + offset, 0.85), (2.2, -0.65 + offset, 0.72)], 3.5, width=6)
    scene.box((-0.9, -0.1, 1.05), (1.8, 1.8, 0.14), tint=0.5, depth=3.2)
    for track in range(5):
        reach = 0.3 + track * 0.28
        scene.line([(-1.5, -0.7 + reach, 1.06), (-0.9, -0.7 + reach, 1.06), (-0.9, 0.1, 1.06)], 3.1, scene.tone(0.6), 2)
    scene.ring((0, 0.8, 1.2), "z", 0.36, 3.3, HOT, 7)
