"""Colours of the plates."""

from dataclasses import dataclass

LINE = "#E4ECF0"
HOT = "#FF7A55"
PAPER = "#F6F4EF"


@dataclass(frozen=True)
class Palette:
    """A deep ground and the tint of the subject drawn on it."""

    ground: str
    tint: str


STEEL = Palette("#1C2B3A", "#8FB4D6")
PALETTES = {
    "steel": STEEL,
    "ink": Palette("#171D23", "#B9C6D0"),
    "copper": Palette("#2E2218", "#E3A468"),
    "microelectronics": Palette("#251B3D", "#C3A2F5"),
    "pharma": Palette("#152A17", "#86CE7C"),
    "aerospace": Palette("#182546", "#94B2FF"),
    "meddevices": Palette("#38182A", "#F29AC0"),
    "emobility": Palette("#0C2E30", "#4FC4C4"),
}


def mix(first: str, second: str, share: float) -> str:
    """Return the colour ``share`` of the way from ``first`` to ``second``."""
    one, other = (tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in (first, second))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in zip(one, other, strict=True))
