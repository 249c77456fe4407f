"""An editor changes, previews, publishes and reorders sections of the article."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.admin_steps import (
    add_block,
    choose_photo,
    error_at,
    open_article,
    open_section,
    preview,
    publish,
    save_draft,
    says,
)

pytestmark = pytest.mark.browser

WORKFORCE = "Масштаб и\u00a0люди"
CONCLUSION = "Вывод"
EDUCATION = "Образовательные проекты"
REQUIRED = "Требуется заполнить это поле."
NEW_HEADING = "Люди и цифры завода"


def headings(page, server):
    page.goto(server.url)
    return [text.replace("\u00a0", " ") for text in page.locator("main h2").all_inner_texts()]


def test_a_section_is_edited_previewed_both_ways_and_published(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    before = headings(page, editing_server)
    open_section(page, editing_server, WORKFORCE)
    page.locator("[name=heading]").fill(NEW_HEADING)

    whole = preview(page, "В статье")
    expect(whole.locator("h2", has_text=NEW_HEADING)).to_be_visible()
    expect(whole.locator("main h2")).to_have_count(len(before))
    alone = preview(page, "Только раздел")
    expect(alone.locator("main h2")).to_have_count(1)
    expect(alone.locator("main h2")).to_have_text(NEW_HEADING)

    save_draft(page)
    says(page, "Масштаб")
    assert headings(page, editing_server) == before

    open_section(page, editing_server, WORKFORCE)
    publish(page)
    says(page, "Масштаб")
    assert headings(page, editing_server) == [NEW_HEADING, *before[1:]]


def test_sections_are_reordered_with_the_keyboard(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    before = headings(page, editing_server)
    open_article(page, editing_server)
    row = page.locator("tr", has=page.get_by_role("link", name=EDUCATION, exact=True))
    handle = row.get_by_role("button", name=re.compile("Перетянуть|Переместить"))
    handle.focus()
    with page.expect_response(re.compile("set_position")) as answer:
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
    assert answer.value.ok
    assert headings(page, editing_server) == [before[1], before[0], *before[2:]]


def test_a_section_without_a_heading_is_refused_at_the_field_and_kept_as_a_draft(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    before = headings(page, editing_server)
    open_section(page, editing_server, WORKFORCE)
    page.locator("[name=heading]").fill("")
    publish(page)
    assert error_at(page, "heading") == REQUIRED
    save_draft(page)
    says(page, "Масштаб")
    page.reload()
    expect(page.locator("[name=heading]")).to_have_value("")
    assert headings(page, editing_server) == before


def test_a_taken_anchor_is_refused_at_the_field_and_kept_as_a_draft(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    open_section(page, editing_server, EDUCATION)
    page.locator("[name=anchor]").fill("figures")
    publish(page)
    assert error_at(page, "anchor").startswith("Якорь «figures» уже есть у раздела")
    save_draft(page)
    says(page, EDUCATION)
    page.reload()
    expect(page.locator("[name=anchor]")).to_have_value("figures")


def test_a_picture_without_alt_is_refused_at_its_block_and_kept_in_the_draft(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    open_section(page, editing_server, CONCLUSION)
    add_block(page, "Фото")
    choose_photo(page, "Демонстрация: черновик без прав")
    publish(page)
    expect(page.locator("#body-section, [data-contentpath=body]").first).to_contain_text("нет описания для незрячих")
    save_draft(page)
    says(page, CONCLUSION)
    page.reload()
    expect(page.locator("[data-contentpath=body]").first).to_contain_text("Демонстрация: черновик без прав")
    page.goto(editing_server.url)
    assert "черновик без прав" not in page.content()
