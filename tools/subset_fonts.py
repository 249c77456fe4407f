"""Make the portal's web fonts from the open fonts of the development packages.

Run by hand when a font or its set of characters changes: ``npm ci`` first, then
``python tools/subset_fonts.py``. The results are committed; the build only serves them.

Each family becomes two files. The first holds everything a Russian page starts with (Russian letters,
digits, punctuation), so that one preloaded file draws the first screen; the second holds Latin letters
and comes only to pages that have them. Three things are done to the originals:

* digits and punctuation move from the Latin file of the package to the Cyrillic one;
* «≈», which neither family has, is drawn from two tildes;
* Sofia Sans draws Bulgarian letters unless the text is marked Russian: the Russian forms become the
  default ones, so that a Russian name stays Russian on a page in another language.
"""

import sys
from array import array
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules" / "@fontsource-variable"
TARGET = ROOT / "portal" / "core" / "static" / "core" / "fonts"

RUSSIAN = "".join(map(chr, range(0x410, 0x450))) + "Ёё"
DIGITS_AND_PUNCTUATION = "0123456789 \u00a0!\"%&'()*+,-./:;<=>?@[]_«»“„”‘’–—−…·•×°²³§№©~≈"
LATIN = "".join(chr(code) for code in range(0x20, 0x17F)) + "–—‘’“”„…™€"
DROPPED_TABLES = ("HVAR", "VVAR", "vhea", "vmtx", "STAT", "prep", "gasp")


@dataclass(frozen=True)
class Family:
    """One family of the design: its package, the weights the pages use, how far
    apart the strokes of «≈» stand, and the part of the package that has «₽».
    """

    package: str
    weights: tuple[int, int]
    almost_equal_gap: int
    rouble_part: str = ""

    def file(self, part: str) -> Path:
        """Return the path of the package's file for ``part`` of the characters."""
        return PACKAGES / self.package / "files" / f"{self.package}-{part}-wght-normal.woff2"


FAMILIES = (
    Family("golos-text", (400, 700), 210, rouble_part="latin-ext"),
    Family("sofia-sans-condensed", (500, 850), 210),
)


def open_font(path: Path, weights: tuple[int, int]) -> TTFont:
    """Open a font with its weight axis cut to ``weights``."""
    font = instantiateVariableFont(TTFont(path, recalcTimestamp=False), {"wght": weights})
    for table in DROPPED_TABLES:
        if table in font:
            del font[table]
    return reloaded(font)


def keep(font: TTFont, characters: str) -> TTFont:
    """Return ``font`` with ``characters`` only and the features the design uses."""
    options = Options()
    options.layout_features = ["kern", "ccmp", "tnum", "frac", "numr", "dnom", "mark", "mkmk"]
    options.name_IDs = [0, 1, 2, 13, 14, 25]
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = True
    options.drop_tables += ["DSIG", "MVAR"]
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    return reloaded(font)


def reloaded(font: TTFont) -> TTFont:
    """Return the font as it will be read back, with every table compiled."""
    buffer = BytesIO()
    font.flavor = None
    font.save(buffer)
    buffer.seek(0)
    return TTFont(buffer, recalcTimestamp=False)


def make_russian_forms_default(font: TTFont) -> None:
    """Let each character lead to its Russian form where the font keeps one as an alternate."""
    glyphs = set(font.getGlyphOrder())
    for table in font["cmap"].tables:
        for code, name in list(table.cmap.items()):
            if f"{name}.loclRUS" in glyphs:
                table.cmap[code] = f"{name}.loclRUS"


