"""Machines of the plates: robots, conveyors, gantries, cranes, consoles, crates."""

import math

from portal.demo.plates.isometry import Path, Point3, Triple
from portal.demo.plates.palette import HOT, Material
from portal.demo.plates.scene import DETAIL, HAIR, STROKE, Scene, Solid
from portal.demo.plates.solids import band, bar, block, disc, extrude
from portal.demo.plates.surfaces import Panel, left_of, rectangle, right_of, seams, top_of

Spot = tuple[float, float]


def robot(
    scene: Scene, at: Triple, towards: Spot, size: float = 1.0, material: Material | None = None, hot: bool = False
) -> None:
    """Draw a robot arm that reaches from its base in a direction of the floor."""
    palette, (x, y, z) = scene.palette, at
    paint = material or palette.pale
    block(scene, (x - 0.5 * size, y - 0.5 * size, z), (size, size, 0.16 * size), palette.deep, DETAIL)
    foot = bar(scene, (x, y, z + 0.16 * size), "z", 0.4 * size, 0.5 * size, paint)
    band(foot, (x, y, z + 0.34 * size), "z", 0.4 * size)
    joints = [
        _reached(at, towards, along * size, up * size)
        for along, up in ((0, 0.82), (-0.42, 2.05), (1.05, 2.55), (1.45, 1.95), (1.45, 1.45))
    ]
    low = [min(point[axis] for point in joints) - 0.15 * size for axis in range(3)]
    high = [max(point[axis] for point in joints) + 0.15 * size for axis in range(3)]
    arm = scene.solid((low[0], low[1], z + 0.66 * size), (high[0], high[1], high[2]))
    thick = scene.scale * size
    for start, end, share in ((0, 1, 0.34), (1, 2, 0.26), (2, 3, 0.2)):
        arm.cased(Path.through(joints[start : end + 1]), paint.left, thick * share)
        arm.path(Path.through(joints[start : end + 1]), "none", paint.top, thick * share * 0.36, False)
    arm.cased(Path.through(joints[3:5]), palette.deep.left, thick * 0.1)
    axis = "x" if abs(towards[1]) > abs(towards[0]) else "y"
    for joint, radius in ((joints[0], 0.26), (joints[1], 0.23), (joints[2], 0.17)):
        disc(arm, joint, axis, radius * size, paint.right)
        disc(arm, joint, axis, radius * size * 0.45, paint.top, width=DETAIL)
    disc(arm, joints[4], "z", 0.12 * size, HOT if hot else palette.deep.top, width=DETAIL)


def _reached(at: Triple, towards: Spot, along: float, up: float) -> Point3:
    length = math.hypot(*towards) or 1.0
    return Point3(at[0] + towards[0] / length * along, at[1] + towards[1] / length * along, at[2] + up)


def conveyor(
    scene: Scene, at: Triple, axis: str, length: float, width: float, height: float = 0.6, pitch: float = 0.5
) -> None:
    """Draw a conveyor along x or y: legs, a frame with rollers, a belt of plates."""
    palette, (x, y, z) = scene.palette, at
    bed = height * 0.36
    size = (length, width, bed) if axis == "x" else (width, length, bed)
    count = max(2, round(length / 2.2))
    for leg in range(count):
        along = (leg + 0.5) * length / count - 0.1
        spot = (x + along, y + 0.08) if axis == "x" else (x + 0.08, y + along)
        leg_size = (0.2, width - 0.16) if axis == "x" else (width - 0.16, 0.2)
        block(scene, (*spot, z), (*leg_size, height - bed), palette.deep, DETAIL)
    frame_at = (x, y, z + height - bed)
    frame = block(scene, frame_at, size, palette.mid)
    panel = left_of(frame_at, size) if axis == "x" else right_of(frame_at, size)
    for roller in range(round(length / pitch)):
        share = (roller + 0.5) * pitch / length
        disc(frame, panel.at(share, 0.5), "y" if axis == "x" else "x", bed * 0.3, palette.deep.right, width=HAIR)
    top = (
        top_of(frame_at, size).part((0.0, 0.1), (1.0, 0.9))
        if axis == "x"
        else top_of(frame_at, size).part((0.1, 0.0), (0.9, 1.0))
    )
    rectangle(frame, top, palette.deep.left, width=DETAIL)
    seams(
        frame,
        top,
        *((round(length / pitch), 1) if axis == "x" else (1, round(length / pitch))),
        palette.tone(0.22),
        HAIR,
    )


