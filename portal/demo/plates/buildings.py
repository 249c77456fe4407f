"""Buildings of the plates: saw-tooth shops, towers, laboratory blocks, chimneys, tanks, trees."""

from portal.demo.plates.isometry import AXES, Point3, Triple
from portal.demo.plates.palette import Material
from portal.demo.plates.scene import DETAIL, HAIR, Scene, Solid
from portal.demo.plates.solids import band, bar, block, disc, dome, extrude
from portal.demo.plates.surfaces import Panel, left_of, rectangle, right_of, seams, top_of, windows


def saw_tooth(
    scene: Scene,
    at: Triple,
    size: Triple,
    teeth: int,
    material: Material,
    glass: str,
    rise: float = 0.0,
    gates: bool = True,
) -> Solid:
    """Draw a shop whose roof rises in teeth along x; the steep sides of the teeth are glazed."""
    (x, y, z), (wide, deep, tall) = at, size
    step = wide / teeth
    up = rise or step * 0.55
    profile = [(x, z), (x, z + tall)]
    for tooth in range(teeth):
        profile += [(x + (tooth + 1) * step, z + tall + up), (x + (tooth + 1) * step, z + tall)]
    profile.append((x + wide, z))
    shop = extrude(scene, profile, "y", y, y + deep, material)
    last = Panel(Point3(x + wide, y + deep, z + tall), Point3(0, -deep, 0), Point3(0, 0, up))
    shop.face(last.corners(), glass)
    seams(shop, last, max(2, round(deep / 0.55)), 1)
    for tooth in range(teeth):
        _tooth_front(
            shop,
            Panel(Point3(x + tooth * step, y + deep, z), Point3(step, 0, 0), Point3(0, 0, tall)),
            gates and tooth % 2 == 0,
        )
    for tooth in range(1, teeth):
        _glazing(shop, x + tooth * step, (y, y + deep), (z + tall, up), step, glass, material)
    windows(
        shop,
        right_of(at, size).part((0.04, 0.3), (0.96, 0.75)),
        max(3, round(deep / 0.5)),
        1,
        scene.palette.dark.right,
        (0.35, 0),
    )
    return shop


def _tooth_front(shop: Solid, front: Panel, gate: bool) -> None:
    palette = shop.scene.palette
    if gate:
        rectangle(shop, front.part((0.22, 0), (0.78, 0.62)), palette.dark.left)
        seams(shop, front.part((0.22, 0), (0.78, 0.62)), 1, 4, palette.tone(0.2), HAIR)
    else:
        windows(shop, front.part((0.12, 0.28), (0.88, 0.7)), 3, 1, palette.dark.left, (0.25, 0))


def _glazing(
    shop: Solid,
    x: float,
    span: tuple[float, float],
    rise: tuple[float, float],
    step: float,
    glass: str,
    material: Material,
) -> None:
    """Glaze a tooth seen over the next one: the part that the next slope leaves free."""
    panel = Panel(Point3(x, span[1], rise[0]), Point3(0, span[0] - span[1], 0), Point3(0, 0, rise[1]))
    shop.face(panel.corners(), glass)
    seams(shop, panel, max(2, round((span[1] - span[0]) / 0.55)), 1)
    slope = Panel(Point3(x, span[0], rise[0]), Point3(step, 0, rise[1]), Point3(0, span[1] - span[0], 0))
    shop.face(slope.corners(), material.shade((-rise[1], 0, step)))
    seams(shop, slope, 1, max(2, round((span[1] - span[0]) / 0.55)), "", HAIR)
    front = [
        Point3(x, span[1], rise[0]),
        Point3(x + step, span[1], rise[0]),
        Point3(x + step, span[1], rise[0] + rise[1]),
    ]
    shop.face(front, material.shade(AXES["y"]))


