"""What is drawn on a flat face: rows of windows, hatches, seams, dimension lines, the hot edge."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from portal.demo.plates.isometry import Path, Point3, Triple
from portal.demo.plates.palette import HOT
from portal.demo.plates.scene import DETAIL, HAIR, Scene, Solid


class Panel(NamedTuple):
    """A parallelogram in space: a corner and two sides; places on it are shares of the sides."""

    corner: Point3
    across: Point3
    up: Point3

    def at(self, across: float, up: float) -> Point3:
        """Return a point of the panel."""
        return self.corner.moved(self.across, across).moved(self.up, up)

    def part(self, low: tuple[float, float], high: tuple[float, float]) -> "Panel":
        """Return a smaller panel between two places."""
        width, height = high[0] - low[0], high[1] - low[1]
        return Panel(self.at(*low), self.across.scaled(width), self.up.scaled(height))

    def corners(self) -> list[Point3]:
        """Return the four corners."""
        return [self.at(0, 0), self.at(1, 0), self.at(1, 1), self.at(0, 1)]

    def sizes(self) -> tuple[float, float]:
        """Return the lengths of the two sides."""
        return math.hypot(*self.across), math.hypot(*self.up)


def left_of(at: Triple, size: Triple) -> Panel:
    """Return the left face of a block: across runs to the right, up goes up."""
    (x, y, z), (wide, deep, tall) = at, size
    return Panel(Point3(x, y + deep, z), Point3(wide, 0, 0), Point3(0, 0, tall))


def right_of(at: Triple, size: Triple) -> Panel:
    """Return the right face of a block: across runs away to the right, up goes up."""
    (x, y, z), (wide, deep, tall) = at, size
    return Panel(Point3(x + wide, y + deep, z), Point3(0, -deep, 0), Point3(0, 0, tall))


def top_of(at: Triple, size: Triple) -> Panel:
    """Return the top of a block: across runs to the lower right, up to the lower left."""
    (x, y, z), (wide, deep, tall) = at, size
    return Panel(Point3(x, y, z + tall), Point3(wide, 0, 0), Point3(0, deep, 0))


def rectangle(solid: Solid, panel: Panel, fill: str, stroke: str = "", width: float = DETAIL) -> None:
    """Paint a whole panel."""
    solid.face(panel.corners(), fill, stroke, width)


def cells(panel: Panel, columns: int, rows: int, gap: tuple[float, float] = (0.3, 0.3)) -> list[Panel]:
    """Return the cells of a grid on a panel, row by row from the corner; gaps are shares of a cell."""
    across, up = gap
    return [
        panel.part(
            ((column + across / 2) / columns, (row + up / 2) / rows),
            ((column + 1 - across / 2) / columns, (row + 1 - up / 2) / rows),
        )
        for row in range(rows)
        for column in range(columns)
    ]


def windows(
    solid: Solid, panel: Panel, columns: int, rows: int, fill: str, gap: tuple[float, float] = (0.3, 0.3),
    lit: Sequence[int] = (), light: str = "", width: float = 0,
) -> None:  # fmt: skip
    """Paint a grid of windows, some of them lit."""
    for index, cell in enumerate(cells(panel, columns, rows, gap)):
        rectangle(solid, cell, light if index in lit else fill, width=width)


def hatch(solid: Solid, panel: Panel, step: float, stroke: str = "", width: float = HAIR) -> None:
    """Paint lines at 45 degrees in the plane of a panel."""
    across, up = panel.sizes()
    for index in range(1, math.ceil((across + up) / step)):
        total = index * step
        first, last = max(0.0, total - up), min(total, across)
        solid.line(
            [panel.at(first / across, (total - first) / up), panel.at(last / across, (total - last) / up)],
            stroke,
            width,
        )


def seams(solid: Solid, panel: Panel, columns: int = 1, rows: int = 1, stroke: str = "", width: float = DETAIL) -> None:
    """Paint the lines that part a panel into equal columns and rows."""
    for column in range(1, columns):
        solid.line([panel.at(column / columns, 0), panel.at(column / columns, 1)], stroke, width)
    for row in range(1, rows):
        solid.line([panel.at(0, row / rows), panel.at(1, row / rows)], stroke, width)


def glow(solid: Solid, path: Path, width: float = 3.2, closed: bool = False) -> None:
    """Paint the hot edge: a bright line in two steps of its own light."""
    for times, share in ((5.5, 0.13), (2.8, 0.28)):
        solid.path(path, "none", HOT, width * times, closed, f' stroke-opacity="{share}"')
    solid.path(path, "none", HOT, width, closed)


def lettered_line(solid: Solid, start: Triple, end: Triple, tick: Triple, stroke: str, width: float = DETAIL) -> None:
    """Paint a dimension line: ticks across both ends and a slanting stroke where it meets them."""
    first, last, across = Point3(*start), Point3(*end), Point3(*tick)
    solid.line([first, last], stroke, width)
    along = Point3(*(to_part - from_part for from_part, to_part in zip(first, last, strict=True)))
    length = math.hypot(*along) or 1.0
    slant = along.scaled(math.hypot(*across) * 0.55 / length)
    for point in (first, last):
        solid.line([point.moved(across, -1), point.moved(across, 1)], stroke, width)
        solid.line(
            [point.moved(across, -0.45).moved(slant, -1), point.moved(across, 0.45).moved(slant)], stroke, width * 1.7
        )


def crop_ticks(scene: Scene, inset: float = 22, length: float = 16) -> None:
    """Paint the four corners of the sheet."""
    width, height = scene.size
    for x, dx in ((inset, 1), (width - inset, -1)):
        for y, dy in ((inset, 1), (height - inset, -1)):
            outline = f"M{x} {y + dy * length}V{y}H{x + dx * length}"
            scene.over.mark(f'<path d="{outline}" fill="none" stroke="{scene.palette.tone(0.5)}" stroke-width="1.2"/>')
