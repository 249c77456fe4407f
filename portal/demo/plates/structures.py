"""Things that stand in several plates: halls, towers, tanks, machines, cranes."""

import math
from itertools import pairwise

from portal.demo.plates.palette import HOT
from portal.demo.plates.scene import Scene

Place = tuple[float, float]


def skyscraper(scene: Scene, at: Place, size: Place, height: float, tint: float = 0) -> None:
    """Draw a tower with lines of floors."""
    (x, y), (w, d) = at, size
    scene.box((x, y, 0), (w, d, height), tint=tint)
    depth = x + y + (w + d) / 2
    level = 0.5
    while level < height - 0.2:
        scene.line([(x, y + d, level), (x + w, y + d, level), (x + w, y, level)], depth, scene.tone(0.42), 1.5)
        level += 0.42
    scene.box((x + w * 0.25, y + d * 0.25, height), (w * 0.5, d * 0.5, 0.35), tint=tint, depth=depth + 0.01)


def tower_block(scene: Scene, at: Place, size: Place, height: float, tint: float = 0, glazed: bool = False) -> None:
    """Draw a flat-roofed building with windows on both walls."""
    (x, y), (w, d) = at, size
    scene.box((x, y, 0), (w, d, height), tint=tint)
    depth = x + y + (w + d) / 2
    glass = scene.tone(0.5, 0.5) if glazed else scene.tone(0.03)
    for level in range(max(int(height / 0.8), 1)):
        z = 0.25 + level * 0.8
        for number in range(int(w / 0.62)):
            left = x + 0.2 + number * 0.62
            scene.face(
                [(left, y + d, z), (left + 0.4, y + d, z), (left + 0.4, y + d, z + 0.45), (left, y + d, z + 0.45)],
                glass,
                depth,
                width=1.2,
            )
        for number in range(int(d / 0.62)):
            left = y + 0.2 + number * 0.62
            scene.face(
                [(x + w, left, z), (x + w, left + 0.4, z), (x + w, left + 0.4, z + 0.45), (x + w, left, z + 0.45)],
                glass,
                depth,
                width=1.2,
            )
    scene.box((x + w * 0.15, y + d * 0.2, height), (w * 0.3, d * 0.35, 0.35), tint=tint, depth=depth + 0.01)


def sawtooth_hall(
    scene: Scene, at: Place, bays: int, bay: float, depth: float, height: float, weathered: bool = False
) -> None:
    """Draw a shop with a saw-tooth roof; its glazed sides look to the viewer."""
    x, y = at
    light = 0.7 if weathered else 1
    for number in range(bays):
        left, right, peak = x + number * bay, x + (number + 1) * bay, height + bay * 0.55
        nearness = left + y + (bay + depth) / 2
        front = [(left, y + depth, 0), (right, y + depth, 0), (right, y + depth, peak), (left, y + depth, height)]
        slope = [(left, y, height), (left, y + depth, height), (right, y + depth, peak), (right, y, peak)]
        glazing = [(right, y, height), (right, y + depth, height), (right, y + depth, peak), (right, y, peak)]
        wall = [(right, y, 0), (right, y + depth, 0), (right, y + depth, height), (right, y, height)]
        scene.face(wall, scene.tone(0.09 * light), nearness)
        scene.face(front, scene.tone(0.17 * light), nearness)
        scene.face(slope, scene.tone(0.33 * light), nearness)
        scene.face(glazing, scene.tone(0.1 if weathered else 0.45, 0 if weathered else 0.4), nearness)
        for pane in range(1, 6):
            across = y + depth * pane / 6
            scene.line([(right, across, height), (right, across, peak)], nearness, width=1.5)
        scene.face(
            [
                (left + bay * 0.3, y + depth, 0),
                (left + bay * 0.7, y + depth, 0),
                (left + bay * 0.7, y + depth, height * 0.55),
                (left + bay * 0.3, y + depth, height * 0.55),
            ],
            scene.tone(0.04),
            nearness,
            width=2,
        )