def tower(
    scene: Scene, at: Triple, size: Triple, floors: int, material: Material, lit: int = 0, bays: float = 0.36
) -> Solid:
    """Draw a tower with rows of windows on both faces; ``lit`` spreads lit ones, 0 leaves all dark."""
    palette = scene.palette
    body = block(scene, at, size, material)
    for panel, fill, light in (
        (left_of(at, size), palette.dark.left, palette.pale.left),
        (right_of(at, size), palette.dark.right, palette.tone(0.62)),
    ):
        columns = max(2, round(panel.sizes()[0] / bays))
        chosen = [
            index
            for index in range(columns * floors)
            if lit and (index * 7 + index // columns * 5 + lit) % (lit + 4) == 0
        ]
        windows(body, panel.part((0.06, 0.04), (0.94, 0.96)), columns, floors, fill, (0.34, 0.44), chosen, light)
    rectangle(
        body,
        top_of(at, size).part((0.08, 0.08), (0.92, 0.92)),
        palette.tone(0.5) if material is palette.pale else material.left,
    )
    return body


def laboratory(scene: Scene, at: Triple, size: Triple, floors: int, material: Material, glass: Material) -> Solid:
    """Draw a clean block of ribbon windows: bands of glass between bands of wall."""
    body = block(scene, at, size, material)
    for panel, fill in ((left_of(at, size), glass.left), (right_of(at, size), glass.right)):
        columns = max(3, round(panel.sizes()[0] / 0.5))
        for floor in range(floors):
            ribbon = panel.part((0.03, (floor + 0.3) / floors), (0.97, (floor + 0.85) / floors))
            rectangle(body, ribbon, fill)
            seams(body, ribbon, columns, 1, "", HAIR)
    roof = top_of(at, size)
    rectangle(
        body,
        roof.part((0.04, 0.06), (0.96, 0.94)),
        material.left if material.top == scene.palette.pale.top else material.top,
    )
    return body


def plant_on_roof(scene: Scene, at: Triple, size: tuple[float, float], units: int) -> None:
    """Draw a row of ventilation units on a roof."""
    (x, y, z), (wide, deep) = at, size
    step = wide / units
    for index in range(units):
        left = x + index * step
        unit = block(scene, (left, y, z), (step * 0.7, deep, 0.34), scene.palette.mid, DETAIL)
        disc(
            unit,
            (left + step * 0.35, y + deep / 2, z + 0.34),
            "z",
            min(step * 0.7, deep) * 0.34,
            scene.palette.deep.left,
            width=DETAIL,
        )


def chimney(scene: Scene, at: Triple, radius: float, height: float, material: Material, stripes: int = 2) -> Solid:
    """Draw a chimney with dark stripes near its mouth."""
    x, y, z = at
    block(scene, (x - radius * 1.5, y - radius * 1.5, z), (radius * 3, radius * 3, 0.4), material)
    stack = bar(scene, (x, y, z + 0.4), "z", radius, height - 0.4, material, end_radius=radius * 0.78)
    for stripe in range(stripes):
        level = z + height * (0.94 - stripe * 0.1)
        share = (level - z) / height
        band(stack, (x, y, level), "z", radius * (1 - 0.22 * share), scene.palette.shadow(0.5), 4.5)
    disc(stack, (x, y, z + height), "z", radius * 0.55, scene.palette.dark.top, width=DETAIL)
    return stack


def tank(scene: Scene, at: Triple, radius: float, height: float, material: Material, rings: int = 2) -> None:
    """Draw a standing tank with a domed lid."""
    x, y, z = at
    body = bar(scene, at, "z", radius, height, material)
    for ring in range(1, rings + 1):
        band(body, (x, y, z + height * ring / (rings + 1)), "z", radius)
    dome(scene, (x, y, z + height), radius, radius * 0.45, material)
    bar(scene, (x, y, z + height + radius * 0.42), "z", radius * 0.18, 0.16, scene.palette.deep, DETAIL)


def tree(scene: Scene, at: tuple[float, float], height: float = 0.9) -> None:
    """Draw a tree: a cone of two tiers on a stem."""
    (x, y), palette = at, scene.palette
    bar(scene, (x, y, 0), "z", height * 0.06, height * 0.25, palette.deep, DETAIL)
    for tier, (radius, level) in enumerate(((0.3, 0.22), (0.22, 0.55))):
        cone = palette.tinted if tier == 0 else palette.mid
        bar(scene, (x, y, height * level), "z", height * radius, height * 0.42, cone, DETAIL, end_radius=0.012)