def add_glyphs(font: TTFont, donor: TTFont) -> None:
    """Copy into ``font`` the glyphs, variations and characters of ``donor`` that it lacks."""
    present = set(font.getGlyphOrder())
    added = [name for name in donor.getGlyphOrder() if name not in present]
    for name in added:
        font["glyf"].glyphs[name] = donor["glyf"][name]
        font["gvar"].variations[name] = donor["gvar"].variations.get(name, [])
        font["hmtx"].metrics[name] = donor["hmtx"].metrics[name]
    order = [*font.getGlyphOrder(), *added]
    font.setGlyphOrder(order)
    font["glyf"].setGlyphOrder(order)
    donor_characters = donor.getBestCmap()
    for table in font["cmap"].tables:
        table.cmap.update({code: name for code, name in donor_characters.items() if code not in table.cmap})


def add_almost_equal(font: TTFont, gap: int) -> None:
    """Draw «≈» as two tildes, ``gap`` font units apart, alike at every weight."""
    tilde = font["glyf"]["asciitilde"]
    points, ends, flags = tilde.getCoordinates(font["glyf"])
    glyph = Glyph()
    glyph.numberOfContours = 2 * len(ends)
    lower = [(x, y - gap // 2) for x, y in points]
    upper = [(x, y + gap // 2) for x, y in points]
    glyph.coordinates = GlyphCoordinates(lower + upper)
    glyph.endPtsOfContours = [*ends, *(end + len(points) for end in ends)]
    glyph.flags = array("B", [*flags, *flags])
    glyph.program = Program()
    variations = []
    for variation in font["gvar"].variations["asciitilde"]:
        outline, phantom = variation.coordinates[: len(points)], variation.coordinates[len(points) :]
        variations.append(TupleVariation(variation.axes, [*outline, *outline, *phantom]))
    font["gvar"].variations["approxequal"] = variations
    font["hmtx"].metrics["approxequal"] = font["hmtx"]["asciitilde"]
    font["glyf"]["approxequal"] = glyph
    font.setGlyphOrder(font["glyf"].glyphOrder)
    for table in font["cmap"].tables:
        table.cmap[ord("≈")] = "approxequal"


def tabular_figures(font: TTFont) -> str:
    """Return the feature that swaps digits for those of equal width, in the font-feature language."""
    names = [name for name in font.getGlyphOrder() if name.endswith(".tf")]
    rules = "".join(f"sub {name.removesuffix('.tf')} by {name};" for name in names)
    return f"feature tnum {{ {rules} }} tnum;" if rules else ""


def russian_file(family: Family) -> TTFont:
    """Return the family's first file: Russian letters, digits and punctuation."""
    font = open_font(family.file("cyrillic"), family.weights)
    make_russian_forms_default(font)
    add_glyphs(font, keep(open_font(family.file("latin"), family.weights), DIGITS_AND_PUNCTUATION))
    if family.rouble_part:
        add_glyphs(font, keep(open_font(family.file(family.rouble_part), family.weights), "₽"))
    add_almost_equal(font, family.almost_equal_gap)
    font = reloaded(font)
    addOpenTypeFeaturesFromString(font, tabular_figures(font), tables=["GSUB"])
    return keep(font, RUSSIAN + DIGITS_AND_PUNCTUATION + "₽")


def latin_file(family: Family) -> TTFont:
    """Return the family's second file: Latin letters."""
    characters = set(LATIN) - set(DIGITS_AND_PUNCTUATION)
    return keep(open_font(family.file("latin"), family.weights), "".join(sorted(characters)))


def write(font: TTFont, path: Path) -> None:
    """Save ``font`` compressed for the web and tell its size."""
    font["post"].formatType = 3
    font.flavor = "woff2"
    font.save(path)
    sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")


def main() -> None:
    """Make every file anew, with the licences beside them."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for family in FAMILIES:
        write(russian_file(family), TARGET / f"{family.package}-cyrillic.woff2")
        write(latin_file(family), TARGET / f"{family.package}-latin.woff2")
        licence = (PACKAGES / family.package / "LICENSE").read_text(encoding="utf-8")
        (TARGET / f"{family.package}-OFL.txt").write_text(licence, encoding="utf-8")


if __name__ == "__main__":
    main()
