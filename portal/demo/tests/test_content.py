"""The content files hold what the story tells, in its order, each number as a figure."""

import re

import pytest
from django.apps import apps

from portal.core.numbers import Period
from portal.demo.loading.content import PLATES_DIR, plates, read

STORY_CODES = {
    "F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F10a", "F10b", "F10c", "F10d", "F11a", "F11b",
    "F11c", "F11d", "F12", "F13", "F14", "F15a", "F15b",
}  # fmt: skip
SECTIONS_IN_ORDER = [
    "longread.WorkforceSectionPage",
    "longread.EducationSectionPage",
    "industries.LeadingIndustriesSectionPage",
    "longread.IndustryTodaySectionPage",
    "technopolis.ZoneHistorySectionPage",
    "technopolis.BenefitsSectionPage",
    "technopolis.SitesSectionPage",
    "exports.ExportsSectionPage",
    "longread.ConclusionSectionPage",
]
# Years, dates and names with digits in them are no published numbers.
EXEMPT = re.compile(r"\b(?:19|20)\d\d(?:[–-](?:19|20)\d\d)?\b|«?Москвич 3е»?|№\s*\d+|https?://\S+")


def article():
    return read("article.json")


def texts_of(value):
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in {"figure", "photo", "plate", "editors_note", "starts_on", "ends_on", "anchor", "slug"}:
                yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)
    elif isinstance(value, str):
        yield value


def codes_in(value):
    if isinstance(value, dict):
        if isinstance(value.get("figure"), str):
            yield value["figure"]
        for inner in value.values():
            yield from codes_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from codes_in(inner)


def figure(code):
    return next(figure for figure in read("figures.json")["figures"] if figure["code"] == code)


def current(code):
    return next(value for value in figure(code)["values"] if value.get("is_current"))


def test_the_sections_stand_in_the_story_s_order():
    assert [section["page_type"] for section in article()["sections"]] == SECTIONS_IN_ORDER
    assert all(apps.get_model(name) for name in SECTIONS_IN_ORDER)


def test_the_navigation_has_three_labels_of_its_own():
    labels = [section["nav_label"] for section in article()["sections"] if section["nav_label"]]
    assert labels == ["Цифры", "Отрасли-лидеры", "Точка роста в ОЭЗ"]


def test_every_figure_of_the_story_is_shown():
    assert set(codes_in(article()["sections"])) == STORY_CODES


def test_one_figure_stands_in_two_sections_with_two_captions():
    used = [
        block["value"]["caption"] if block["type"] == "figure" else block["value"]["figures"][0]["caption"]
        for section in article()["sections"]
        for block in section["body"]
        if "F01" in set(codes_in(block))
    ]
    assert len(set(used)) == 2


@pytest.mark.parametrize("section", article()["sections"], ids=lambda section: section["slug"])
def test_no_published_number_is_typed_into_the_text(section):
    for text in texts_of({name: section[name] for name in ("heading", "lead", "body", "plate_caption")}):
        assert not re.search(r"\d", EXEMPT.sub("", re.sub(r"<[^>]+>", "", text))), text


def test_every_plate_named_is_drawn_and_described():
    drawn = {plate["slug"]: plate for plate in plates()}
    sections = article()["sections"]
    named = {section["plate"] for section in sections if section["plate"]} | {article()["article"]["plate"]}
    assert named <= set(drawn)
    assert all((PLATES_DIR / plate["file"]).is_file() for plate in drawn.values())
    assert all(plate["alt"].startswith("Схематический рисунок: ") for plate in drawn.values())


def test_every_period_is_understood_and_every_current_value_dated():
    for one in read("figures.json")["figures"]:
        for value in one["values"]:
            Period.parse(value["period"])
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", value["as_of"]), (one["slug"], value)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("F01", "confirmed"), ("F03", "contradicted"), ("F04", "contradicted"), ("F05", "contradicted"),
        ("F08", "contradicted"), ("F13", "contradicted"), ("F14", "without-source"), ("F15b", "confirmed"),
    ],
)  # fmt: skip
def test_what_public_sources_contradict_says_so_to_editors(code, status):
    value = current(code)
    assert value["status"] == status
    assert status == "confirmed" or value["note"] or figure(code)["editors_note"]


def test_a_confirmed_value_names_its_source():
    for one in read("figures.json")["figures"]:
        for value in one["values"]:
            assert value["status"] != "confirmed" or value["source"]


def test_the_low_tax_rate_is_shown_with_its_steps():
    benefits = next(section for section in article()["sections"] if section["slug"] == "benefits")
    assert [code for code in codes_in(benefits) if code.startswith("F10")] == ["F10a", "F10b", "F10c", "F10d"]


def test_growth_of_five_markets_is_never_one_country_s():
    exports = next(section for section in article()["sections"] if section["slug"] == "exports")
    block = next(block for block in exports["body"] if block["type"] == "country_list")
    assert set(codes_in(block)) == {"F12"}
    assert block["value"]["countries"] == ["Турция", "Беларусь", "Казахстан", "Китай", "Мьянма"]
