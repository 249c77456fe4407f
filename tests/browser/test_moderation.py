"""A moderator clears a queue by keyboard; an editor sees a refused photo keep a page from being published."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.admin_steps import add_block, choose_photo, open_section, publish
from tests.server.demo_server import copy_demo, run_command, serve

pytestmark = pytest.mark.browser

TARGET = Path(__file__).resolve().parents[2] / "docs" / "screenshots" / "moderators"
PLENTY = 20
ONE_SHOOT = "from tests.server.shoot import load_shoot; load_shoot()"


@pytest.fixture
def desk_server(built_demo, tmp_path):
    folder = copy_demo(built_demo, tmp_path / "site")
    run_command(folder, "shell", "-c", ONE_SHOOT)
    with serve(folder) as server:
        yield server


@pytest.fixture
def take(request, tmp_path):
    def take_picture(page, name):
        folder = TARGET if request.config.getoption("--take-screenshots") else tmp_path
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.jpg", type="jpeg", quality=80)

    return take_picture


def waiting(page, server):
    page.goto(f"{server.url}/admin/credits/?credit_status=pending")
    return page.locator("#listing-results tbody tr")


def test_twenty_photos_are_cleared_by_keyboard_and_a_refused_one_stops_a_page(desk_server, sign_in, take):
    page = sign_in(desk_server, "moderator")
    take(page, "home")
    rows = waiting(page, desk_server)
    expect(rows).to_have_count(PLENTY + 2)
    take(page, "queue")
    rows.first.get_by_role("link").first.click()
    page.wait_for_url("**/admin/credits/*/")
    expect(page.locator(".desk-actions")).to_be_visible()
    take(page, "decision")

    page.keyboard.press("3")
    page.keyboard.press("r")
    expect(page.locator(".messages")).to_contain_text("отклонено")
    page.wait_for_load_state()  # the message is seen before the script that listens to keys has run
    for _photo in range(PLENTY):
        before = page.url
        page.keyboard.press("a")
        page.wait_for_url(lambda address, before=before: address != before)
    expect(page.locator(".messages")).to_contain_text("одобрено")
    expect(waiting(page, desk_server)).to_have_count(1)

    page.goto(f"{desk_server.url}/admin/credits/?credit_status=approved&q=съёмка")
    page.locator("[data-desk-choose-all]").check()
    page.locator("button[name=kind][value=fill]").click()
    expect(page.get_by_text(f"Выбрано {PLENTY - 1} снимков")).to_be_visible()
    take(page, "fill")

    page = sign_in(desk_server, "editor")
    expect(page.locator("#own-photos")).to_be_visible()
    open_section(page, desk_server, "Вывод")
    heading = page.locator("[name=heading]")
    heading.fill("Вывод, который не потеряется")
    add_block(page, "Фото")
    choose_photo(page, "Съёмка цеха 21")
    publish(page)
    refusal = page.locator("[data-refusal]")
    expect(refusal).to_contain_text("Опубликовать нельзя")
    expect(refusal.get_by_role("link")).to_contain_text("Съёмка цеха 21")
    expect(page.locator("[data-contentpath=body]")).to_contain_text("подпись не одобрена: отклонено")
    expect(heading).to_have_value("Вывод, который не потеряется")
    page.locator("body").press("Home")
    take(page, "refusal")


def test_on_a_phone_a_moderator_decides_by_touch_and_the_editor_sees_the_refusal(desk_server, sign_in):
    page = sign_in(desk_server, "moderator")
    page.set_viewport_size({"width": 360, "height": 780})
    waiting(page, desk_server).first.get_by_role("link").first.click()
    expect(page.locator(".desk-actions")).to_be_visible()
    page.locator("[data-desk-reason]").first.click()
    expect(page.locator("[name=reason]")).not_to_have_value("")
    page.get_by_role("button", name="Отклонить").click()
    expect(page.locator(".messages")).to_contain_text("отклонено")
    page.get_by_role("button", name="Одобрить").click()
    expect(page.locator(".messages")).to_contain_text("одобрено")
    assert page.evaluate("document.documentElement.scrollWidth") == 360

    page = sign_in(desk_server, "editor")
    open_section(page, desk_server, "Вывод")
    add_block(page, "Фото")
    choose_photo(page, "Съёмка цеха 21")
    publish(page)
    refusal = page.locator("[data-refusal]")
    expect(refusal).to_be_visible()
    expect(refusal.get_by_role("link")).to_contain_text("Съёмка цеха 21")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
