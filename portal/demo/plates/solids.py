"""Solids of which the plates are built: blocks, extruded profiles, bars, cones, domes, tubes."""

import math
from collections.abc import Callable, Iterable, Sequence

from portal.demo.plates.isometry import AXES, ROUND, Path, Point3, Triple, rim, silhouette
from portal.demo.plates.palette import Material
from portal.demo.plates.scene import DETAIL, STROKE, Scene, Solid

BANDS = 9
DOME_RINGS = 7


def block(scene: Scene, at: Triple, size: Triple, material: Material, width: float = STROKE) -> Solid:
    """Draw a block from its far lower corner."""
    (x, y, z), (wide, deep, tall) = at, size
    solid = scene.solid(at, (x + wide, y + deep, z + tall))
    solid.face(
        [(x, y + deep, z), (x + wide, y + deep, z), (x + wide, y + deep, z + tall), (x, y + deep, z + tall)],
        material.left,
        width=width,
    )
    solid.face(
        [(x + wide, y, z), (x + wide, y + deep, z), (x + wide, y + deep, z + tall), (x + wide, y, z + tall)],
        material.right,
        width=width,
    )
    solid.face(
        [(x, y, z + tall), (x + wide, y, z + tall), (x + wide, y + deep, z + tall), (x, y + deep, z + tall)],
        material.top,
        width=width,
    )
    return solid


def extrude(
    scene: Scene,
    profile: Sequence[tuple[float, float]],
    axis: str,
    start: float,
    end: float,
    material: Material,
    width: float = STROKE,
) -> Solid:
    """Draw a profile drawn out along x or y.

    The profile is given as (across, height) pairs, clockwise as seen from the near end: up the far side, over, down.
    """
    near, far = [[_placed(axis, along, pair) for pair in profile] for along in (end, start)]
    solid = scene.solid(_corner([*near, *far], min), _corner([*near, *far], max))
    for index, point in enumerate(near):
        following = (index + 1) % len(near)
        normal = _normal(axis, profile[index], profile[following])
        if sum(normal) > 1e-9:
            solid.face([point, near[following], far[following], far[index]], material.shade(normal), width=width)
    solid.face(near, material.shade(AXES[axis]), width=width)
    return solid


def prism(
    scene: Scene,
    plan: Sequence[tuple[float, float]],
    low: float,
    high: float,
    material: Material,
    width: float = STROKE,
) -> Solid:
    """Draw a level polygon raised from one level to another; corners go clockwise as seen on the sheet."""
    xs, ys = zip(*plan, strict=True)
    solid = scene.solid((min(xs), min(ys), low), (max(xs), max(ys), high))
    for index, (x, y) in enumerate(plan):
        next_x, next_y = plan[(index + 1) % len(plan)]
        normal = Point3(next_y - y, x - next_x, 0)
        if sum(normal) > 0:
            solid.face(
                [(x, y, low), (next_x, next_y, low), (next_x, next_y, high), (x, y, high)],
                material.shade(normal),
                width=width,
            )
    solid.face([(x, y, high) for x, y in plan], material.top, width=width)
    return solid


def _placed(axis: str, along: float, pair: tuple[float, float]) -> Point3:
    return Point3(along, pair[0], pair[1]) if axis == "x" else Point3(pair[0], along, pair[1])


def _corner(points: Sequence[Point3], pick: Callable[[Iterable[float]], float]) -> Point3:
    return Point3(*(pick(values) for values in zip(*points, strict=True)))


def _normal(axis: str, first: tuple[float, float], second: tuple[float, float]) -> Point3:
    across, up = second[0] - first[0], second[1] - first[1]
    return Point3(0, -up, across) if axis == "x" else Point3(-up, 0, across)


def bar(
    scene: Scene,
    at: Triple,
    axis: str,
    radius: float,
    length: float,
    material: Material,
    width: float = STROKE,
    end_radius: float | None = None,
) -> Solid:
    """Draw a round bar, or a cone where the far and near radius differ, from ``at`` along an axis."""
    far, near = Point3(*at), Point3(*at).moved(AXES[axis], length)
    last = radius if end_radius is None else end_radius
    reach = max(radius, last)
    solid = scene.solid(_spread(far, axis, -reach), _spread(near, axis, reach))
    solid.upright_round = axis == "z"
    side(solid, far, near, axis, radius, last, material, width)
    solid.path(Path.arc(near, *rim(axis, last), 0, 360), material.shade(AXES[axis]), width=width)
    return solid


def side(
    solid: Solid,
    far: Point3,
    near: Point3,
    axis: str,
    radius: float,
    last: float,
    material: Material,
    width: float = STROKE,
) -> None:
    """Paint the seen side of a round bar in bands of tone."""
    start = silhouette(axis)
    across, along = ROUND[axis]
    for band in range(BANDS):
        begin, end = start + band * 180 / BANDS, start + (band + 1) * 180 / BANDS + (1.2 if band < BANDS - 1 else 0)
        middle = math.radians((begin + end) / 2)
        normal = Point3(0, 0, 0).moved(across, math.cos(middle)).moved(along, math.sin(middle))
        outline = Path.arc(near, *rim(axis, last), begin, end).then(
            Path.arc(far, *rim(axis, radius), begin, end).reversed()
        )
        solid.path(outline, material.shade(normal), width=0)
    solid.path(round_side(far, near, axis, radius, last), width=width)


