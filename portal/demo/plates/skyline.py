"""The city's towers: three kinds of walls, so that a skyline is not one pattern."""

from enum import Enum

from portal.demo.plates.isometry import Triple
from portal.demo.plates.palette import Material
from portal.demo.plates.scene import HAIR, Scene, Solid
from portal.demo.plates.solids import block
from portal.demo.plates.surfaces import Panel, left_of, rectangle, right_of, seams, top_of, windows

STOREY = 0.5
LIT_EVERY = 9


class Facade(Enum):
    """What the walls of a tower look like."""

    GRID = "grid"
    BANDS = "bands"
    RIBS = "ribs"


def city_tower(scene: Scene, at: Triple, size: Triple, facade: Facade, material: Material) -> Solid:
    """Draw a tower with one of the three kinds of walls and a parapet."""
    palette = scene.palette
    body = block(scene, at, size, material)
    bright = material is palette.pale
    for panel, glass, light in (
        (left_of(at, size), palette.tone(0.24) if bright else palette.tone(0.12), palette.tone(0.95)),
        (right_of(at, size), palette.tone(0.12) if bright else palette.shadow(0.15), palette.tone(0.6)),
    ):
        _wall(body, panel.part((0.07, 0.04), (0.93, 0.96)), facade, glass, light)
    roof = top_of(at, size)
    rectangle(body, roof.part((0.09, 0.09), (0.91, 0.91)), palette.tone(0.62) if bright else material.left)
    return body


def _wall(body: Solid, panel: Panel, facade: Facade, glass: str, light: str) -> None:
    across, up = panel.sizes()
    floors = max(2, round(up / STOREY))
    if facade is Facade.GRID:
        columns = max(3, round(across / 0.44))
        lit = [index for index in range(columns * floors) if (index * 7 + index // columns * 4) % LIT_EVERY == 0]
        windows(body, panel, columns, floors, glass, (0.36, 0.44), lit, light)
    elif facade is Facade.BANDS:
        windows(body, panel, 1, floors, glass, (0, 0.46))
        seams(body, panel, max(3, round(across / 0.44)), 1, width=HAIR)
    else:
        windows(body, panel, max(4, round(across / 0.36)), 1, glass, (0.46, 0))
        seams(body, panel, 1, max(2, floors // 3), width=HAIR)
