"""Plates of the leading industries: processes, not places."""

import math

from portal.demo.plates.palette import HOT
from portal.demo.plates.scene import Scene


def microelectronics(scene: Scene) -> None:
    """A wafer on its chuck under the probe."""
    scene.floor(-9, 9)
    scene.cylinder((0, 0, 0), "z", 3.9, 0.5, light=0.8, depth=-4)
    scene.cylinder((0, 0, 0.5), "z", 3.5, 0.14, tint=0.4, depth=-3)
    size = 0.62
    for column in range(-5, 5):
        for row in range(-5, 5):
            corner = max(abs(column + 0.5), 0) ** 2 + abs(row + 0.5) ** 2
            if corner < 26:
                x, y = column * size, row * size
                tested = (column * 5 + row * 3) % 7 == 0
                face = [
                    (x + 0.05, y + 0.05, 0.65),
                    (x + size - 0.05, y + 0.05, 0.65),
                    (x + size - 0.05, y + size - 0.05, 0.65),
                    (x + 0.05, y + size - 0.05, 0.65),
                ]
                scene.face(face, scene.tone(0.5, 0.55) if tested else scene.tone(0.22, 0.35), -2, width=1.5)
    scene.face([(0.05, 0.05, 0.66), (0.57, 0.05, 0.66), (0.57, 0.57, 0.66), (0.05, 0.57, 0.66)], HOT, -1.9)
    scene.box((-4.6, -4.4, 0), (1.4, 1.4, 4.6), depth=-6)
    scene.box((-4.2, -4, 3.7), (4.6, 1, 0.8), tint=0.12, depth=-5)
    scene.box((-0.7, -3.6, 3.4), (1.3, 3.9, 0.7), tint=0.2, depth=1)
    scene.cylinder((0.3, 0.3, 2.2), "z", 0.5, 1.2, light=1.3, depth=2)
    for dx, dy in ((-0.22, 0), (0.22, 0), (0, 0.22), (0, -0.22)):
        scene.line([(0.3 + dx, 0.3 + dy, 2.2), (0.31, 0.31, 0.7)], 3, width=3)
    for number in range(4):
        scene.box((4.4, -3.4 + number * 1.8, 0), (1.5, 1.3, 1.1), light=0.8)
        scene.cylinder((5.15, -2.75 + number * 1.8, 1.1), "z", 0.5, 0.08, tint=0.45, depth=5 + number * 1.8)


def pharma(scene: Scene) -> None:
    """A reactor and a line of vials."""
    scene.floor(-9, 9)
    for x in (-4.6, -1.2):
        for dx, dy in ((-0.9, 0), (0.9, 0), (0, 0.9)):
            scene.line([(x + dx, -2.6 + dy, 0), (x + dx, -2.6 + dy, 1.2)], x - 3, width=9)
        scene.cylinder((x, -2.6, 1), "z", 1.35, 2.9, tint=0.15, depth=x - 2.4)
        scene.cylinder((x, -2.6, 3.9), "z", 1.0, 0.35, depth=x - 2.3)
        scene.cylinder((x, -2.6, 4.25), "z", 0.3, 0.9, light=1.2, depth=x - 2.2)
        gauge = [(x + 0.95, -1.65 - 0.02, z) for z in (1.6, 3.2)]
        scene.line(gauge, x - 2.1, HOT, 8)
        for level in (1.7, 2.4, 3.1):
            arc = [
                (x + 1.35 * math.cos(math.radians(a)), -2.6 + 1.35 * math.sin(math.radians(a)), level)
                for a in range(-40, 131, 10)
            ]
            scene.line(arc, x - 2.15, width=2)
    scene.line([(-3.6, -2.6, 5.4), (-1.2, -2.6, 5.4), (-1.2, -2.6, 5.1)], 0, width=10)
    scene.line([(-4.6, -2.6, 5.1), (-4.6, -2.6, 5.4), (-3.6, -2.6, 5.4)], 0, width=10)
    scene.line([(0.1, -2.6, 2), (1.9, -2.6, 2), (1.9, 0.9, 2), (1.9, 0.9, 1.8)], 1, width=10)
    scene.box((-5.2, 1, 0), (10.6, 1.4, 0.8), light=0.75, depth=-4)
    for number in range(11):
        vial(scene, (-4.6 + number * 0.93, 1.7), filled=number > 6)
    scene.box((1.55, 0.5, 1.7), (0.75, 0.9, 0.6), tint=0.3, depth=3.4)
    scene.box((3.4, -3.4, 0), (2, 1.8, 2.6), light=0.85)
    scene.face([(3.6, -1.6, 1.3), (5.2, -1.6, 1.3), (5.2, -1.6, 2.3), (3.6, -1.6, 2.3)], scene.tone(0.45, 0.5), 2.9)


