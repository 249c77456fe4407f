"""The site's mark for browser tabs: a steel sheet with one hot edge."""

from portal.demo.plates.palette import HOT, PALETTES, PAPER

SIDE = 32
TOP = "16,4 30,12 16,20 2,12"
HOT_SIDE = "2,12 16,20 16,28 2,20"
STEEL_SIDE = "16,20 30,12 30,20 16,28"


def mark(padding: float = 0, ground: bool = True) -> str:
    """Return the mark as SVG; padding is a share of the side left free around it."""
    palette = PALETTES["steel"]
    scale = 1 - 2 * padding
    back = f'<rect width="{SIDE}" height="{SIDE}" fill="{palette.ground}"/>' if ground else ""
    shift = round(SIDE * padding, 2)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">{back}'
        f'<g transform="translate({shift} {shift}) scale({round(scale, 3)})"><polygon points="{TOP}" fill="{PAPER}"/>'
        f'<polygon points="{HOT_SIDE}" fill="{HOT}"/><polygon points="{STEEL_SIDE}" fill="{palette.tint}"/></g></svg>\n'
    )
