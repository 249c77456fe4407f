"""Puts the map together: what the template draws, with every number worked out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from technopolis.site_display import site_url
from technopolis.zone_map.boundaries import Boundaries, Position, Ring, read_boundaries
from technopolis.zone_map.placing import box_around, free_place
from technopolis.zone_map.projection import Box, Projection

if TYPE_CHECKING:
    from technopolis.models import District, Site

WIDTH, HEIGHT, EDGE = 640, 690, 14
GAP = 6
INSET = (226, 196)
ANYWHERE = 900


@dataclass(frozen=True)
class MapLayout:
    """How large markers and labels are in units of the drawing, how far a label may go, and which take places first.

    A label that finds no place within ``label_reach`` is left out.
    """

    marker: int = 44
    label: tuple[int, int] = (58, 20)
    label_reach: int = 48
    labels_first: bool = False


NUMBERED_SITES = MapLayout()


@dataclass(frozen=True)
class Outline:
    """A district's contour as an SVG path, with where its short name stands, if there is room for it."""

    path: str
    name: str
    slug: str
    label: Box | None = None


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


def draw_map(
    districts: Iterable["District"], sites: Iterable["Site"], layout: MapLayout = NUMBERED_SITES
) -> ZoneMap | None:
    """Return the map of ``sites``; ``None`` while there are no boundaries to draw."""
    boundaries = read_boundaries()
    known = [district for district in districts if district.polygon_key in boundaries.rings]
    near = [district for district in known if not district.in_inset]
    far = [district for district in known if district.in_inset]
    if not near:
        return None
    located = [site for site in sites if site.latitude is not None and site.longitude is not None]
    far_keys = {district.pk for district in far}
    sheet = Box(EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE)
    main = Projection.fitting(_positions(boundaries, near), sheet)
    inset = _emptiest_corner(sheet, [main.place(position) for position in _positions(boundaries, near)])
    whole = _Frame(boundaries, main, sheet, layout, taken=[inset] if far else [])
    outlines, markers = whole.fill(near, [site for site in located if site.district_id not in far_keys])
    inset_outlines: tuple[Outline, ...] = ()
    if far:
        magnified = Projection.fitting(_positions(boundaries, far), _inner(inset))
        corner = _Frame(boundaries, magnified, inset, layout, taken=[])
        inset_outlines, close_by = corner.fill(far, [site for site in located if site.district_id in far_keys])
        markers = [*close_by, *markers]
    return ZoneMap(
        outlines=outlines,
        inset_outlines=inset_outlines,
        inset=inset if far else None,
        markers=tuple(sorted(markers, key=lambda marker: marker.number)),
        caption=_caption(boundaries, located),
    )


def _caption(boundaries: Boundaries, located: Sequence["Site"]) -> str:
    """Return what the boundaries say of themselves, and of the places of sites where one of them is rough."""
    rough = _("Расположение площадок показано условно") if any(site.location_note for site in located) else ""
    return ". ".join(filter(None, [boundaries.caption, rough]))


@dataclass
class _Frame:
    """A part of the drawing with a scale of its own; what is placed in it never overlaps what is there already."""

    boundaries: Boundaries
    projection: Projection
    within: Box
    layout: MapLayout
    taken: list[Box]

    def fill(
        self, districts: Sequence["District"], sites: Sequence["Site"]
    ) -> tuple[tuple[Outline, ...], list[Marker]]:
        """Return the outlines and markers, placed in the order the layout wants."""
        if self.layout.labels_first:
            outlines = self._outlines(districts)
            return outlines, self._markers(sites)
        occupied = list(self.taken)
        markers = self._markers(sites)
        self.taken = [*occupied, *(marker.box for marker in markers)]
        return self._outlines(districts), markers

    def _markers(self, sites: Sequence["Site"]) -> list[Marker]:
        size = self.layout.marker
        markers = []
        for site in sites:
            position = float(site.longitude or 0), float(site.latitude or 0)
            point = self.within.nearest_inside(self.projection.place(position), size)
            wide = self._take(point, (size + GAP, size + GAP), ANYWHERE)
            if wide:
                box = box_around(wide.centre, size, size)
                markers.append(Marker(site.position, site.name, site.slug, site_url(site), box, point))
        return markers

    def _outlines(self, districts: Sequence["District"]) -> tuple[Outline, ...]:
        outlines = []
        for district in districts:
            rings = self.boundaries.rings[district.polygon_key]
            places = [self.projection.place(position) for ring in rings for position in ring]
            middle = sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)
            label = self._take(middle, self.layout.label, self.layout.label_reach)
            path = "".join(_path(ring, self.projection) for ring in rings)
            outlines.append(Outline(path, district.short_name, district.slug, label))
        return tuple(outlines)

    def _take(self, point: Position, size: tuple[float, float], reach: int) -> Box | None:
        box = free_place(point, size, self.within, self.taken, reach)
        if box:
            self.taken.append(box)
        return box


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


def _path(ring: Ring, projection: Projection) -> str:
    points = [f"{x:.1f} {y:.1f}" for x, y in map(projection.place, ring)]
    return f"M{'L'.join(points)}Z"
