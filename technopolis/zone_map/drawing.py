"""Puts the map together: what the template draws, with every number worked out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from technopolis.site_display import site_url
from technopolis.zone_map.boundaries import Boundaries, Position, Ring, read_boundaries
from technopolis.zone_map.placing import box_around, free_place
from technopolis.zone_map.projection import Box, Projection

if TYPE_CHECKING:
    from technopolis.models import District, Site

WIDTH, HEIGHT, EDGE = 640, 690, 14
MARKER = 44
GAP = 6
LABEL = (58, 20)
INSET = (226, 196)
ANYWHERE = 900
CLOSE = 48


@dataclass(frozen=True)
class Outline:
    """A district's contour as an SVG path, with where its short name stands, if there is room for it."""

    path: str
    name: str
    label: Position | None = None


@dataclass(frozen=True)
class Marker:
    """A site's number, where it stands, and the point it belongs to."""

    number: int
    name: str
    slug: str
    url: str
    box: Box
    point: Position

    @property
    def is_moved(self) -> bool:
        """Whether the marker stands beside its point, so that a line must join them."""
        left, top = self.point
        return not (self.box.left < left < self.box.right and self.box.top < top < self.box.bottom)


@dataclass(frozen=True)
class ZoneMap:
    """The drawing: districts, an inset for what lies far off, markers."""

    outlines: tuple[Outline, ...]
    inset_outlines: tuple[Outline, ...]
    inset: Box | None
    markers: tuple[Marker, ...]
    caption: str
    width: int = WIDTH
    height: int = HEIGHT


def draw_map(districts: Iterable["District"], sites: Iterable["Site"]) -> ZoneMap | None:
    """Return the map of ``sites``; ``None`` while there are no boundaries to draw."""
    boundaries = read_boundaries()
    known = [district for district in districts if district.polygon_key in boundaries.rings]
    near = [district for district in known if not district.in_inset]
    far = [district for district in known if district.in_inset]
    if not near:
        return None
    located = [site for site in sites if site.latitude is not None and site.longitude is not None]
    sheet = Box(EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE)
    main = Projection.fitting(_positions(boundaries, near), sheet)
    inset = _emptiest_corner(sheet, [main.place(position) for position in _positions(boundaries, near)])
    magnified = Projection.fitting(_positions(boundaries, far), _inner(inset)) if far else None
    far_keys = {district.pk for district in far}
    close_by = _place([site for site in located if site.district_id in far_keys], magnified, inset, []) if far else []
    taken = [inset] if far else []
    others = _place([site for site in located if site.district_id not in far_keys], main, sheet, taken)
    markers = sorted([*close_by, *others], key=lambda marker: marker.number)
    covered = [*taken, *(marker.box for marker in markers)]
    return ZoneMap(
        outlines=_outlines(near, boundaries, main, sheet, covered),
        inset_outlines=_outlines(far, boundaries, magnified, inset, covered[1:]) if magnified else (),
        inset=inset if far else None,
        markers=tuple(markers),
        caption=boundaries.caption,
    )


def _positions(boundaries: Boundaries, districts: Iterable["District"]) -> list[Position]:
    return [place for district in districts for ring in boundaries.rings[district.polygon_key] for place in ring]


def _inner(box: Box) -> Box:
    return Box(box.left + 12, box.top + 12, box.width - 24, box.height - 24)


def _emptiest_corner(sheet: Box, points: Sequence[Position]) -> Box:
    width, height = INSET
    corners = [
        Box(left, top, width, height)
        for top in (sheet.top, sheet.bottom - height)
        for left in (sheet.left, sheet.right - width)
    ]
    return min(corners, key=lambda box: sum(box.overlaps(box_around(point, 2, 2)) for point in points))


def _place(sites: Sequence["Site"], projection: Projection | None, within: Box, taken: Sequence[Box]) -> list[Marker]:
    if projection is None:
        return []
    markers: list[Marker] = []
    boxes = list(taken)
    for site in sites:
        point = within.nearest_inside(projection.place((float(site.longitude or 0), float(site.latitude or 0))), MARKER)
        wide = free_place(point, (MARKER + GAP, MARKER + GAP), within, boxes, ANYWHERE)
        if wide is None:
            continue
        boxes.append(wide)
        box = box_around(wide.centre, MARKER, MARKER)
        markers.append(Marker(site.position, site.name, site.slug, site_url(site), box, point))
    return markers


def _outlines(
    districts: Iterable["District"], boundaries: Boundaries, projection: Projection, within: Box, covered: Sequence[Box]
) -> tuple[Outline, ...]:
    outlines = []
    taken = list(covered)
    for district in districts:
        rings = boundaries.rings[district.polygon_key]
        places = [projection.place(position) for ring in rings for position in ring]
        middle = sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)
        label = free_place(middle, LABEL, within, taken, CLOSE)
        if label:
            taken.append(label)
        path = "".join(_path(ring, projection) for ring in rings)
        outlines.append(Outline(path, district.short_name, label.centre if label else None))
    return tuple(outlines)


def _path(ring: Ring, projection: Projection) -> str:
    points = [f"{x:.1f} {y:.1f}" for x, y in map(projection.place, ring)]
    return f"M{'L'.join(points)}Z"
