"""A scene: solids in space, drawn on a sheet in the painter's order."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence

from portal.demo.plates.isometry import Path, Point2, Point3, Triple, project
from portal.demo.plates.palette import Palette

WIDTH, HEIGHT = 1000, 625
STROKE = 1.7
DETAIL = 0.95
HAIR = 0.6
TOUCH = 1e-6


class Solid:
    """A thing that fills a block of space; its marks are painted together, in the order they were made."""

    def __init__(self, scene: Scene, low: Triple, high: Triple) -> None:
        self.scene, self.low, self.high = scene, Point3(*low), Point3(*high)
        self.marks: list[str] = []
        self.last: tuple[str, str] | None = None
        self.upright_round = False

    def spans(self) -> list[tuple[float, float]]:
        """Return the block's extent across the three directions in which its outline on the sheet has edges."""
        low, high = self.low, self.high
        return [(low.x - high.y, high.x - low.y), (low.x - high.z, high.x - low.z), (low.y - high.z, high.y - low.z)]

    def behind(self, other: Solid) -> bool:
        """Tell whether a plane parts the two with this one on the far side."""
        return any(mine <= theirs + TOUCH for mine, theirs in zip(self.high, other.low, strict=True))

    def path(
        self,
        path: Path,
        fill: str = "none",
        stroke: str = "",
        width: float = STROKE,
        closed: bool = True,
        extra: str = "",
    ) -> None:
        """Paint a path; no stroke colour means the edge colour, width 0 means no edge."""
        colour = stroke or self.scene.palette.line
        edge = f' stroke="{colour}" stroke-width="{number(width)}"' if width else ""
        look = f'fill="{fill}"{edge}{extra}'
        outline = self.scene.drawn(path) + ("Z" if closed else "")
        if self.last is not None and self.last[1] == look and self._alike(fill, width, extra):
            outline = self.last[0] + outline
            self.marks.pop()
        self.marks.append(f'<path d="{outline}" {look}/>')
        self.last = (outline, look)

    def mark(self, markup: str) -> None:
        """Paint a ready piece of SVG."""
        self.marks.append(markup)
        self.last = None

    @staticmethod
    def _alike(fill: str, width: float, extra: str) -> bool:
        """Tell whether two paths of one look may be written as one: neither can hide a part of the other."""
        return not extra and (fill == "none" or not width)

    def face(self, points: Iterable[Triple], fill: str, stroke: str = "", width: float = STROKE) -> None:
        """Paint a flat polygon."""
        self.path(Path.through(points), fill, stroke, width)

    def line(self, points: Iterable[Triple], stroke: str = "", width: float = DETAIL, dash: str = "") -> None:
        """Paint an open line."""
        self.path(Path.through(points), "none", stroke, width, False, f' stroke-dasharray="{dash}"' if dash else "")

    def cased(self, path: Path, colour: str, width: float) -> None:
        """Paint a tube: a broad line with an edge on both sides."""
        self.path(path, "none", "", width + 2 * STROKE, False)
        self.path(path, "none", colour, width, False)


class Scene:
    """Collects solids and writes them as SVG, the farthest first."""

    def __init__(
        self, palette: Palette, scale: float, centre: Triple = (0, 0, 0), size: tuple[int, int] = (WIDTH, HEIGHT)
    ) -> None:
        self.palette, self.scale, self.size = palette, scale, size
        x, y = project(centre)
        self.origin = (size[0] / 2 - x * scale, size[1] / 2 - y * scale)
        self.solids: list[Solid] = []
        self.floor: list[Point3] = []
        self.under = Solid(self, (0, 0, 0), (0, 0, 0))
        self.over = Solid(self, (0, 0, 0), (0, 0, 0))

    def on_sheet(self, point: Triple) -> Point2:
        """Return a point of the scene in the sheet's pixels."""
        x, y = project(point)
        return self.origin[0] + x * self.scale, self.origin[1] + y * self.scale

    def drawn(self, path: Path) -> str:
        """Return a path in SVG's words."""
        words = ["M" + self._pair(path.start)]
        for step in path.steps:
            words.append(("C" if len(step) == 3 else "L") + " ".join(self._pair(point) for point in step))
        return "".join(words)

    def solid(self, low: Triple, high: Triple) -> Solid:
        """Return a new solid that fills a block of space."""
        solid = Solid(self, low, high)
        self.solids.append(solid)
        return solid

    def svg(self) -> str:
        """Return the sheet."""
        width, height = self.size
        ordered = painters_order(self.solids)
        marks = [*self.under.marks, *(mark for solid in ordered for mark in solid.marks), *self.over.marks]
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            'stroke-linejoin="round" stroke-linecap="round">'
            f'<rect width="{width}" height="{height}" fill="{self.palette.ground}"/>\n'
            + "\n".join(marks)
            + "\n</svg>\n"
        )

    def _pair(self, point: Point3) -> str:
        x, y = self.on_sheet(point)
        return f"{number(x)},{number(y)}"


def number(value: float) -> str:
    """Return a coordinate with at most two decimals and no spare zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def covers(first: Solid, second: Solid) -> bool:
    """Tell whether the outlines of two solids share some of the sheet."""
    pairs = zip(first.spans(), second.spans(), strict=True)
    return all(mine[0] < theirs[1] - TOUCH and theirs[0] < mine[1] - TOUCH for mine, theirs in pairs)


def painters_order(solids: Sequence[Solid]) -> list[Solid]:
    """Return the solids so that none is painted before one that it hides.

    Solids that run into one another, and those that do not meet on the sheet, keep the order of making.
    """
    queue = _Queue(len(solids))
    for one, first in enumerate(solids):
        for other in range(one + 1, len(solids)):
            if covers(first, solids[other]):
                queue.relate(one, other, first.behind(solids[other]), solids[other].behind(first))
    return [solids[index] for index in queue.emptied()]


class _Queue:
    """Numbers of solids that wait for those they must be painted after."""

    def __init__(self, size: int) -> None:
        self.left = set(range(size))
        self.after: list[list[tuple[int, bool]]] = [[] for _ in range(size)]
        self.waiting = [0] * size
        self.hidden = [0] * size

    def relate(self, one: int, other: int, first_behind: bool, second_behind: bool) -> None:
        """Note which of two is painted first: the hidden one, or the one made first where neither hides the other."""
        far, near = (other, one) if second_behind and not first_behind else (one, other)
        hides = first_behind or second_behind
        self.after[far].append((near, hides))
        self.waiting[near] += 1
        self.hidden[near] += hides

    def emptied(self) -> Iterator[int]:
        """Give the numbers in order; an order of making yields to what hides what."""
        ready = [index for index, count in enumerate(self.waiting) if count == 0]
        while self.left:
            index = heapq.heappop(ready) if ready else self._least_bound()
            if index not in self.left:
                continue
            self.left.discard(index)
            yield index
            for near, hides in self.after[index]:
                self.waiting[near] -= 1
                self.hidden[near] -= hides
                if self.waiting[near] == 0:
                    heapq.heappush(ready, near)

    def _least_bound(self) -> int:
        return min(self.left, key=lambda index: (self.hidden[index] > 0, index))