def round_side(far: Point3, near: Point3, axis: str, radius: float, last: float) -> Path:
    """Return the outline of the seen side of a round bar."""
    start = silhouette(axis)
    outline = Path.arc(near, *rim(axis, last), start, start + 180)
    return outline.then(Path.arc(far, *rim(axis, radius), start, start + 180).reversed())


def band(solid: Solid, centre: Triple, axis: str, radius: float, stroke: str = "", width: float = DETAIL) -> None:
    """Paint a seam around the seen side of a round bar."""
    start = silhouette(axis)
    solid.path(Path.arc(centre, *rim(axis, radius), start, start + 180), "none", stroke, width, False)


def disc(
    solid: Solid, centre: Triple, axis: str, radius: float, fill: str = "none", stroke: str = "", width: float = STROKE
) -> None:
    """Paint a flat circle around an axis."""
    solid.path(Path.arc(centre, *rim(axis, radius), 0, 360), fill, stroke, width)


def dome(
    scene: Scene,
    at: Triple,
    radius: float,
    height: float,
    material: Material,
    width: float = STROKE,
    rings: int = DOME_RINGS,
) -> Solid:
    """Draw a domed lid that stands on a circle, as a stack of narrowing rings."""
    x, y, z = at
    solid = scene.solid((x - radius, y - radius, z), (x + radius, y + radius, z + height))
    solid.upright_round = True
    solid.path(_dome_outline(at, radius, height), material.top, width=0)
    for ring_number in range(rings):
        low, high = (math.radians(90 * edge / rings) for edge in (ring_number, ring_number + 1))
        far = Point3(x, y, z + height * math.sin(low))
        near = Point3(x, y, z + height * math.sin(high))
        _slope(
            solid, far, near, radius * math.cos(low), radius * math.cos(high), (low + high) / 2, material, 2 * rings + 2
        )
    solid.path(_dome_outline(at, radius, height), width=width)
    return solid


def _slope(
    solid: Solid, far: Point3, near: Point3, radius: float, last: float, rise: float, material: Material, parts: int
) -> None:
    for part in range(parts):
        begin, end = part * 360 / parts - 135, (part + 1) * 360 / parts - 134.4
        middle = math.radians((begin + end) / 2)
        normal = Point3(math.cos(middle) * math.cos(rise), math.sin(middle) * math.cos(rise), math.sin(rise))
        if sum(normal) <= 0:
            continue
        outline = Path.arc(near, *rim("z", last), begin, end).then(
            Path.arc(far, *rim("z", radius), begin, end).reversed()
        )
        shown = Point3(max(normal.x, 0), max(normal.y, 0), normal.z)
        solid.path(outline, material.shade(shown), width=0)


def _dome_outline(at: Triple, radius: float, height: float) -> Path:
    """Return the outline of a half-ellipsoid: where its surface turns away from the viewer, then the front of its base."""
    half, lean = radius * math.sqrt(0.5), math.hypot(math.sqrt(2) * height, radius)
    crest = Point3(-half * radius / lean, -half * radius / lean, height * math.sqrt(2) * height / lean)
    return Path.arc(at, Point3(half, -half, 0), crest, 0, 180).then(Path.arc(at, *rim("z", radius), 135, -45))


def ring(
    scene: Scene,
    at: Triple,
    axis: str,
    outer: float,
    inner: float,
    thickness: float,
    material: Material,
    width: float = STROKE,
) -> Solid:
    """Draw a flat ring, such as a frame of a hull or a flange, from ``at`` along an axis."""
    far, near = Point3(*at), Point3(*at).moved(AXES[axis], thickness)
    solid = scene.solid(_spread(far, axis, -outer), _spread(near, axis, outer))
    start = silhouette(axis)
    side(solid, far, near, axis, outer, outer, material, width)
    face = (
        solid.scene.drawn(Path.arc(near, *rim(axis, outer), 0, 360))
        + "Z"
        + solid.scene.drawn(Path.arc(near, *rim(axis, inner), 0, 360))
        + "Z"
    )
    hole = Path.arc(near, *rim(axis, inner), start + 180, start + 360).then(
        Path.arc(far, *rim(axis, inner), start + 180, start + 360).reversed()
    )
    solid.mark(f'<path d="{face}" fill="{material.shade(AXES[axis])}" fill-rule="evenodd"/>')
    solid.mark(_clipped_hole(solid, hole, near, axis, inner, material))
    for radius in (outer, inner):
        disc(solid, near, axis, radius, width=width)
    return solid


def _clipped_hole(solid: Solid, hole: Path, near: Point3, axis: str, inner: float, material: Material) -> str:
    name = f"hole{len(solid.scene.solids)}"
    opening = solid.scene.drawn(Path.arc(near, *rim(axis, inner), 0, 360))
    return (
        f'<clipPath id="{name}"><path d="{opening}Z"/></clipPath>'
        f'<path d="{solid.scene.drawn(hole)}Z" clip-path="url(#{name})" fill="{material.right}" stroke="{solid.scene.palette.line}" stroke-width="{DETAIL}"/>'
    )


def _spread(centre: Point3, axis: str, by: float) -> Point3:
    first, second = ROUND[axis]
    return centre.moved(first, by).moved(second, by)
