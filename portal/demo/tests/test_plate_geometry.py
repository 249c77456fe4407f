"""How the plates are built: a true projection, light on faces, the painter's order, shadows."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from portal.demo.plates.isometry import Path, Point3, project, rim, silhouette
from portal.demo.plates.palette import HOT, HOT_DEEP, PALETTES, mix
from portal.demo.plates.scene import Scene, Solid, covers, painters_order
from portal.demo.plates.shadows import REACH, footprint, hull, shadow_of
from portal.demo.plates.solids import bar, block

length = st.floats(min_value=-50, max_value=50, allow_nan=False)
side = st.floats(min_value=0.1, max_value=8)
nudge = st.floats(min_value=-3, max_value=3)
point = st.builds(Point3, length, length, length)


# Geometry


@given(point, point, st.floats(min_value=-10, max_value=10))
def test_projection_is_linear(first: Point3, second: Point3, times: float):
    whole = project(first.moved(second, times))
    parts = [a + b * times for a, b in zip(project(first), project(second), strict=True)]
    assert whole == pytest.approx(parts, abs=1e-6)


@given(point, st.floats(min_value=-20, max_value=20))
def test_points_on_one_line_of_sight_fall_on_one_place(start: Point3, along: float):
    assert project(start.moved(Point3(1, 1, 1), along)) == pytest.approx(project(start), abs=1e-6)


@given(point, st.sampled_from("xyz"), st.floats(0.1, 20), st.floats(-360, 360), st.floats(1, 360))
def test_every_corner_of_an_arc_lies_on_its_circle(
    centre: Point3, axis: str, radius: float, start: float, sweep: float
):
    arc = Path.arc(centre, *rim(axis, radius), start, start + sweep)
    for corner in (arc.start, *(step[-1] for step in arc.steps)):
        distance = sum((a - b) ** 2 for a, b in zip(corner, centre, strict=True)) ** 0.5
        assert distance == pytest.approx(radius, abs=1e-6)


@given(point, st.sampled_from("xyz"), st.floats(0.1, 20))
def test_a_reversed_path_runs_through_the_same_points_backwards(centre: Point3, axis: str, radius: float):
    arc = Path.arc(centre, *rim(axis, radius), 10, 200)
    back = arc.reversed()
    assert (back.start, back.end) == (arc.end, arc.start)
    assert back.reversed().steps == arc.steps


@pytest.mark.parametrize(("axis", "angle"), [("x", -45), ("y", -45), ("z", -45)])
def test_the_seen_half_of_a_bar_begins_at_its_outline(axis: str, angle: float):
    assert silhouette(axis) % 360 == pytest.approx(angle % 360)


@pytest.mark.parametrize("name", sorted(PALETTES))
def test_the_three_faces_of_a_block_get_the_three_tones(name: str):
    material = PALETTES[name].pale
    tones = [material.shade(normal) for normal in ((0, 0, 1), (0, 1, 0), (1, 0, 0))]
    assert tones == [material.top, material.left, material.right]
    assert len(set(tones)) == 3


def test_mixing_ends_at_both_colours():
    assert mix(HOT, HOT_DEEP, 0) == HOT
    assert mix(HOT, HOT_DEEP, 1) == HOT_DEEP
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"


# The painter's order


def solid(scene: Scene, low: Point3, size: tuple[float, float, float]) -> Solid:
    return block(scene, low, size, scene.palette.pale)


@given(
    point, st.floats(-12, 12), st.tuples(nudge, nudge, nudge), st.tuples(side, side, side), st.tuples(side, side, side)
)
def test_of_two_solids_that_cover_each_other_at_most_one_is_behind(
    first: Point3,
    along: float,
    aside: tuple[float, float, float],
    size: tuple[float, float, float],
    other: tuple[float, float, float],
):
    scene = Scene(PALETTES["steel"], 20)
    one = solid(scene, first, size)
    two = solid(scene, first.moved(Point3(1, 1, 1), along).moved(Point3(*aside)), other)
    assume(covers(one, two))
    assert not (one.behind(two) and two.behind(one))


@given(st.permutations(range(5)), st.sampled_from("xyz"))
def test_a_row_of_solids_is_painted_from_the_far_end_in_whatever_order_it_was_made(order: list[int], axis: str):
    scene = Scene(PALETTES["steel"], 20)
    for place in order:
        solid(scene, Point3(*(place * 1.5 if name == axis else 0 for name in "xyz")), (1, 1, 1))
    low = [getattr(item.low, axis) for item in painters_order(scene.solids)]
    assert low == sorted(low)


@given(st.permutations(range(6)))
def test_solids_that_do_not_touch_on_the_sheet_keep_the_order_of_making(order: list[int]):
    scene = Scene(PALETTES["steel"], 20)
    made = [solid(scene, Point3(place * 10, -place * 10, 0), (1, 1, 1)) for place in order]
    assert painters_order(scene.solids) == made


def test_paths_of_one_look_are_written_as_one_and_edged_faces_are_not():
    scene = Scene(PALETTES["steel"], 20)
    thing = scene.solid((0, 0, 0), (1, 1, 1))
    for shift in (0, 2):
        thing.line([(shift, 0, 0), (shift, 1, 0)], width=1)
    for shift in (0, 2):
        thing.face([(shift, 0, 0), (shift + 1, 0, 0), (shift, 1, 0)], "#FFFFFF", width=1)
    assert len(thing.marks) == 3


# Shadows


@given(point, st.tuples(side, side, side))
def test_a_standing_block_throws_its_shadow_from_its_foot(low: Point3, size: tuple[float, float, float]):
    scene = Scene(PALETTES["steel"], 20)
    one = solid(scene, Point3(low.x, low.y, 0), size)
    shadow = shadow_of(one)
    spots = [(corner.x, corner.y) for corner in (shadow.start, *(step[-1] for step in shadow.steps))]
    assert (one.low.x, one.high.y) in spots
    assert max(x for x, _ in spots) == pytest.approx(one.high.x + REACH[0] * one.high.z)
    assert min(y for _, y in spots) == pytest.approx(one.low.y + REACH[1] * one.high.z)


def test_a_round_tank_stands_over_a_circle():
    scene = Scene(PALETTES["steel"], 20)
    tank = bar(scene, (1, 2, 0), "z", 3, 5, scene.palette.pale)
    distances = [((x - 1) ** 2 + (y - 2) ** 2) ** 0.5 for x, y in footprint(tank)]
    assert distances == pytest.approx([3] * 16)


@given(st.lists(st.tuples(length, length), min_size=3, max_size=30, unique=True))
def test_a_hull_holds_every_point(spots: list[tuple[float, float]]):
    corners = hull(spots)
    for (x, y), (next_x, next_y) in zip(corners, corners[1:] + corners[:1], strict=True):
        assert all((next_x - x) * (v - y) - (next_y - y) * (u - x) >= -1e-6 for u, v in spots)


def test_every_solid_is_painted_once_even_when_three_hide_each_other_in_a_ring():
    scene = Scene(PALETTES["steel"], 20)
    made = [
        solid(scene, Point3(0, 0, 1), (6, 1, 1)),
        solid(scene, Point3(5, 0, 0), (1, 6, 1)),
        solid(scene, Point3(0, 0, 0), (1, 6, 3)),
        solid(scene, Point3(0, 5, 0), (6, 1, 1)),
    ]
    assert sorted(map(id, painters_order(scene.solids))) == sorted(map(id, made))
