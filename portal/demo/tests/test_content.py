"""The article holds what the story tells, in its order, each number as a figure."""

import json

import pytest
from django.apps import apps

from portal.demo.loading.content import PLATES_DIR, plates, read
from portal.demo.tests.reading import section, sections, values_named

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
# What each section has to name, whatever words stand around it.
NAMED = {
    "workforce": [
        "рабочие", "инженеры-конструкторы", "инженеры-технологи", "учёные", "операторы роботизированных линий",
        "«Московском политехе»", "переобучение",
    ],
    "education": ["ОЭЗ «Технополис Москва»"],
    "leading-industries": [
        "«Микрон»", "чипы", "контроллеры", "датчики", "«Алабушево»", "«Печатники»", "онкологических",
        "аутоиммунных", "Хруничева", "«Протон»", "«Ангара»", "АО «Элта»", "глюкометры", "«Москвич 3е»",
        "АО «Рэнера»", "Новой Москве",
    ],
    "industry-today": ["человек занято на предприятиях"],
    "zone-history": ["реиндустриализация", "«Ангстрем»", "«Москвич»", "Алабушево", "Печатники"],
    "benefits": ["одно окно", "беспилотных", "Свободная таможенная зона", "Коворкинги", "полигоны", "бюрократии"],
    "sites": [
        "Алабушево", "МИЭТ", "Ангстрем", "Микрон", "Толстопальцево", "Красная Пахра", "Руднево",
        "Карачаровский механический завод", "Печатники", "Хруничев",
    ],
    "export-story": [
        "Московский экспортный центр", "Саудовская Аравия", "«Иннопром. Саудовская Аравия»", "Эр-Рияд", "2026-02-08",
        "2026-02-10", "НИИМЭ", "АО «Элта»",
    ],
    "conclusion": ["гибрид", "интеллект, технологии и людей", "инновационной повестки"],
}  # fmt: skip


def test_the_sections_stand_in_the_story_s_order():
    assert [one["page_type"] for one in sections()] == SECTIONS_IN_ORDER
    assert all(apps.get_model(name) for name in SECTIONS_IN_ORDER)


def test_addresses_and_anchors_are_unique():
    assert len({one["slug"] for one in sections()}) == len(sections())
    assert len({one["anchor"] for one in sections()}) == len(sections())


def test_the_navigation_has_three_labels_of_its_own():
    labels = [one["nav_label"] for one in sections() if one["nav_label"]]
    assert labels == ["Цифры", "Отрасли-лидеры", "Точка роста в ОЭЗ"]


@pytest.mark.parametrize(("slug", "names"), NAMED.items(), ids=NAMED)
def test_a_section_names_what_the_story_names(slug, names):
    records = read("technopolis.json")["sites"] if slug == "sites" else []
    told = json.dumps([section(slug), records], ensure_ascii=False).replace("\u00a0", " ").replace('\\"', '"')
    assert [name for name in names if name not in told] == []


def test_five_leading_industries_stand_in_their_order():
    [cards] = [block["value"] for block in section("leading-industries")["body"] if block["type"] == "industry_cards"]
    assert [card["title"].replace("\u00a0", " ") for card in cards] == [
        "Радиоэлектроника и микроэлектроника",
        "Фармацевтика и биотехнологии",
        "Авиакосмическая промышленность",
        "Медицинское приборостроение",
        "Электромобилестроение и «умный» транспорт",
    ]


def test_the_superlative_about_chips_leads_to_its_source():
    cards = next(block["value"] for block in section("leading-industries")["body"] if block["type"] == "industry_cards")
    assert '<a href="https://www.zelenograd.ru/news/59864/">' in cards[0]["text"]


def test_every_figure_of_the_story_is_shown():
    told_by_rates = {"F10b", "F10c", "F10d"}
    assert set(values_named("figure", sections())) == STORY_CODES - told_by_rates


def test_one_figure_stands_in_two_sections_with_two_captions():
    workforce = section("workforce")["body"][0]["value"]
    today = section("industry-today")["body"][0]["value"]["figures"][0]
    assert workforce["figure"] == today["figure"] == "F01"
    assert workforce["caption"] != today["caption"]
    assert today["caption"].replace("\u00a0", " ") == "человек занято на предприятиях"


def test_the_low_tax_rate_is_shown_with_its_steps():
    benefits = next(block["value"] for block in section("benefits")["body"] if block["type"] == "benefits")
    assert [benefit["tax"] for benefit in benefits] == ["", "profit", ""]
    rates = read("technopolis.json")["rates"]
    steps = [rate["percent"] for rate in rates if (rate["regime"], rate["tax"]) == ("resident", "profit")]
    assert steps == ["2", "7", "14.5"]


def test_growth_of_five_markets_is_never_one_country_s():
    users = [block for one in sections() for block in one["body"] if "F12" in set(values_named("figure", block))]
    assert [block["type"] for block in users] == ["country_list"]
    assert users[0]["value"]["countries"] == ["Турция", "Беларусь", "Казахстан", "Китай", "Мьянма"]


def test_every_picture_named_is_drawn_and_described():
    drawn = {plate["slug"]: plate for plate in plates()}
    content = read("article.json")
    named = {*values_named("plate", content), *values_named("photo", content), *values_named("stand_in", content)}
    assert named == set(drawn)
    assert all((PLATES_DIR / plate["file"]).is_file() for plate in drawn.values())
    assert all(plate["alt"].startswith("Схематический рисунок: ") for plate in drawn.values())


def test_three_photos_of_the_press_service_are_awaited():
    content = read("article.json")
    assert len(content["photo_slots"]) == 3
    assert content["rights_holders"]["press_service"]["credit_line"] == (
        "Фото: Пресс-служба Департамента инвестиционной и промышленной политики города Москвы"
    )
