"""The picture of a link in a messenger: the opening's drawing on the right, free ground for words on the left."""

from portal.demo.plates.opening import draw_opening
from portal.demo.plates.palette import PALETTES
from portal.demo.plates.scene import Scene
from portal.demo.plates.shadows import throw_shadows
from portal.demo.plates.surfaces import crop_ticks

SIZE = (1200, 630)


def social_card() -> Scene:
    """Return the card's scene; the title is set over it as text elsewhere."""
    scene = Scene(PALETTES["steel"], 22.5, (-9.35, 8.75, 2.9), SIZE)
    draw_opening(scene)
    throw_shadows(scene, scene.floor)
    crop_ticks(scene, 26, 20)
    return scene
