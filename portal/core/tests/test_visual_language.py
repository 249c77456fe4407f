"""What the styles promise: readable colours in both themes, fonts that have every character of a Russian page."""

import re
from itertools import product
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

STATIC = Path(__file__).resolve().parents[1] / "static" / "core"
TOKENS = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
COLOUR = r"#[0-9a-f]{6}"
GROUNDS = ("paper", "surface", "sunk")
TEXTS = ("ink", "ink-2", "accent", "accent-deep", "steel", "copper", "link")
INDUSTRIES = tuple(sorted(set(re.findall(r"--(tint-[a-z]+):", TOKENS))))
RUSSIAN_PAGE = (
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя0123456789"
    " \u00a0«»„“—–−…·×°²№%><≈+.,:;!?()/&§©\"'"
)


def channel(value):
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def luminance(colour):
    red, green, blue = (channel(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first, second):
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def colours(theme):
    pairs = re.findall(rf"--([a-z0-9-]+): light-dark\(({COLOUR}), ({COLOUR})\)", TOKENS)
    return {name: light if theme == "light" else dark for name, light, dark in pairs}


def test_contrast_is_measured_as_wcag_defines_it():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), list(product([*TEXTS, "ink-3", *INDUSTRIES], GROUNDS)))
def test_text_is_readable_on_every_ground(theme, text, ground):
    palette = colours(theme)
    assert contrast(palette[text], palette[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), list(product(["line", "focus"], GROUNDS)))
def test_borders_of_controls_and_the_focus_stand_out(theme, mark, ground):
    palette = colours(theme)
    assert contrast(palette[mark], palette[ground]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_button_is_readable_at_rest_and_under_the_pointer(theme):
    palette = colours(theme)
    assert contrast(palette["on-accent"], palette["accent"]) >= 4.5
    assert contrast(palette["on-accent"], palette["accent-deep"]) >= 4.5


def test_a_browser_without_both_themes_gets_the_light_one():
    plain = dict(re.findall(rf"--([a-z0-9-]+): ({COLOUR});", TOKENS))
    assert plain == colours("light")


@pytest.mark.parametrize("family", ["golos-text", "sofia-sans-condensed"])
def test_the_preloaded_file_has_every_character_of_a_russian_page(family):
    known = TTFont(STATIC / "fonts" / f"{family}-cyrillic.woff2").getBestCmap()
    assert [character for character in RUSSIAN_PAGE if ord(character) not in known] == []


def test_the_rouble_sign_is_in_the_text_face_only():
    text_face = TTFont(STATIC / "fonts" / "golos-text-cyrillic.woff2").getBestCmap()
    display_face = TTFont(STATIC / "fonts" / "sofia-sans-condensed-cyrillic.woff2").getBestCmap()
    assert ord("₽") in text_face
    assert ord("₽") not in display_face


@pytest.mark.parametrize("family", ["golos-text", "sofia-sans-condensed"])
def test_a_font_stands_beside_its_licence(family):
    assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts" / f"{family}-OFL.txt").read_text(encoding="utf-8").upper()