def crate(scene: Scene, at: Triple, size: Triple, material: Material) -> Solid:
    """Draw a packed crate: boards and two straps."""
    box = block(scene, at, size, material)
    for panel in (left_of(at, size), right_of(at, size)):
        seams(box, panel, 1, 3, width=HAIR)
        for share in (0.22, 0.72):
            rectangle(box, panel.part((share, 0), (share + 0.07, 1)), scene.palette.deep.left, width=0)
    return box


def container(scene: Scene, at: Triple, size: Triple, material: Material) -> Solid:
    """Draw a freight container with ribbed sides and door bars."""
    box = block(scene, at, size, material)
    for panel in (left_of(at, size), right_of(at, size)):
        ribs = max(4, round(panel.sizes()[0] / 0.16))
        seams(box, panel.part((0.03, 0.08), (0.97, 0.92)), ribs, 1, width=HAIR)
        rectangle(box, panel.part((0.02, 0.07), (0.98, 0.93)), "none", width=HAIR)
    return box


def gantry(
    scene: Scene,
    at: Spot,
    span: float,
    height: float,
    axis: str,
    material: Material,
    hoist: float = 0.5,
    drop: float = 0.5,
) -> None:
    """Draw a portal crane across x or y: two legs, a girder, a hoist on its rope."""
    x, y = at
    thick = 0.34
    step = Point3(span, 0, 0) if axis == "x" else Point3(0, span, 0)
    for share in (0, 1):
        foot = Point3(x, y, 0).moved(step, share)
        block(scene, (foot.x - thick / 2, foot.y - thick / 2, 0), (thick, thick, height), material)
    size = (span + thick, thick, 0.5) if axis == "x" else (thick, span + thick, 0.5)
    girder_at = (x - thick / 2, y - thick / 2, height)
    girder = block(scene, girder_at, size, material)
    lattice(girder, left_of(girder_at, size) if axis == "x" else right_of(girder_at, size), max(4, round(span / 0.6)))
    hook = Point3(x, y, height).moved(step, hoist)
    rope = scene.solid((hook.x - 0.2, hook.y - 0.2, height - drop), (hook.x + 0.2, hook.y + 0.2, height))
    rope.line([hook, hook.moved(Point3(0, 0, -1), drop)], scene.palette.tone(0.9), STROKE)
    block(scene, (hook.x - 0.3, hook.y - 0.3, height + 0.5), (0.6, 0.6, 0.3), scene.palette.deep)


def lattice(solid: Solid, panel: Panel, bays: int, stroke: str = "", width: float = DETAIL) -> None:
    """Paint the zigzag of a truss on a face."""
    points = [panel.at(index / bays, index % 2) for index in range(bays + 1)]
    solid.line(points, stroke, width)


