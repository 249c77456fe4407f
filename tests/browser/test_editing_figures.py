"""A figure is changed once and follows everywhere."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.admin_steps import error_at, open_figure, open_section, publish, says

pytestmark = pytest.mark.browser

OLD = "755\u00a0000"
NEW = "760\u00a0000"
SLUG = "industry-employees"
# Where a figure is told besides the pages it stands on, with how its current value is told there.
CHANNELS = {
    "page": (f"/figures/{SLUG}/", rf"Значение</dt>\s*<dd>более\s{NEW}"),
    "JSON": (f"/figures/{SLUG}/json/", r'"current": \{[^}]*"value": "760000"'),
    "CSV": (f"/figures/{SLUG}/csv/", r"760\s?000[^\n]*да"),
    "embed": (f"/figures/{SLUG}/embed/", rf'card__value">более\s{NEW}'),
    "JSON-LD": (f"/figures/{SLUG}/", r"application/ld\+json[^<]*760000"),
    "social text": (f"/figures/{SLUG}/", rf'og:description" content="[^"]*{NEW}'),
    "list": ("/figures/?q=F01", rf'listed-figure__value">более\s{NEW}'),
    "list as JSON": ("/figures/json/?q=F01", r"760000"),
    "list as CSV": ("/figures/csv/?q=F01", r"760\s?000"),
    "changes": ("/figures/changes/", rf"Стало</dt>\s*<dd[^>]*>более\s{NEW}.*Было</dt>\s*<dd[^>]*>более\s{OLD}"),
    "feed of changes": ("/figures/changes/feed/", rf"Стало: более\s{NEW}[^<]*Было: более\s{OLD}"),
}
CAPTIONS = ["специалистов держат на\u00a0себе промышленность столицы", "человек занято на\u00a0предприятиях"]


def texts_for_machines(page):
    """Return the descriptions that search engines and social networks read."""
    data = json.loads(page.locator("script[type='application/ld+json']").first.text_content())
    tags = page.locator("meta[name=description], meta[property='og:description']")
    assert tags.count() == 2
    return [data["description"], *tags.evaluate_all("(tags) => tags.map((tag) => tag.content)")]


def shown_by_channels(page, server):
    """Return for each channel whether it tells the new value as the current one."""
    answers = {name: page.request.get(f"{server.url}{path}") for name, (path, _shown) in CHANNELS.items()}
    assert {answer.status for answer in answers.values()} == {200}
    texts = {name: answer.text().replace("&gt;", ">") for name, answer in answers.items()}
    return {name: bool(re.search(shown, texts[name], re.DOTALL)) for name, (_path, shown) in CHANNELS.items()}


def open_update(page, server):
    """Open the form of a new value of F01 and fill it."""
    open_figure(page, server, "F01")
    page.get_by_role("link", name="Новое значение").click()
    page.locator("[name=value]").fill("760 000")
    page.locator("[name=period]").fill("2026-01")
    page.locator("[name=as_of]").fill("2026-01-20")
    page.locator("[name=reason]").fill("Проверка: новое число.")


def test_a_figure_changed_once_follows_in_both_places_and_for_machines(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    page.goto(editing_server.url)
    assert page.locator("main").inner_text().count(OLD) == 2

    open_update(page, editing_server)
    page.get_by_role("button", name="Дальше: что изменится").click()
    rows = page.locator("table").first.locator("tbody tr")
    expect(rows).to_have_count(2)
    named = [[cell.strip() for cell in row.locator("td").all_inner_texts()] for row in rows.all()]
    assert named == [
        ["Масштаб и люди", "на сайте", CAPTIONS[0], f"более {OLD}", f"более {NEW}"],
        ["Московская промышленность сегодня", "на сайте", CAPTIONS[1], f"более {OLD}", f"более {NEW}"],
    ]
    page.get_by_role("button", name="Сохранить").click()
    says(page, "F01")

    page.goto(editing_server.url)
    figures = page.locator(".figure", has_text=NEW)
    expect(figures).to_have_count(2)
    assert len(set(figures.locator(".figure__caption").all_inner_texts())) == 2
    assert "более 760 тысяч" in figures.first.text_content()
    assert all(NEW in text for text in texts_for_machines(page))
    assert OLD not in page.content()
    assert shown_by_channels(page, editing_server) == dict.fromkeys(CHANNELS, True)


def test_a_value_without_a_period_is_refused_at_the_field(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    open_update(page, editing_server)
    page.locator("[name=period]").fill("")
    page.get_by_role("button", name="Дальше: что изменится").click()
    assert error_at(page, "period") == "Требуется заполнить это поле."
    page.goto(editing_server.url)
    expect(page.locator(".figure", has_text=OLD)).to_have_count(2)


def test_a_number_typed_bare_becomes_a_figure_with_one_click(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    open_section(page, editing_server, "Вывод")
    text = page.locator(".public-DraftEditor-content").first
    text.click()
    page.keyboard.press("End")
    page.keyboard.type(" Работают 755 000 с 2022 года.")
    expect(page.locator(".bare-number")).to_have_count(1)
    page.get_by_role("button", name="755 000 → сделать цифрой").click()
    page.locator(".modal-content [name=q]").fill("F01")
    page.locator(".modal-content tbody tr").filter(has_text="F01").get_by_role("link").click()
    expect(page.locator(".figure-chip")).to_have_text(f"более\u00a0{OLD} специалистов")
    expect(page.locator(".bare-number")).to_have_count(0)
    publish(page)
    says(page, "Вывод")

    page.goto(editing_server.url)
    expect(page.locator("data.inline-figure")).to_contain_text(f"более\u00a0{OLD} специалистов")
    assert page.locator("data.inline-figure").get_attribute("value") == "755000"


def type_and_choose(page, server, sentence, number):
    """Type a sentence at the end of the conclusion's lead and choose F01 for the number in it."""
    open_section(page, server, "Вывод")
    text = page.locator(".public-DraftEditor-content").first
    text.click()
    page.keyboard.press("End")
    page.keyboard.type(sentence)
    page.get_by_role("button", name=f"{number} → сделать цифрой").click()
    page.locator(".modal-content [name=q]").fill("F01")
    page.locator(".modal-content tbody tr").filter(has_text="F01").get_by_role("link").click()
    expect(page.locator(".modal-content")).to_have_count(0)
    return text


