"""The pictures of the editors' guide about figures; written only on request, always takeable."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.admin_steps import open_figure, open_section

pytestmark = pytest.mark.browser

TARGET = Path(__file__).resolve().parents[2] / "docs" / "screenshots" / "editors"


@pytest.fixture
def picture(page, request, tmp_path):
    """Write a picture of what is on the screen into the documents or, unless asked for, into a folder of the test."""
    folder = TARGET if request.config.getoption("--take-screenshots") else tmp_path
    folder.mkdir(parents=True, exist_ok=True)

    def take(name):
        file = folder / f"{name}.jpg"
        page.locator("#main").screenshot(path=file, type="jpeg", quality=80)
        assert file.read_bytes().startswith(b"\xff\xd8")

    return take


def test_pictures_of_figures_can_be_taken(page, demo_server, sign_in, picture):
    page.set_viewport_size({"width": 1280, "height": 760})
    page.emulate_media(reduced_motion="reduce")
    sign_in(demo_server, "editor")

    open_figure(page, demo_server, "F08")
    page.get_by_role("link", name="Новое значение").click()
    for name, content in {"value": "3", "period": "2030 план", "as_of": "2026-11-20", "reason": "Пример."}.items():
        page.locator(f"[name={name}]").fill(content)
    page.get_by_role("button", name="Дальше: что изменится").click()
    expect(page.get_by_role("button", name="Сохранить")).to_be_visible()
    picture("figure-impact")

    open_figure(page, demo_server, "F13")
    value = page.get_by_role("link", name="Исправить").first.get_attribute("href").split("/")[-3]
    open_section(page, demo_server, "Экспорт")
    page.goto(f"{demo_server.url}/admin/figures/override/{page.url.split('/')[-3]}/{value}/")
    picture("figure-decision")

    open_section(page, demo_server, "Вывод")
    text = page.locator(".public-DraftEditor-content").first
    text.click()
    page.keyboard.press("End")
    page.keyboard.type(" Занято свыше 755 000 специалистов города.")
    page.get_by_role("button", name="755 000 → сделать цифрой").click()
    page.locator(".modal-content [name=q]").fill("F01")
    page.locator(".modal-content tbody tr").filter(has_text="F01").get_by_role("link").click()
    expect(page.locator(".bare-numbers[role=status]")).to_be_visible()
    expect(page.locator(".modal-backdrop")).to_have_count(0)
    picture("figure-in-text")
