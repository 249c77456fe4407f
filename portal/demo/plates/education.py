"""The plate of education: a training lathe and the drawing of what it turns."""

from portal.demo.plates.isometry import Path, Point3, rim, silhouette
from portal.demo.plates.machines import monitor
from portal.demo.plates.palette import HOT, PALETTES
from portal.demo.plates.scene import DETAIL, HAIR, STROKE, Scene, Solid
from portal.demo.plates.solids import band, bar, block, disc
from portal.demo.plates.stage import frame, grid, slab
from portal.demo.plates.surfaces import Panel, cells, glow, hatch, left_of, lettered_line, rectangle, seams, top_of

CENTRE = 2.15


def education() -> Scene:
    """A lathe turns a stepped shaft; the same shaft stands drawn on a board; students' benches wait behind."""
    scene = Scene(PALETTES["copper"], 44, (0, 0, 1.65))
    grid(scene, 14)
    slab(scene, (-5.8, -5.0), (5.8, 5.4), 0.4, (4, 4))
    _wall(scene)
    for x in (-4.9, -1.7, 1.5):
        _bench(scene, (x, -3.6))
    _lathe(scene)
    _drawing(scene)
    frame(scene)
    return scene


def _wall(scene: Scene) -> None:
    palette, at, size = scene.palette, (-5.4, -4.9, 0), (9.8, 0.2, 3.3)
    wall = block(scene, at, size, palette.tinted)
    for index, cell in enumerate(cells(left_of(at, size).part((0.03, 0.4), (0.97, 0.95)), 5, 1, (0.14, 0.0))):
        rectangle(wall, cell, palette.tone(0.2))
        for tool in range(4):
            x = 0.14 + tool * 0.22
            wall.line([cell.at(x, 0.85), cell.at(x, 0.4 - 0.1 * ((tool + index) % 3))], palette.tone(0.82), 3.2)
            rectangle(wall, cell.part((x - 0.05, 0.72), (x + 0.05, 0.9)), palette.tone(0.6))


def _bench(scene: Scene, at: tuple[float, float]) -> None:
    (x, y), palette = at, scene.palette
    for dx in (0.0, 2.2):
        block(scene, (x + dx, y, 0), (0.2, 1.1, 0.95), palette.deep, DETAIL)
    block(scene, (x - 0.1, y - 0.05, 0.95), (2.6, 1.2, 0.14), palette.pale)
    monitor(scene, (x + 0.3, y + 0.15, 1.4), 1.3, 0.8)
    block(scene, (x + 1.8, y + 0.45, 1.09), (0.5, 0.5, 0.28), palette.tinted, DETAIL)


def _lathe(scene: Scene) -> None:
    palette = scene.palette
    for x, length in ((-4.3, 2.6), (2.2, 2.0)):
        at, size = (x, -0.4, 0.0), (length, 1.7, 0.95)
        foot = block(scene, at, size, palette.tinted)
        hatch(foot, left_of(at, size).part((0.15, 0.2), (0.85, 0.8)), 0.18)
    at, size = (-4.4, -0.5, 0.95), (8.8, 1.9, 0.5)
    bed = block(scene, at, size, palette.mid)
    for share in (0.2, 0.72):
        rectangle(bed, top_of(at, size).part((0.3, share), (1.0, share + 0.12)), palette.pale.top)
    seams(bed, left_of(at, size), 8, 1, width=HAIR)
    head_at, head = (-4.4, -0.5, 1.45), (2.3, 1.9, 1.75)
    box = block(scene, head_at, head, palette.pale)
    panel = left_of(head_at, head)
    rectangle(box, panel.part((0.1, 0.5), (0.62, 0.9)), palette.dark.left)
    for share in (0.2, 0.4, 0.6):
        disc(box, panel.at(share, 0.26), "y", 0.14, palette.tinted.left, width=DETAIL)
    disc(box, panel.at(0.82, 0.7), "y", 0.2, palette.deep.left)
    axis = 0.45
    bar(scene, (-2.1, axis, CENTRE), "x", 0.62, 0.18, palette.mid)
    chuck = bar(scene, (-1.92, axis, CENTRE), "x", 0.78, 0.62, palette.deep)
    band(chuck, (-1.6, axis, CENTRE), "x", 0.78, palette.tone(0.5))
    for radius, start, length in ((0.5, -1.3, 0.7), (0.38, -0.6, 1.1), (0.27, 0.5, 0.9), (0.18, 1.4, 0.7)):
        bar(scene, (start, axis, CENTRE), "x", radius, length, palette.pale)
    _tailstock(scene, axis)
    _carriage(scene)