def test_the_noun_and_the_word_typed_around_the_number_go_with_it_once_seen_and_come_back(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    sentence = " Занято свыше 760 000 специалистов города."
    text = type_and_choose(page, editing_server, sentence, "760 000")
    question = page.locator(".bare-numbers[role=status]")
    expect(question.locator("del")).to_have_text("свыше 760 000 специалистов")
    expect(question.locator("ins")).to_have_text(f"более\u00a0{OLD} специалистов")
    expect(text).to_contain_text(sentence.strip())
    question.get_by_role("button", name="Заменить", exact=True).click()
    expect(text).to_contain_text(f"Занято более\u00a0{OLD} специалистов города.")
    text.focus()
    page.keyboard.press("Control+z")
    expect(text).to_contain_text(sentence.strip())
    expect(page.locator(".figure-chip")).to_have_count(0)


def test_the_editor_may_take_the_number_only_or_nothing(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    text = type_and_choose(page, editing_server, " Это 760 000 специалиста!", "760 000")
    question = page.locator(".bare-numbers[role=status]")
    question.get_by_role("button", name="Не заменять").click()
    expect(text).to_contain_text("Это 760 000 специалиста!")
    page.get_by_role("button", name="760 000 → сделать цифрой").click()
    page.locator(".modal-content [name=q]").fill("F01")
    page.locator(".modal-content tbody tr").filter(has_text="F01").get_by_role("link").click()
    question.get_by_role("button", name="Только число").click()
    expect(text).to_contain_text(f"Это более\u00a0{OLD} специалистов специалиста!")