def vial(scene: Scene, at: tuple[float, float], filled: bool) -> None:
    """Draw a vial with its cap on the line."""
    x, y = at
    depth = x + y + 3
    scene.cylinder((x, y, 0.8), "z", 0.3, 0.75, light=1.3, tint=0.55 if filled else 0.1, depth=depth)
    scene.cylinder((x, y, 1.55), "z", 0.17, 0.18, light=1.4, depth=depth + 0.01)
    scene.cylinder((x, y, 1.73), "z", 0.21, 0.12, tint=0.6, depth=depth + 0.02)


def aerospace(scene: Scene) -> None:
    """Two stages on cradles before their joint, and a ring frame."""
    scene.floor(-11, 11)
    for x in (-6.6, -3.4, 2.2, 5.4):
        scene.box((x, -1.5, 0), (0.7, 3, 1.2), light=0.8)
    scene.box((-8.2, -1.9, 0), (16, 0.25, 0.2), light=0.6, depth=-12)
    scene.box((-8.2, 1.7, 0), (16, 0.25, 0.2), light=0.6, depth=12)
    scene.cylinder((-7.6, 0, 2.1), "x", 1.5, 5.6, tint=0.15, depth=0)
    for x in (-6.4, -5.2, -4.0, -2.8):
        scene.line(
            [(x, 1.5 * math.cos(math.radians(a)), 2.1 + 1.5 * math.sin(math.radians(a))) for a in range(-45, 136, 10)],
            0.1,
            width=2,
        )
    for ring in (0.55, 1.05):
        scene.ring((-2.0, 0, 2.1), "x", ring, 0.2, width=2)
    scene.ring((-2.0, 0, 2.1), "x", 1.5, 0.3, HOT, 9)
    scene.cylinder((0.6, 0, 2.1), "x", 1.5, 5.4, tint=0.25, depth=4)
    for x in (1.6, 3.2, 4.8):
        scene.line(
            [(x, 1.5 * math.cos(math.radians(a)), 2.1 + 1.5 * math.sin(math.radians(a))) for a in range(-45, 136, 10)],
            4.1,
            width=2,
        )
    for angle in range(0, 360, 72):
        y, z = 0.85 * math.cos(math.radians(angle + 20)), 2.1 + 0.85 * math.sin(math.radians(angle + 20))
        scene.cylinder((6.0, y, z), "x", 0.36, 0.7, light=1.3, depth=6 + y)
    scene.ring((-5.2, 6.2, 2.0), "y", 1.75, 8, width=STROKE_OF_RING)
    scene.ring((-5.2, 6.2, 2.0), "y", 1.4, 8.1, width=3)
    for angle in range(0, 360, 15):
        cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        scene.line(
            [(-5.2 + 1.4 * cosine, 6.2, 2 + 1.4 * sine), (-5.2 + 1.75 * cosine, 6.2, 2 + 1.75 * sine)], 8.2, width=2
        )
    scene.box((-6.3, 5.9, 0), (2.2, 0.6, 0.35), light=0.8, depth=7.9)
    scene.dimension((-7.6, 2.6, 0.02), (-2.0, 2.6, 0.02))
    scene.dimension((0.6, 2.6, 0.02), (6.0, 2.6, 0.02))


STROKE_OF_RING = 6