def _tailstock(scene: Scene, axis: float) -> None:
    palette = scene.palette
    bar(scene, (2.1, axis, CENTRE), "x", 0.1, 0.5, palette.mid, DETAIL, end_radius=0.26)
    block(scene, (2.6, -0.2, 1.45), (1.1, 1.3, 1.2), palette.pale)
    wheel = bar(scene, (3.7, axis, CENTRE), "x", 0.2, 0.25, palette.mid, DETAIL)
    disc(wheel, (3.95, axis, CENTRE), "x", 0.5, palette.deep.right)
    disc(wheel, (3.95, axis, CENTRE), "x", 0.36, palette.tone(0.3), width=DETAIL)


def _carriage(scene: Scene) -> None:
    palette = scene.palette
    block(scene, (-0.45, 0.95, 1.45), (1.3, 0.9, 0.3), palette.tinted)
    block(scene, (-0.1, 1.0, 1.75), (0.6, 0.6, 0.42), palette.deep)
    wheel = bar(scene, (0.2, 1.85, 1.5), "y", 0.3, 0.12, palette.pale, DETAIL)
    disc(wheel, (0.2, 1.97, 1.5), "y", 0.08, palette.deep.left, width=DETAIL)
    cut = scene.solid((0.05, 0.7, 1.9), (0.3, 1.0, 2.3))
    cut.face([(0.05, 1.1, 2.1), (0.35, 1.1, 2.1), (0.25, 0.72, 2.16)], palette.tone(0.9), width=DETAIL)
    start = silhouette("x")
    glow(cut, Path.arc((0.16, 0.45, CENTRE), *rim("x", 0.4), start + 10, start + 180), 2.6)
    curl = Path.arc((0.2, 1.2, 2.45), *rim("x", 0.26), 200, 520)
    cut.path(curl, "none", HOT, 2.0, False)


def _drawing(scene: Scene) -> None:
    """Draw the board at the front with the shaft in plan, its axis and sizes."""
    palette = scene.palette
    board = scene.solid((-4.6, 3.0, 0), (-0.4, 4.6, 3.0))
    for x in (-4.2, -0.8):
        board.line([(x, 3.1, 2.7), (x, 2.9, 0)], palette.tone(0.34), 4)
        board.line([(x, 4.4, 0.9), (x, 4.5, 0)], palette.tone(0.34), 4)
    panel = Panel(Point3(-4.6, 4.5, 0.75), Point3(4.2, 0, 0), Point3(0, -1.45, 2.2))
    thickness = Panel(panel.at(1, 0), Point3(0.0, -0.08, -0.08), panel.up)
    rectangle(board, thickness, palette.mid.right, width=STROKE)
    rectangle(board, panel, palette.mid.left, width=STROKE)
    paper = panel.part((0.05, 0.08), (0.95, 0.92))
    rectangle(board, paper, palette.tone(0.99))
    _shaft(board, paper)
    ruler = panel.part((0.0, 0.3), (1.0, 0.36))
    rectangle(board, ruler, palette.tinted.left)


def _shaft(board: Solid, paper: Panel) -> None:
    ink = board.scene.palette.tone(0.16)
    board.line([paper.at(0.05, 0.62), paper.at(0.95, 0.62)], ink, HAIR, "7 2 2 2")
    for start, end, half in ((0.12, 0.3, 0.2), (0.3, 0.56, 0.15), (0.56, 0.76, 0.11), (0.76, 0.88, 0.07)):
        rectangle(board, paper.part((start, 0.62 - half), (end, 0.62 + half)), "none", ink, STROKE)
    hatch(board, paper.part((0.12, 0.42), (0.3, 0.62)), 0.12, ink)
    tick = paper.up.scaled(0.035)
    lettered_line(board, paper.at(0.12, 0.9), paper.at(0.56, 0.9), tick, ink)
    lettered_line(board, paper.at(0.12, 0.16), paper.at(0.88, 0.16), tick, ink)
    rectangle(board, paper.part((0.7, 0.0), (1.0, 0.09)), "none", ink, DETAIL)
