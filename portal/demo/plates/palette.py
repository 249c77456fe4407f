"""Colours of the plates: one ground, one tint, paper, ink and a single hot edge."""

from dataclasses import dataclass
from functools import cached_property

from portal.demo.plates.isometry import Triple, unit

PAPER = "#F6F4EF"
INK = "#0F1418"
HOT = "#FF7A55"
HOT_DEEP = "#A82A1F"


def mix(first: str, second: str, share: float) -> str:
    """Return the colour ``share`` of the way from ``first`` to ``second``."""
    one, other = (tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5)) for colour in (first, second))
    return "#" + "".join(
        f"{round(part + (other_part - part) * share):02X}" for part, other_part in zip(one, other, strict=True)
    )


@dataclass(frozen=True)
class Material:
    """What a surface looks like from above, on its left and on its right: light falls from the upper left."""

    top: str
    left: str
    right: str

    def shade(self, normal: Triple) -> str:
        """Return the colour of a surface that looks in a direction: the squares of its parts weigh the three tones."""
        x, y, z = normal
        direction = unit((max(x, 0.0), max(y, 0.0), max(z, 0.0)))
        colour = mix(self.top, self.left, direction.y**2 / max(direction.y**2 + direction.z**2, 1e-9))
        return mix(colour, self.right, direction.x**2)


@dataclass(frozen=True)
class Palette:
    """A deep ground and the tint of the subject drawn on it."""

    ground: str
    tint: str

    def tone(self, light: float) -> str:
        """Return a step between the ground (0), the tint (0.5) and paper (1)."""
        if light <= 0.5:
            return mix(self.ground, self.tint, light * 2)
        return mix(self.tint, PAPER, light * 2 - 1)

    def shadow(self, depth: float) -> str:
        """Return a step between the ground (0) and ink (1)."""
        return mix(self.ground, INK, depth)

    @cached_property
    def line(self) -> str:
        """The colour of edges."""
        return self.shadow(0.72)

    @cached_property
    def pale(self) -> Material:
        """Painted sheet: the lightest thing of a plate."""
        return Material(self.tone(0.97), self.tone(0.66), self.tone(0.36))

    @cached_property
    def mid(self) -> Material:
        """Bare steel."""
        return Material(self.tone(0.7), self.tone(0.45), self.tone(0.2))

    @cached_property
    def tinted(self) -> Material:
        """The subject's own colour at its strongest."""
        return Material(self.tone(0.54), self.tone(0.34), self.tone(0.14))

    @cached_property
    def deep(self) -> Material:
        """Cast iron, roofs, tyres."""
        return Material(self.tone(0.3), self.tone(0.1), self.shadow(0.38))

    @cached_property
    def dark(self) -> Material:
        """Glass at night and openings."""
        return Material(self.shadow(0.3), self.shadow(0.5), self.shadow(0.62))

    @cached_property
    def floor(self) -> Material:
        """The slab all stands on."""
        return Material(self.tone(0.085), self.shadow(0.3), self.shadow(0.5))

    @cached_property
    def hot(self) -> Material:
        """The one glowing thing of a plate."""
        return Material(HOT, mix(HOT, HOT_DEEP, 0.45), HOT_DEEP)


PALETTES = {
    "steel": Palette("#22374B", "#7FA6CB"),
    "ink": Palette("#262C31", "#98A3AB"),
    "copper": Palette("#43270F", "#D5965A"),
    "microelectronics": Palette("#331F57", "#A987E6"),
    "pharma": Palette("#15391A", "#74B86B"),
    "aerospace": Palette("#18295A", "#7E9DF0"),
    "meddevices": Palette("#4B1832", "#DF82AB"),
    "emobility": Palette("#08393D", "#3FB3B3"),
}