def tower_crane(
    scene: Scene, at: Triple, height: float, reach: float, axis: str, material: Material, drop: float = 2.0
) -> None:
    """Draw a tower crane whose jib looks along x or y."""
    x, y, z = at
    mast_size = (0.32, 0.32, height)
    mast = block(scene, at, mast_size, material, DETAIL)
    for panel in (left_of(at, mast_size), right_of(at, mast_size)):
        turned = Panel(panel.corner, panel.up, panel.across)
        lattice(mast, turned, round(height / 0.32))
    block(scene, (x - 0.06, y - 0.06, z + height), (0.44, 0.44, 0.42), scene.palette.pale)
    back = -reach * 0.3
    size = (reach - back, 0.2, 0.24) if axis == "x" else (0.2, reach - back, 0.24)
    jib_at = (x + back, y + 0.06, z + height + 0.42) if axis == "x" else (x + 0.06, y + back, z + height + 0.42)
    jib = block(scene, jib_at, size, material, DETAIL)
    lattice(
        jib, left_of(jib_at, size) if axis == "x" else right_of(jib_at, size), round((reach - back) / 0.3), width=HAIR
    )
    peak = Point3(x + 0.16, y + 0.16, z + height + 1.5)
    ends = [
        Point3(x + along, y + 0.16, z + height + 0.66)
        if axis == "x"
        else Point3(x + 0.16, y + along, z + height + 0.66)
        for along in (back, reach * 0.9)
    ]
    stays = scene.solid(
        (min(ends[0].x, ends[1].x), min(ends[0].y, ends[1].y), z + height + 0.66),
        (max(tip.x for tip in ends) + 0.1, max(tip.y for tip in ends) + 0.1, z + height + 1.5),
    )
    stays.line([ends[0], peak, ends[1]], scene.palette.tone(0.75), DETAIL)
    stays.line([peak, (peak.x, peak.y, z + height + 0.66)], scene.palette.tone(0.9), STROKE)
    hook = ends[1]
    rope = scene.solid((hook.x - 0.1, hook.y - 0.1, hook.z - drop), (hook.x + 0.1, hook.y + 0.1, hook.z - 0.24))
    rope.line([(hook.x, hook.y, hook.z - 0.24), (hook.x, hook.y, hook.z - drop)], scene.palette.tone(0.9), DETAIL)
    beam = (1.3, 0.24, 0.2) if axis == "y" else (0.24, 1.3, 0.2)
    block(scene, (hook.x - beam[0] / 2, hook.y - beam[1] / 2, hook.z - drop - 0.2), beam, scene.palette.pale, DETAIL)


def console(scene: Scene, at: Triple, width: float = 1.6, screen: bool = True) -> None:
    """Draw an operator's desk that looks to the lower left, with a sloping panel and a screen over it."""
    palette, (x, y, z) = scene.palette, at
    profile = [(y, z), (y, z + 1.05), (y + 0.35, z + 1.05), (y + 0.95, z + 0.8), (y + 0.95, z)]
    desk = extrude(scene, profile, "x", x, x + width, palette.pale)
    slope = Panel(Point3(x, y + 0.95, z + 0.8), Point3(width, 0, 0), Point3(0, -0.6, 0.25))
    rectangle(desk, slope.part((0.06, 0.12), (0.94, 0.88)), palette.tone(0.3))
    for index in range(5):
        key = slope.part((0.12 + index * 0.1, 0.3), (0.18 + index * 0.1, 0.7))
        rectangle(desk, key, palette.tone(0.9 if index % 2 else 0.6), width=0)
    rectangle(desk, slope.part((0.66, 0.25), (0.88, 0.75)), palette.tone(0.55), width=0)
    if screen:
        monitor(scene, (x + width * 0.12, y + 0.08, z + 1.3), width * 0.76)


def monitor(scene: Scene, at: Triple, width: float, height: float = 0.85) -> None:
    """Draw a screen that looks to the lower left and shows a curve."""
    palette, (x, y, z) = scene.palette, at
    block(scene, (x + width * 0.42, y, z - 0.26), (width * 0.16, 0.1, 0.26), palette.deep, DETAIL)
    size = (width, 0.12, height)
    body = block(scene, at, size, palette.mid)
    glass = left_of(at, size).part((0.06, 0.1), (0.94, 0.9))
    rectangle(body, glass, palette.dark.left)
    curve = ((0.08, 0.3), (0.22, 0.42), (0.36, 0.36), (0.52, 0.66), (0.68, 0.58), (0.9, 0.82))
    body.line([glass.at(*place) for place in curve], palette.tone(0.9), 1.4)
    for share in (0.14, 0.3, 0.46, 0.62, 0.78):
        rectangle(
            body, glass.part((share, 0.08), (share + 0.07, 0.08 + 0.22 * (0.5 + share))), palette.tone(0.5), width=0
        )
