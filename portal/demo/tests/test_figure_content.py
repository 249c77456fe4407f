"""The figures say where each number comes from and how far it may be trusted."""

import re
from datetime import date

import pytest

from portal.core.numbers import Comparator, PartialDate, Period, Scale, UnitKind
from portal.demo.loading.content import read
from portal.demo.tests.reading import current, figure, figures
from portal.figures.enums import ValueKind, ValueStatus

STATED = [
    ("F01", "more-than", "755000"), ("F02", "about", "66"), ("F03", "more-than", "30"), ("F04", "more-than", "1600"),
    ("F05", "exactly", "49"), ("F06", "about", "4600"), ("F07", "more-than", "20"), ("F08", "about", "2"),
    ("F09", "exactly", "5"), ("F10a", "exactly", "10"), ("F10b", "exactly", "2"), ("F10c", "exactly", "7"),
    ("F10d", "exactly", "14.5"), ("F11a", "exactly", "10"), ("F11b", "more-than", "390"),
    ("F11c", "more-than", "240"), ("F11d", "more-than", "30000"), ("F12", "more-than", "3"), ("F13", "exactly", "72"),
    ("F14", "exactly", "55"), ("F15a", "exactly", "62"), ("F15b", "more-than", "27.3"),
]  # fmt: skip


def every_value():
    return [(one["slug"], value) for one in figures() for value in one["values"]]


@pytest.mark.parametrize(("code", "comparator", "number"), STATED)
def test_the_value_shown_is_the_one_the_story_states(code, comparator, number):
    assert (current(code)["comparator"], current(code)["value"]) == (comparator, number)


def test_all_series_and_their_dated_points_are_there():
    assert len(figures()) == 30
    assert len(every_value()) == 86
    assert len({one["slug"] for one in figures()}) == 30


def test_every_value_uses_words_the_portal_knows():
    for slug, value in every_value():
        assert value["comparator"] in Comparator.values, slug
        assert value["status"] in ValueStatus.values, slug
        assert value["kind"] in ValueKind.values, slug
        assert Period.parse(value["period"]).text(), slug
        assert PartialDate.parse(value["as_of"]).text(), slug


def test_every_unit_has_its_forms_in_both_languages():
    units = read("figures.json")["units"]
    assert {one["unit"] for one in figures()} <= {unit["slug"] for unit in units}
    for unit in units:
        assert unit["kind"] in UnitKind.values
        assert unit.get("scale", "") in Scale.values
        assert all(unit[form] for form in ("name", "one", "few", "many", "english_one", "english_other")), unit["slug"]


def test_every_source_is_named_once_and_used():
    sources = read("figures.json")["sources"]
    used = {value["source"] for _, value in every_value() if value["source"]}
    assert {source["key"] for source in sources} == used
    assert len({source["url"] for source in sources}) == len(sources)
    for source in sources:
        assert source["url"].startswith(("http://", "https://"))
        assert source["publisher"] != source["title"], source["key"]
        assert not re.search(r"вычислено|пересказе|н/д|см\. source", source["publisher"] + source["title"])
        assert source["published"] == "" or PartialDate.parse(source["published"])


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("F01", "confirmed"), ("F02", "without-source"), ("F03", "contradicted"), ("F04", "contradicted"),
        ("F05", "contradicted"), ("F06", "confirmed"), ("F07", "confirmed"), ("F08", "contradicted"),
        ("F09", "confirmed"), ("F10a", "confirmed"), ("F10b", "confirmed"), ("F11b", "confirmed"),
        ("F12", "confirmed"), ("F13", "contradicted"), ("F14", "without-source"), ("F15a", "confirmed"),
        ("F15b", "confirmed"),
    ],
)  # fmt: skip
def test_each_claim_has_the_status_its_check_gave(code, status):
    assert current(code)["status"] == status


def test_every_doubtful_value_shown_has_an_editors_note():
    for one in figures():
        for value in one["values"]:
            if value.get("is_current") and value["status"] != "confirmed":
                assert value["note"], one["slug"]


def test_a_confirmed_value_names_its_source_and_an_owner_s_claim_names_none():
    for slug, value in every_value():
        assert value["status"] != "confirmed" or value["source"], slug
        assert value["kind"] != "owners-claim" or value["source"] is None, slug


def test_notes_are_sentences_and_name_no_file():
    notes = [one["editors_note"] for one in figures()] + [value["note"] for _, value in every_value()]
    for note in filter(None, notes):
        assert note[-1] in ".!?", note
        assert not re.search(r"\.json|\bн/д\b|\d{4}-\d\d-\d\d", note), note


def test_a_period_nobody_gave_is_not_guessed():
    for code in ("F02", "F14"):
        assert current(code)["period_note"] == "период не указан"


def test_growth_says_what_it_is_compared_with_and_when():
    assert current("F12")["period"] == "2025H1"
    assert current("F12")["comparison_base"] == "к I полугодию 2024 года"


def test_public_sources_give_the_growth_of_saudi_arabia_for_nine_months():
    [public] = [value for value in figure("F13")["values"] if not value.get("is_current")]
    assert (public["period"], public["value"], public["source"]) == ("2025 9M", "72", "riamo-saudi-arabia")


def test_every_value_shown_has_a_day_to_look_at_it_again():
    for one in figures():
        for value in one["values"]:
            if value.get("is_current"):
                assert date.fromisoformat(value["review_on"]) > date.fromisoformat("2025-12-31"), one["slug"]
    assert current("F09")["review_on"].startswith("2026-12")
    assert current("F10b")["review_on"].startswith("2027-12")