def meddevices(scene: Scene) -> None:
    """A glucometer and its strip."""
    scene.floor(-8, 8)
    scene.box((-3.2, -2.6, 0), (4.4, 6, 0.9), tint=0.14)
    top = 0.91
    scene.face([(-2.6, -2, top), (0.6, -2, top), (0.6, 0.6, top), (-2.6, 0.6, top)], scene.tone(0.06), 2, width=3)
    pulse = [(-2.3, -0.6), (-1.7, -0.6), (-1.4, -1.3), (-1.0, 0.1), (-0.7, -0.6), (0.3, -0.6)]
    scene.line([(x, y, top) for x, y in pulse], 2.1, HOT, 8)
    for row in range(2):
        for column in range(3):
            scene.ring((-2.1 + column * 1.1, 1.5 + row * 0.95, top), "z", 0.34, 2.1, fill=scene.tone(0.42, 0.4))
    scene.box((-1.4, 3.4, 0.3), (0.9, 2.5, 0.12), tint=0.5, depth=8)
    for offset in (0.2, 0.45, 0.7):
        scene.line([(-1.4 + offset, 3.5, 0.43), (-1.4 + offset, 5.2, 0.43)], 8.1, scene.palette.ground, 3)
    scene.ring((-0.95, 5.55, 0.43), "z", 0.22, 8.2, HOT, 5, HOT)
    scene.cylinder((4.0, -1.6, 0), "z", 0.95, 2.6, tint=0.2, depth=5)
    scene.cylinder((4.0, -1.6, 2.6), "z", 1.02, 0.4, light=1.2, depth=5.1)
    label = [
        (4.0 + 0.95 * math.cos(math.radians(a)), -1.6 + 0.95 * math.sin(math.radians(a)), 0.8)
        for a in range(-40, 131, 10)
    ]
    scene.line(label, 5.2, width=2)
    scene.line([(x, y, 1.9) for x, y, _ in label], 5.2, width=2)
    for number in range(5):
        scene.box((3.2 + number * 0.5, 1.6 + number * 0.12, 0), (0.36, 1.8, 0.08), tint=0.35, depth=7 + number)
    for number in range(3):
        scene.cylinder((-5.2, -1.6 + number * 1.5, 0), "z", 0.5, 0.35, tint=0.25)
        scene.cylinder((-5.2, -1.6 + number * 1.5, 0.35), "z", 0.12, 0.7, light=1.3, depth=-6 + number * 1.5)


def emobility(scene: Scene) -> None:
    """A stack of cells, the line and a chassis."""
    scene.floor(-10, 10)
    scene.box((-2.4, 0.8, 0.55), (7.6, 3.4, 0.4), light=0.8)
    for x in (-1.2, 3.6):
        for y in (0.55, 4.1):
            scene.cylinder((x, y, 0.62), "y", 0.62, 0.42, light=0.6, depth=x + y + (4 if y > 1 else -3))
            scene.ring((x, y + 0.42, 0.62), "y", 0.3, x + y + (4.1 if y > 1 else -2.9), width=3)
    for column in range(6):
        for row in range(3):
            tint = 0.55 if (column + row) % 2 else 0.3
            scene.box(
                (-0.6 + column * 0.66, 1.15 + row * 0.94, 0.95),
                (0.58, 0.86, 0.36),
                tint=tint,
                depth=3 + column * 0.6 + row,
            )
    scene.line([(-2.4, 4.2, 0.97), (5.2, 4.2, 0.97), (5.2, 0.8, 0.97)], 20, HOT, 9)
    scene.line(
        [(-2.4, 0.8, 1), (-1.6, 1.1, 1.9), (0.2, 1.2, 2.6), (2.8, 1.2, 2.6), (4.4, 1.1, 1.7), (5.2, 0.8, 1)],
        -1,
        width=3,
        dash="14 10",
    )
    scene.line(
        [(-2.4, 4.2, 1), (-1.6, 3.9, 1.9), (0.2, 3.8, 2.6), (2.8, 3.8, 2.6), (4.4, 3.9, 1.7), (5.2, 4.2, 1)],
        21,
        width=3,
        dash="14 10",
    )
    for stack in range(3):
        x = -7.2 + stack * 2.2
        for level in range(4 + stack):
            scene.box(
                (x, -3.6, level * 0.42), (1.7, 1.7, 0.34), tint=0.2 + 0.12 * (level % 3), depth=x - 2 + level * 0.01
            )
            scene.line([(x + 0.3, -1.9, level * 0.42 + 0.17), (x + 0.7, -1.9, level * 0.42 + 0.17)], x - 1.9, width=3)
    scene.box((-8, -1.2, 0), (9.2, 1.1, 0.4), light=0.6, depth=-5)
    for number in range(6):
        scene.cylinder((-7.4 + number * 1.45, -0.65, 0.4), "z", 0.34, 0.9, tint=0.4, depth=-4.5 + number)
    scene.box((4.4, -3.6, 0), (1.6, 1.6, 2.8), tint=0.1)
    scene.line([(5.2, -2, 2.0), (5.2, -0.6, 1.9), (5.0, 0.6, 1.2)], 6, HOT, 8)
