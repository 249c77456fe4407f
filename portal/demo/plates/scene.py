"""A sheet on which solids are drawn from back to front."""

from collections.abc import Iterable, Sequence

from portal.demo.plates.isometry import Point2, Point3, between, circle, hull, project
from portal.demo.plates.palette import HOT, LINE, Palette, mix

WIDTH, HEIGHT = 2000, 1250
STROKE = 3
FLOOR = -1000
MARGIN = 120


class Scene:
    """Collects shapes with their depth and writes them as SVG, the farthest first."""

    def __init__(
        self, palette: Palette, scale: float = 60, origin: Point2 = (1000, 560), size: tuple[int, int] = (WIDTH, HEIGHT)
    ) -> None:
        self.palette, self.scale, self.origin, self.size = palette, scale, origin, size
        self.shapes: list[tuple[float, int, str]] = []
        self.extent: list[Point2] = []

    def tone(self, light: float, tint: float = 0) -> str:
        """Return a face's colour: how much light falls on it, how much of the subject's tint it has."""
        base = mix(self.palette.ground, LINE, light)
        return mix(base, self.palette.tint, tint) if tint else base

    def on_sheet(self, point: Point3) -> Point2:
        """Return a point of the scene in the sheet's pixels."""
        return self.placed(project(point))

    def placed(self, point: Point2) -> Point2:
        """Return a projected point in the sheet's pixels."""
        return self.origin[0] + point[0] * self.scale, self.origin[1] + point[1] * self.scale

    def add(self, depth: float, markup: str) -> None:
        """Keep a shape; a greater depth is nearer to the viewer."""
        self.shapes.append((depth, len(self.shapes), markup))

    def face(
        self, points: Sequence[Point3], fill: str, depth: float, stroke: str = LINE, width: float = STROKE
    ) -> None:
        """Draw a filled flat shape."""
        self.outline([self.on_sheet(point) for point in points], fill, depth, stroke, width)

    def outline(
        self, pixels: Iterable[Point2], fill: str, depth: float, stroke: str = LINE, width: float = STROKE
    ) -> None:
        """Draw a closed shape given in pixels."""
        corners = list(pixels)
        self.extent += corners
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
        line = f'stroke="{stroke}" stroke-width="{width}"' if width else ""
        self.add(depth, f'<polygon points="{path}" fill="{fill}" {line}/>')

    def line(
        self, points: Sequence[Point3], depth: float, colour: str = LINE, width: float = STROKE, dash: str = ""
    ) -> None:
        """Draw an open line through points of the scene."""
        corners = [self.on_sheet(point) for point in points]
        if depth > FLOOR:
            self.extent += corners
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.add(depth, f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"{dashes}/>')

    def box(
        self, at: Point3, size: Point3, light: float = 1, tint: float = 0, depth: float | None = None, hot: bool = False
    ) -> None:
        """Draw a block whose far lower corner is ``at``; ``light`` scales its three tones; ``hot`` lights its top edge."""
        (x, y, z), (w, d, h) = at, size
        nearness = x + y + (w + d) / 2 + z * 0.02 if depth is None else depth
        top = [(x, y, z + h), (x + w, y, z + h), (x + w, y + d, z + h), (x, y + d, z + h)]
        left = [(x, y + d, z), (x + w, y + d, z), (x + w, y + d, z + h), (x, y + d, z + h)]
        right = [(x + w, y, z), (x + w, y + d, z), (x + w, y + d, z + h), (x + w, y, z + h)]
        self.face(left, self.tone(0.17 * light, tint), nearness)
        self.face(right, self.tone(0.09 * light, tint * 0.8), nearness)
        self.face(top, self.tone(0.34 * light, tint), nearness)
        if hot:
            self.line([(x, y + d, z + h), (x + w, y + d, z + h), (x + w, y, z + h)], nearness, HOT, STROKE * 3)

    def cylinder(
        self,
        at: Point3,
        axis: str,
        radius: float,
        length: float,
        light: float = 1,
        tint: float = 0,
        depth: float | None = None,
    ) -> None:
        """Draw a round bar from ``at`` along ``axis``; its near end is the lighter one."""
        x, y, z = at
        far = {"x": (x + length, y, z), "y": (x, y + length, z), "z": (x, y, z + length)}[axis]
        nearness = x + y + (length / 2 if axis != "z" else 0) + z * 0.02 if depth is None else depth
        rings = [[project(point) for point in circle(end, axis, radius)] for end in (at, far)]
        self.outline(
            [self.placed(point) for point in hull(rings[0] + rings[1])], self.tone(0.14 * light, tint * 0.9), nearness
        )
        self.face(circle(far, axis, radius), self.tone(0.32 * light, tint), nearness)

    def ring(
        self,
        at: Point3,
        axis: str,
        radius: float,
        depth: float,
        colour: str = LINE,
        width: float = STROKE,
        fill: str = "none",
    ) -> None:
        """Draw a circle around ``axis``."""
        self.face(circle(at, axis, radius), fill, depth, colour, width)

    def hatch(self, corners: Sequence[Point3], step: float, depth: float, colour: str | None = None) -> None:
        """Fill a parallelogram (four corners) with lines parallel to its first side."""
        (a, b, _, d) = corners
        count = max(int(1 / step), 1)
        for number in range(1, count):
            share = number / count
            start, end = between(a, d, share), between(b, corners[2], share)
            self.line([start, end], depth, colour or self.tone(0.3), 1.5)

    def floor(self, low: int, high: int, step: float = 1) -> None:
        """Draw the faint grid all plates stand on."""
        for number in range(low, high + 1):
            for ends in (
                ((number * step, low * step, 0), (number * step, high * step, 0)),
                ((low * step, number * step, 0), (high * step, number * step, 0)),
            ):
                self.line(ends, FLOOR, self.tone(0.075), 1.5)

    def dimension(self, start: Point3, end: Point3, depth: float = 900) -> None:
        """Draw a dimension line with ticks at both ends."""
        self.line([start, end], depth, self.palette.tint, 2)
        for x, y, z in (start, end):
            self.line([(x, y, z - 0.14), (x, y, z + 0.14)], depth, self.palette.tint, 2)

    def fitted(self) -> tuple[float, Point2]:
        """Return the scale and origin with which the drawing fills its sheet, a margin left on each side."""
        xs, ys = [x for x, _ in self.extent], [y for _, y in self.extent]
        width, height = self.size
        growth = min((width - 2 * MARGIN) / (max(xs) - min(xs)), (height - 2 * MARGIN) / (max(ys) - min(ys)))
        middle = ((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2)
        origin = (width / 2 + (self.origin[0] - middle[0]) * growth, height / 2 + (self.origin[1] - middle[1]) * growth)
        return self.scale * growth, origin

    def crop_marks(self) -> str:
        """Return the ticks in the sheet's corners."""
        width, height = self.size
        inset, length = 44, 34
        marks = []
        for x, dx in ((inset, 1), (width - inset, -1)):
            for y, dy in ((inset, 1), (height - inset, -1)):
                marks.append(
                    f'<path d="M{x} {y + dy * length}V{y}H{x + dx * length}" fill="none" stroke="{self.tone(0.45)}" stroke-width="2"/>'
                )
        return "".join(marks)

    def svg(self) -> str:
        """Return the sheet."""
        width, height = self.size
        body = "\n".join(markup for _, _, markup in sorted(self.shapes, key=lambda shape: shape[:2]))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'stroke-linejoin="round" stroke-linecap="round"><rect width="{width}" height="{height}" fill="{self.palette.ground}"/>\n'
            f"{body}\n{self.crop_marks()}</svg>\n"
        )
