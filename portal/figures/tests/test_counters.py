from decimal import Decimal

import pytest

from portal.figures import counters
from portal.figures.counters import InvalidFilter, agrees, count, knows_filter, register_counter
from portal.figures.display import FigureDisplay
from portal.figures.questions import stated_and_counted
from portal.figures.tests.factories import FigureFactory


@pytest.fixture(autouse=True)
def _own_counters(monkeypatch):
    monkeypatch.setattr(counters, "_counters", {})


def sites(wanted):
    known = {"north": 4, "south": 2}
    if "okrug" not in wanted:
        return 10
    if wanted["okrug"] not in known:
        raise InvalidFilter(wanted["okrug"])
    return known[wanted["okrug"]]


@pytest.mark.parametrize(("filter_text", "number"), [("", 10), ("okrug=north", 4)])
def test_a_counter_counts_what_its_filter_leaves(filter_text, number):
    register_counter("sites", sites, known_filters=["okrug"])
    assert count("sites", filter_text) == number


@pytest.mark.parametrize(
    "filter_text", ["okrug=east", "colour=red", "okrug", "???", "okrug=", "okrug=north&colour=red"]
)
def test_an_invalid_filter_counts_nothing_rather_than_wrongly(filter_text):
    register_counter("sites", sites, known_filters=["okrug"])
    assert count("sites", filter_text) is None


@pytest.mark.parametrize(("filter_text", "is_known"), [("okrug=north", True), ("", True), ("okrug=east", False)])
def test_a_filter_is_known_by_its_names_and_values(filter_text, is_known):
    register_counter("sites", sites, known_filters=["okrug"])
    assert knows_filter("sites", filter_text) is is_known


def test_an_unknown_counter_counts_nothing():
    assert count("gone") is None


@pytest.mark.parametrize(
    ("comparator", "stated", "counted", "agreed"),
    [
        ("exactly", 10, 10, True), ("exactly", 10, 9, False), ("more-than", 240, 241, True),
        ("more-than", 240, 240, False), ("at-least", 30, 30, True), ("up-to", 30, 31, False),
        ("less-than", 30, 30, False), ("about", 66, 68, True), ("about", 66, 60, False), ("almost", 100, 95, True),
        ("almost", 100, 100, False),
    ],
)  # fmt: skip
def test_what_is_counted_bears_out_what_is_stated(comparator, stated, counted, agreed):
    assert agrees(comparator, Decimal(stated), Decimal(counted)) is agreed


@pytest.mark.django_db
def test_drift_is_told_to_editors_and_the_page_keeps_the_stated_number():
    register_counter("sites", sites)
    figure = FigureFactory(value=Decimal(12), comparator="exactly", counter="sites")
    [comparison] = stated_and_counted()
    assert (comparison.counted, comparison.is_drifting) == (10, True)
    assert FigureDisplay.of(figure).number == "12"


@pytest.mark.django_db
def test_a_counted_figure_shows_the_count_and_nothing_at_an_invalid_filter():
    register_counter("sites", sites, known_filters=["okrug"])
    figure = FigureFactory(counter="sites", counter_filter="okrug=north", shows_count=True)
    shown = FigureDisplay.of(figure)
    assert (shown.number, shown.kind, shown.word) == ("4", "derived", "")
    broken = FigureFactory(counter="sites", counter_filter="okrug=moon", shows_count=True)
    assert FigureDisplay.of(broken) is None