def tank(scene: Scene, at: Place, radius: float, height: float) -> None:
    """Draw an upright tank with two bands."""
    x, y = at
    scene.cylinder((x, y, 0), "z", radius, height, tint=0.1)
    for share in (0.33, 0.66):
        half = [
            (x + radius * math.cos(math.radians(a)), y + radius * math.sin(math.radians(a)), height * share)
            for a in range(-45, 136, 10)
        ]
        scene.line(half, x + y + 0.01, width=2)


def machine_tool(scene: Scene, at: Place) -> None:
    """Draw a milling machine in its housing."""
    x, y = at
    scene.box((x, y, 0), (1.7, 1.1, 0.6), light=0.8)
    scene.box((x, y, 0.6), (0.6, 1.1, 1.3), tint=0.2, depth=x + y + 1.2)
    scene.box((x + 0.6, y + 0.2, 1.35), (0.7, 0.6, 0.55), depth=x + y + 1.5)
    scene.cylinder((x + 1.0, y + 0.5, 0.85), "z", 0.12, 0.5, light=1.4, depth=x + y + 1.45)


def robot_arm(scene: Scene, at: Place, size: float = 1) -> None:
    """Draw an articulated arm reaching over what stands before it."""
    x, y = at
    depth = x + y + 1
    scene.cylinder((x, y, 0), "z", 0.42 * size, 0.45 * size, light=0.9, depth=depth)
    joints = [
        (x, y, 0.5),
        (x - 0.2, y + 0.1, 1.7 * size),
        (x + 0.5, y + 1.1 * size, 2.35 * size),
        (x + 0.8, y + 2.0 * size, 1.5 * size),
    ]
    for start, end in pairwise(joints):
        scene.line([start, end], depth + 0.1, width=scene.scale * 0.34 * size)
        scene.line([start, end], depth + 0.1, scene.tone(0.2, 0.35), scene.scale * 0.26 * size)
    for px, py, pz in joints[1:3]:
        scene.ring((px, py, pz), "x", 0.2 * size, depth + 0.2, fill=scene.tone(0.4, 0.3))
    tip = joints[-1]
    scene.line([tip, (tip[0], tip[1], tip[2] - 0.3 * size)], depth + 0.2, HOT, 9)


def crane(scene: Scene, at: Place, height: float) -> None:
    """Draw a tower crane: mast, jib, counter-jib, hook."""
    x, y = at
    depth = x + y + 0.4
    for dx, dy in ((0, 0), (0.28, 0), (0.28, 0.28), (0, 0.28)):
        scene.line([(x + dx, y + dy, 0), (x + dx, y + dy, height)], depth, width=2.5)
    level = 0.0
    while level < height - 0.3:
        scene.line([(x, y + 0.28, level), (x + 0.28, y + 0.28, level + 0.35), (x + 0.28, y, level)], depth, width=1.5)
        level += 0.35
    top = height + 0.9
    scene.line([(x - 1.6, y + 0.14, height), (x + 4.4, y + 0.14, height)], depth, width=6)
    scene.line([(x - 1.6, y + 0.14, height), (x + 0.14, y + 0.14, top), (x + 4.4, y + 0.14, height)], depth, width=2)
    scene.box((x - 1.7, y, height - 0.5), (0.5, 0.3, 0.45), tint=0.3, depth=depth)
    scene.line([(x + 3.2, y + 0.14, height), (x + 3.2, y + 0.14, height - 1.5)], depth, HOT, 3)
    scene.box((x + 3.0, y, height - 1.9), (0.4, 0.3, 0.35), tint=0.5, depth=depth + 0.01)


def tree(scene: Scene, at: Place) -> None:
    """Draw a tree as a ball on a stick."""
    x, y = at
    scene.line([(x, y, 0), (x, y, 0.6)], x + y, width=3)
    cx, cy = scene.on_sheet((x, y, 1.0))
    scene.add(
        x + y + 0.01,
        f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{scene.scale * 0.46:.1f}" fill="{scene.tone(0.2, 0.3)}" stroke="{scene.tone(0.8)}" stroke-width="2.5"/>',
    )
