"""Markers never cover one another, whatever the places of the sites."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from technopolis.models import District, Site
from technopolis.zone_map import draw_map
from technopolis.zone_map.boundaries import read_boundaries
from technopolis.zone_map.placing import box_around, free_place
from technopolis.zone_map.projection import Box, Projection

NEAR = District(pk=1, name="Восточный", short_name="ВАО", polygon_key="ВАО")
FAR = District(pk=2, name="Зеленоградский", short_name="ЗелАО", polygon_key="ЗелАО", in_inset=True)


def site(number, latitude, longitude, district=NEAR):
    return Site(
        pk=number, position=number, name=f"Площадка {number}", slug=f"site-{number}", district=district,
        district_id=district.pk, latitude=latitude, longitude=longitude,
    )  # fmt: skip


def overlapping(boxes):
    return [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


places = st.tuples(st.floats(55.69, 55.85), st.floats(37.68, 37.94), st.sampled_from([NEAR, FAR]))


@settings(max_examples=40, deadline=None)
@given(st.lists(places, min_size=1, max_size=12))
def test_markers_never_overlap_and_stay_on_the_sheet(positions):
    drawn = draw_map([NEAR, FAR], [site(number, *place) for number, place in enumerate(positions, start=1)])
    boxes = [marker.box for marker in drawn.markers]
    assert len(boxes) == len(positions)
    assert overlapping(boxes) == []
    assert all(Box(0, 0, drawn.width, drawn.height).holds(box) for box in boxes)
    beside = [marker.box for marker in drawn.markers if positions[marker.number - 1][2] is NEAR]
    assert not any(drawn.inset.overlaps(box) for box in beside)


def test_sites_at_one_point_all_get_a_marker_and_a_line():
    drawn = draw_map([NEAR], [site(number, 55.75, 37.8) for number in range(1, 5)])
    assert overlapping([marker.box for marker in drawn.markers]) == []
    assert [marker.is_moved for marker in drawn.markers] == [False, True, True, True]


def test_a_site_without_a_place_has_no_marker():
    assert draw_map([NEAR], [site(1, None, None)]).markers == ()


@pytest.mark.parametrize(
    ("notes", "caption"),
    [
        (("", ""), "Схема, границы условны"),
        (("", "± 1 км"), "Схема, границы условны. Расположение площадок показано условно"),
    ],
)
def test_the_map_says_that_places_are_approximate_where_one_of_them_is(notes, caption):
    sites = [site(number, 55.75, 37.8) for number in (1, 2)]
    for one, note in zip(sites, notes, strict=True):
        one.location_note = note
    assert draw_map([NEAR], sites).caption == caption


def test_a_district_without_an_outline_is_left_out():
    assert draw_map([District(short_name="?", polygon_key="")], []) is None


def test_north_is_up_and_both_axes_have_one_scale():
    projection = Projection.fitting([(37, 55), (38, 56)], Box(0, 0, 100, 100))
    left, top = projection.place((37, 56))
    right, bottom = projection.place((38, 55))
    assert (top, bottom) == (0, pytest.approx(100))
    assert right - left == pytest.approx(100 * projection.narrowing)


def test_nothing_free_within_reach_is_no_place():
    everything = Box(0, 0, 100, 100)
    assert free_place((50, 50), (10, 10), everything, [everything], 40) is None
    assert free_place((50, 50), (10, 10), everything, [], 40) == box_around((50, 50), 10, 10)


@pytest.mark.parametrize("text", ["", "{}", '{"features": [{}]}', '{"features": 5}'])
def test_a_broken_file_leaves_the_map_out(settings, tmp_path, text):
    settings.ZONE_BOUNDARIES = tmp_path / "broken.geojson"
    settings.ZONE_BOUNDARIES.write_text(text)
    assert read_boundaries().rings == {}
