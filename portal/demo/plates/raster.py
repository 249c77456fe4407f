"""Turns drawings into small PNG and ICO files; needs a renderer that only development machines have."""

import io
from typing import cast

import resvg_py
from PIL import Image

Colour = tuple[int, int, int]

COLOURS = 104
RARE = 6
ALL_COLOURS = 1 << 24


def rendered(svg: str, width: int) -> Image.Image:
    """Return a drawing as pixels of a width; fonts of the machine are never looked at."""
    content = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))
    return Image.open(io.BytesIO(content)).convert("RGBA")


def flat_png(svg: str, width: int, colours: int = COLOURS) -> bytes:
    """Return a drawing as an opaque PNG with a palette of its own colours, none of them averaged."""
    picture = rendered(svg, width).convert("RGB")
    flat = [part for colour in _palette(picture, colours) for part in colour]
    sample = Image.new("P", (1, 1))
    sample.putpalette(flat + flat[:3] * (256 - len(flat) // 3))
    return _written(picture.quantize(palette=sample, dither=Image.Dither.NONE), "PNG")


def _palette(picture: Image.Image, size: int) -> list[Colour]:
    """Return the most frequent colours, then those farthest from any chosen one: a small hot spot stays hot."""
    counted = cast("list[tuple[int, Colour]]", picture.getcolors(ALL_COLOURS))
    ranked = [colour for count, colour in sorted(counted, key=lambda entry: (-entry[0], entry[1])) if count >= RARE]
    chosen = ranked[: size * 3 // 4]
    gaps = {colour: min(_gap(colour, other) for other in chosen) for colour in ranked[size * 3 // 4 :]}
    while gaps and len(chosen) < size:
        farthest = max(gaps, key=lambda colour: (gaps[colour], colour))
        chosen.append(farthest)
        del gaps[farthest]
        gaps = {colour: min(gap, _gap(colour, farthest)) for colour, gap in gaps.items()}
    return chosen


def _gap(first: Colour, second: Colour) -> int:
    return sum((one - other) ** 2 for one, other in zip(first, second, strict=True))


def plain_png(svg: str, width: int) -> bytes:
    """Return a drawing as a PNG with transparency."""
    return _written(rendered(svg, width), "PNG")


def icon(svg: str, sides: tuple[int, ...] = (16, 32, 48)) -> bytes:
    """Return a drawing as an ICO file of several sizes, each rendered by itself."""
    pictures = [rendered(svg, side) for side in sides]
    output = io.BytesIO()
    pictures[-1].save(output, "ICO", sizes=[(side, side) for side in sides], append_images=pictures[:-1])
    return output.getvalue()


def _written(picture: Image.Image, kind: str) -> bytes:
    output = io.BytesIO()
    picture.save(output, kind, optimize=True)
    return output.getvalue()
