"""What moves on the plates: cars, trucks, railway wagons, a ship, an aeroplane."""

from collections.abc import Sequence

from portal.demo.plates.isometry import Point3, Triple
from portal.demo.plates.machines import container
from portal.demo.plates.palette import Material
from portal.demo.plates.scene import DETAIL, HAIR, STROKE, Scene
from portal.demo.plates.solids import bar, block, disc, extrude, prism
from portal.demo.plates.surfaces import left_of, rectangle, right_of, windows

CAR_BODY = ((0.0, 0.22), (0.0, 0.62), (0.1, 0.72), (1.0, 0.78), (2.9, 0.78), (3.3, 0.62), (3.36, 0.22))
CAR_CABIN = ((0.35, 0.78), (0.7, 1.24), (1.9, 1.24), (2.5, 0.78))
CAR_GLASS = (
    ((0.55, 0.8), (0.8, 1.16), (1.26, 1.16), (1.26, 0.8)),
    ((1.34, 0.8), (1.34, 1.16), (1.85, 1.16), (2.28, 0.8)),
)


def car(scene: Scene, at: Triple, axis: str, size: float, material: Material, wheels: bool = True) -> None:
    """Draw a car that looks along x or y; without wheels it is a body on the assembly line."""
    palette, (x, y, z) = scene.palette, at
    side = 1.42 * size
    start, across = (x, y) if axis == "x" else (y, x)
    edge = 0.0 if axis == "x" else side

    def shape(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
        return [(start + along * size, z + up * size) for along, up in points]

    if axis == "x":
        extrude(scene, shape(CAR_BODY), "y", across, across + side, material, DETAIL)
        cabin = extrude(
            scene, shape(CAR_CABIN), "y", across + 0.12 * size, across + side - 0.12 * size, material, DETAIL
        )
        near = across + side - 0.12 * size
        for pane in CAR_GLASS:
            cabin.face([(place, near, level) for place, level in shape(pane)], palette.dark.left, width=HAIR)
        spots = [(start + along * size, across + side - 0.1 * size) for along in (0.72, 2.62)]
    else:
        extrude(scene, shape(CAR_BODY), "x", across, across + side, material, DETAIL)
        cabin = extrude(
            scene, shape(CAR_CABIN), "x", across + 0.12 * size, across + side - 0.12 * size, material, DETAIL
        )
        near = across + side - 0.12 * size
        for pane in CAR_GLASS:
            cabin.face([(near, place, level) for place, level in shape(pane)], palette.dark.right, width=HAIR)
        spots = [(across + edge - 0.1 * size, start + along * size) for along in (0.72, 2.62)]
    turn = "y" if axis == "x" else "x"
    for hub_x, hub_y in spots if wheels else ():
        wheel = bar(scene, (hub_x, hub_y, z + 0.3 * size), turn, 0.3 * size, 0.16 * size, palette.deep, DETAIL)
        hub = Point3(
            hub_x + (0.16 * size if turn == "x" else 0), hub_y + (0.16 * size if turn == "y" else 0), z + 0.3 * size
        )
        disc(wheel, hub, turn, 0.15 * size, palette.pale.left, width=HAIR)


def truck(scene: Scene, at: Triple, load: Material, size: float = 1.0) -> None:
    """Draw a container truck that looks along x."""
    palette, (x, y, z) = scene.palette, at
    for along in (0.5, 1.1, 3.9, 4.7):
        wheel = bar(
            scene,
            (x + along * size, y + 1.05 * size, z + 0.3 * size),
            "y",
            0.3 * size,
            0.2 * size,
            palette.deep,
            DETAIL,
        )
        disc(
            wheel, (x + along * size, y + 1.25 * size, z + 0.3 * size), "y", 0.13 * size, palette.pale.left, width=HAIR
        )
    block(scene, (x, y, z + 0.3 * size), (5.0 * size, 1.1 * size, 0.16 * size), palette.deep, DETAIL)
    container(scene, (x, y, z + 0.46 * size), (3.6 * size, 1.2 * size, 1.3 * size), load)
    cab_at, cab = (x + 3.8 * size, y, z + 0.46 * size), (1.2 * size, 1.2 * size, 1.25 * size)
    head = block(scene, cab_at, cab, palette.pale)
    rectangle(head, right_of(cab_at, cab).part((0.1, 0.42), (0.9, 0.88)), palette.dark.right)
    rectangle(head, left_of(cab_at, cab).part((0.4, 0.42), (0.9, 0.88)), palette.dark.left)


def wagon(scene: Scene, at: Triple, axis: str, material: Material, engine: bool = False) -> None:
    """Draw a railway wagon, or an engine, along x or y."""
    palette, (x, y, z) = scene.palette, at
    long = 3.0
    size = (long, 1.0, 1.15 if engine else 0.85) if axis == "x" else (1.0, long, 1.15 if engine else 0.85)
    base = (long, 0.9, 0.18) if axis == "x" else (0.9, long, 0.18)
    block(scene, (x + 0.05, y + 0.05, z + 0.1), base, palette.deep, DETAIL)
    if engine:
        body = block(scene, (x, y, z + 0.3), size, material)
        panels = (left_of((x, y, z + 0.3), size), right_of((x, y, z + 0.3), size))
        for panel, fill in zip(panels, (palette.dark.left, palette.dark.right), strict=True):
            windows(
                body, panel.part((0.05, 0.5), (0.95, 0.85)), max(2, round(panel.sizes()[0] / 0.5)), 1, fill, (0.3, 0)
            )
    else:
        container(scene, (x, y, z + 0.3), size, material)


def track(scene: Scene, start: tuple[float, float], axis: str, length: float) -> None:
    """Draw a railway track on the floor."""
    (x, y), palette, under = start, scene.palette, scene.under
    count = round(length / 0.45)
    for sleeper in range(count):
        along = sleeper * length / count
        ends = (
            ((x + along, y - 0.1, 0), (x + along, y + 1.1, 0))
            if axis == "x"
            else ((x - 0.1, y + along, 0), (x + 1.1, y + along, 0))
        )
        under.line(ends, palette.shadow(0.45), 2.4)
    for across in (0.2, 0.8):
        ends = (
            ((x, y + across, 0), (x + length, y + across, 0))
            if axis == "x"
            else ((x + across, y, 0), (x + across, y + length, 0))
        )
        under.line(ends, palette.tone(0.62), STROKE)


def ship(scene: Scene, at: Triple, length: float, beam: float, loads: tuple[Material, ...]) -> None:
    """Draw a container ship whose bow looks along x."""
    palette, (x, y, z) = scene.palette, at
    bow = x + length
    hull = [(x, y), (bow - beam * 0.9, y), (bow, y + beam / 2), (bow - beam * 0.9, y + beam), (x, y + beam)]
    prism(scene, hull, z, z + 0.9, palette.deep)
    inset = 0.12
    deck = [
        (x + inset, y + inset),
        (bow - beam * 0.9, y + inset),
        (bow - inset * 3, y + beam / 2),
        (bow - beam * 0.9, y + beam - inset),
        (x + inset, y + beam - inset),
    ]
    scene.solids[-1].face([(deck_x, deck_y, z + 0.9) for deck_x, deck_y in deck], palette.mid.top, width=DETAIL)
    at_bridge, bridge = (x + 0.3, y + 0.2, z + 0.9), (1.0, beam - 0.4, 1.9)
    house = block(scene, at_bridge, bridge, palette.pale)
    for panel, fill in (
        (left_of(at_bridge, bridge), palette.dark.left),
        (right_of(at_bridge, bridge), palette.dark.right),
    ):
        windows(
            house, panel.part((0.06, 0.1), (0.94, 0.94)), max(2, round(panel.sizes()[0] / 0.3)), 4, fill, (0.35, 0.5)
        )
    bar(scene, (x + 0.8, y + beam / 2, z + 2.8), "z", 0.06, 0.9, palette.pale, DETAIL)
    column = 0
    along = x + 1.6
    while along + 1.1 < bow - beam * 0.75:
        for row in range(2):
            for level in range(1 + (column + row) % 2 + (1 if column % 3 == 1 else 0)):
                paint = loads[(column + row + level) % len(loads)]
                container(
                    scene,
                    (along, y + 0.2 + row * (beam / 2 - 0.18), z + 0.9 + level * 0.52),
                    (1.05, beam / 2 - 0.26, 0.52),
                    paint,
                )
        along += 1.12
        column += 1


# The flat parts of an aeroplane, as seen from above: along, across and height of each corner.
WING = ((3.2, 0.3, -0.1), (2.0, 0.3, -0.1), (1.4, 3.1, -0.1), (1.8, 3.1, -0.1))
TAIL = ((0.8, 0.1, 0.05), (0.2, 0.1, 0.05), (-0.1, 1.1, 0.05), (0.2, 1.1, 0.05))
FIN = ((0.1, 0.0, 0.2), (1.0, 0.0, 0.34), (0.4, 0.0, 1.3), (0.0, 0.0, 1.3))


def aeroplane(scene: Scene, at: Triple, size: float) -> None:
    """Draw an aeroplane that flies along x."""
    palette, (x, y, z) = scene.palette, at
    for flat in (WING, TAIL):
        _flat(scene, at, [(along, -across, up) for along, across, up in flat], size, palette.mid.top)
    bar(scene, at, "x", 0.12 * size, size, palette.pale, end_radius=0.36 * size)
    bar(scene, (x + size, y, z), "x", 0.36 * size, 3.0 * size, palette.pale)
    nose = bar(scene, (x + 4.0 * size, y, z), "x", 0.36 * size, 0.75 * size, palette.pale, end_radius=0.1 * size)
    for index in range(9):
        along = x + (1.2 + index * 0.3) * size
        level = z + 0.12 * size
        nose.line([(along, y + 0.33 * size, level), (along + 0.1 * size, y + 0.33 * size, level)], palette.line, 2)
    _flat(scene, at, WING, size, palette.pale.top)
    bar(scene, (x + 2.1 * size, y + 1.2 * size, z - 0.3 * size), "x", 0.17 * size, 0.7 * size, palette.deep, DETAIL)
    _flat(scene, at, FIN, size, palette.tinted.left)
    _flat(scene, at, TAIL, size, palette.pale.top)


def _flat(scene: Scene, at: Triple, corners: Sequence[Triple], size: float, fill: str) -> None:
    points = [Point3(*at).moved(Point3(*corner), size) for corner in corners]
    low, high = ([pick(values) for values in zip(*points, strict=True)] for pick in (min, max))
    part = scene.solid((low[0], low[1], low[2]), (high[0], high[1], high[2]))
    part.face(points, fill)
