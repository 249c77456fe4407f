"""The drawn plates: the same bytes each time, sound files, nothing painted over what hides it."""

import hashlib
import io
import itertools
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from portal.demo.loading.content import PLATES_DIR, read
from portal.demo.management.commands.draw_plates import ICONS_DIR
from portal.demo.plates.mark import mark
from portal.demo.plates.palette import HOT, PALETTES
from portal.demo.plates.raster import flat_png, rendered
from portal.demo.plates.registry import PLATES, Plate
from portal.demo.plates.scene import covers, painters_order
from portal.demo.plates.social_card import social_card

LARGEST_PNG = 256 * 1024
LARGEST_SVG = 320_000
SVG = "{http://www.w3.org/2000/svg}"

every_plate = pytest.mark.parametrize("plate", PLATES, ids=lambda plate: plate.slug)


def hot_pixels(picture: Image.Image) -> int:
    red, green, blue = (int(HOT[place : place + 2], 16) for place in (1, 3, 5))
    counted = picture.convert("RGB").getcolors(1 << 24) or []
    return sum(count for count, (r, g, b) in counted if abs(r - red) + abs(g - green) + abs(b - blue) < 24)


# The set


def test_slugs_and_titles_are_unique():
    assert len({plate.slug for plate in PLATES}) == len(PLATES)
    assert len({plate.title for plate in PLATES}) == len(PLATES)


def test_every_plate_the_article_names_is_drawn():
    named = set(re.findall(r'"(?:plate|stand_in|then_plate|now_plate)": "([a-z-]+)"', json.dumps(read("article.json"))))
    assert named
    assert named <= {plate.slug for plate in PLATES}


def test_every_accent_has_a_palette():
    assert {plate.accent for plate in PLATES} <= set(PALETTES)


@every_plate
def test_alternative_text_says_in_russian_that_this_is_a_drawing(plate: Plate):
    assert plate.alt.startswith("Схематический рисунок: ")
    assert re.fullmatch(r"[а-яё ,:-]+", plate.alt.lower())
    assert 60 <= len(plate.alt) <= 200


# The vector files


@every_plate
def test_a_plate_is_drawn_with_the_same_bytes_each_time(plate: Plate):
    assert plate.svg() == plate.svg()


@every_plate
def test_a_plate_is_small_valid_svg_without_words_or_foreign_addresses(plate: Plate):
    svg = plate.svg()
    root = ElementTree.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == "0 0 1000 625"
    assert len(svg.encode()) <= LARGEST_SVG
    used = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert used <= {"svg", "rect", "path", "circle", "clipPath"}
    assert "href" not in svg
    assert "nan" not in svg


@every_plate
def test_identifiers_inside_a_plate_are_unique(plate: Plate):
    names = re.findall(r' id="([^"]+)"', plate.svg())
    assert len(names) == len(set(names))


@every_plate
def test_every_plate_has_its_one_hot_thing(plate: Plate):
    assert HOT in plate.svg()


@every_plate
def test_the_solids_of_a_plate_can_be_ordered_without_a_contradiction(plate: Plate):
    ordered = painters_order(plate.scene().solids)
    for far, near in itertools.combinations(ordered, 2):
        if covers(far, near):
            assert far.behind(near) or not near.behind(far), f"{near.low} is painted over {far.low}, which hides it"


# The kept files


@every_plate
def test_the_kept_files_are_those_the_code_draws(plate: Plate):
    facts = {fact["slug"]: fact for fact in json.loads((PLATES_DIR / "plates.json").read_text("utf-8"))}[plate.slug]
    content = (PLATES_DIR / facts["file"]).read_bytes()
    assert (PLATES_DIR / f"{plate.slug}.svg").read_text("utf-8") == plate.svg()
    assert facts == {
        "slug": plate.slug, "title": plate.title, "alt": plate.alt, "file": f"{plate.slug}.png",
        "accent": plate.accent, "sha256": hashlib.sha256(content).hexdigest(),
    }  # fmt: skip


@every_plate
def test_the_kept_picture_is_sharp_light_and_keeps_the_hot_colour(plate: Plate):
    content = (PLATES_DIR / f"{plate.slug}.png").read_bytes()
    picture = Image.open(io.BytesIO(content))
    assert picture.size == (2000, 1250)
    assert len(content) <= LARGEST_PNG
    assert hot_pixels(picture) > 150


def test_the_social_card_has_its_size_and_free_ground_for_words_on_the_left():
    picture = Image.open(PLATES_DIR / "social-card.png").convert("RGB")
    assert picture.size == (1200, 630)
    ground = PALETTES["steel"].ground
    left = picture.crop((60, 80, 340, 550)).getcolors(1 << 20) or []
    parts = tuple(int(ground[place : place + 2], 16) for place in (1, 3, 5))
    assert all(max(abs(a - b) for a, b in zip(colour, parts, strict=True)) < 24 for _, colour in left)


def test_icons_have_their_sizes():
    assert ElementTree.parse(ICONS_DIR / "favicon.svg").getroot().tag == f"{SVG}svg"
    for name, side_length in (("favicon-32.png", 32), ("apple-touch-icon.png", 180)):
        with Image.open(ICONS_DIR / name) as picture:
            assert picture.size == (side_length, side_length)
    with Image.open(ICONS_DIR / "favicon.ico") as picture:
        assert picture.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_the_mark_shows_paper_steel_and_the_hot_edge_at_sixteen_pixels():
    tiny = rendered(mark(), 16).convert("RGB")
    assert tiny.getpixel((8, 6)) == (0xF6, 0xF4, 0xEF)
    assert tiny.getpixel((4, 10)) == (0xFF, 0x7A, 0x55)
    assert tiny.getpixel((11, 10)) == (0x7F, 0xA6, 0xCB)


def test_a_small_hot_spot_survives_the_palette():
    spots = "".join(f'<rect x="{x}" width="1" height="40" fill="#{x * 2:02X}{x * 2:02X}FF"/>' for x in range(100))
    spots += f'<rect y="45" width="4" height="4" fill="{HOT}"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{spots}</svg>'
    assert hot_pixels(Image.open(io.BytesIO(flat_png(svg, 100, 8)))) == 16


# The command


def test_the_command_writes_the_same_files_twice(tmp_path: Path):
    for folder in ("first", "second"):
        call_command("draw_plates", only="meddevices", out=tmp_path / folder, stdout=io.StringIO())
    for name in ("meddevices.svg", "meddevices.png"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def test_the_command_draws_one_plate_in_one_format_when_asked(tmp_path: Path):
    call_command("draw_plates", only="pharma", format="svg", out=tmp_path, stdout=io.StringIO())
    assert [path.name for path in tmp_path.iterdir()] == ["pharma.svg"]


def test_the_command_names_what_it_knows_when_a_slug_or_format_is_wrong(tmp_path: Path):
    with pytest.raises(CommandError, match="No plate is called rocket: choose from opening"):
        call_command("draw_plates", only="rocket", out=tmp_path)
    with pytest.raises(CommandError, match="Unknown format gif: choose from svg, png"):
        call_command("draw_plates", only="pharma", format="png,gif", out=tmp_path)


def test_the_social_card_is_drawn_with_the_same_bytes_each_time():
    assert social_card().svg() == social_card().svg()
