"""The map is legible, light, without borders, and its geometry can be replaced."""

import gzip
import json
from itertools import combinations
from math import hypot
from pathlib import Path

import pytest
from django.conf import settings as site
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as some

from exports.map import Geometry, MapPlace, draw_map, load_geometry
from exports.map.collisions import spread

BUDGET = 30 * 1024
CONTENT = Path(site.BASE_DIR) / "portal" / "content"


def places_of_content():
    return [
        MapPlace(
            number, market["name"], f"/exports/markets/{market['slug']}/", market["name"],
            (float(market["marker_x"]), float(market["marker_y"])),
        )
        for number, market in enumerate(json.loads((CONTENT / "markets.json").read_text()), start=1)
    ]  # fmt: skip


def rendered(export_map):
    return render_to_string("exports/components/map.html", {"map": export_map, "origin_name": "Москва"})


def overlaps(places, radius):
    return [
        pair for pair in combinations(places, 2) if hypot(pair[0][0] - pair[1][0], pair[0][1] - pair[1][1]) < 2 * radius
    ]


@pytest.fixture
def export_map():
    return draw_map(load_geometry(), places_of_content())


def test_all_markets_stand_apart_in_both_cuts(export_map):
    for frame in export_map.frames:
        left, top, width, height = (float(part) for part in frame.view_box.split())
        radius = float(frame.radius)
        places = [(float(marker.x), float(marker.y)) for marker in frame.markers]
        assert len(places) == 18
        assert overlaps(places, radius) == []
        assert all(left + radius <= x + 0.1 and x - 0.1 <= left + width - radius for x, _ in places)
        assert all(top + radius <= y + 0.1 and y - 0.1 <= top + height - radius for _, y in places)


def test_numbers_are_large_enough_on_a_narrow_phone(export_map):
    close = export_map.frames[1]
    width_of_drawing = float(close.view_box.split()[2])
    scale = 288 / width_of_drawing
    assert 2 * float(close.radius) * scale >= 24
    assert float(close.text_size) * scale >= 12


def test_a_number_that_stands_aside_is_joined_to_its_place(export_map):
    html = rendered(export_map)
    aside = sum(marker.is_aside for frame in export_map.frames for marker in frame.markers)
    assert aside > 0
    assert html.count("export-map__leader") == aside


def test_every_marker_is_a_link_with_a_name_in_both_cuts(export_map):
    html = rendered(export_map)
    for place in places_of_content():
        assert html.count(f'href="{place.url}" aria-label="{place.name}"') == 2


def test_the_map_is_light(export_map):
    assert len(gzip.compress(rendered(export_map).encode())) < BUDGET / 3


def test_numbers_are_written_for_machines_in_a_russian_page(export_map):
    assert "," not in rendered(export_map).split("<figcaption")[0].split('d="')[1].split('"')[0]


def test_the_land_knows_no_country():
    content = json.loads((CONTENT / "geo" / "world_land.json").read_text())
    assert set(content) == {"about", "source", "projection", "width", "height", "step", "origin", "rows"}
    assert sum(count for _, row in content["rows"] for _, count in row) == 1553
    assert all(isinstance(part, int | float) for _, row in content["rows"] for run in row for part in run)


def test_another_file_draws_another_map(settings, tmp_path):
    content = {
        "width": 100, "height": 50, "step": 10, "origin": {"name": "Томск", "name_english": "Tomsk", "x": 5, "y": 5},
        "rows": [[5, [[5, 3]]]],
    }  # fmt: skip
    path = tmp_path / "land.json"
    path.write_text(json.dumps(content))
    settings.EXPORT_MAP_FILE = str(path)
    geometry = load_geometry()
    assert geometry == Geometry(100, 50, 10, "Томск", "Tomsk", (5, 5), "M5 5h21")
    drawn = draw_map(geometry, [MapPlace(1, "Турция", "/t/", "Турция", (90.0, 40.0))])
    assert drawn.frames[0].view_box == "0 0 100 50"


def test_a_market_without_a_point_is_left_to_the_table():
    drawn = draw_map(load_geometry(), [MapPlace(1, "Турция", "/t/", "Турция", None)])
    assert [frame.markers for frame in drawn.frames] == [(), ()]


@limits(max_examples=40, deadline=None)
@given(
    some.lists(some.tuples(some.floats(0, 1200, allow_nan=False), some.floats(0, 522, allow_nan=False)), max_size=15)
)
def test_circles_never_overlap_and_never_leave_the_map(points):
    area = (0.0, 0.0, 1200.0, 522.0)
    placed = spread(points, 15, area)
    assert overlaps(placed, 14.9) == []
    assert all(15 <= x <= 1185 and 15 <= y <= 507 for x, y in placed)
    assert placed == spread(points, 15, area)


def test_three_at_one_point_part():
    placed = spread([(300.0, 200.0)] * 3, 15, (0.0, 0.0, 1200.0, 522.0))
    assert overlaps(placed, 14.9) == []
