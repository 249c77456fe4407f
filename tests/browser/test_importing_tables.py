"""An editor brings tables in: columns, words, faults, writing, progress and undo; figures are approved by another."""

import pytest
from playwright.sync_api import expect

from portal.accounts.roles import EDITORS
from tests.accessibility.axe import install_axe, violations
from tests.conftest import DEMO_PASSWORD
from tests.server.demo_server import run_command

pytestmark = pytest.mark.browser

ENTERPRISES = (
    "Название;Отрасль;Продукция;Год основания;Рынки;ИНН\n"
    "Вымышленный завод;Приборная отрасль;датчики;2001;Турция;\n"
    "Второй вымышленный завод;Приборная отрасль;насосы;завтра;;7707083894\n"
)
FIGURES = "Код;Число;Период;На дату\nF01;1000;2025-12;2025-12\n"
WIDTHS = (360, 1440)
# What Wagtail draws around every screen of the admin.
AROUND = "#wagtail-sidebar, .w-slim-header, .skiplink, [data-sprite]"
COLLEAGUE = (
    "from portal.accounts.models import User; from django.contrib.auth.models import Group;"
    "User.objects.create_user('colleague', password={password!r})"
    ".groups.add(Group.objects.get(name={role!r}))"
)
AT_WORK = "from portal.imports.models import ImportRun; ImportRun.objects.update(status='{status}')"


@pytest.fixture
def look(page, request, tmp_path):
    """Return how a screen is looked at, at a phone's and a desk's width; what is wrong with one is told at the end."""
    install_axe(page)
    page.emulate_media(reduced_motion="reduce")
    found = []

    def look_at(name):
        page.wait_for_load_state()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.reload()
            page.screenshot(path=tmp_path / f"{name}-{width}.png", full_page=True)
            beyond = page.evaluate("() => document.querySelector('main').scrollWidth - window.innerWidth")
            found.extend(f"{name} {width}: {line}" for line in violations(page, AROUND))
            found.extend([f"{name} {width}: {beyond} px beyond the edge"] if beyond > 0 else [])

    yield look_at
    assert found == []


def bring(page, server, kind, table):
    """Upload a table, as an editor does, and see its columns."""
    page.goto(f"{server.url}/admin/imports/new/{kind}/")
    file = {"name": "таблица.csv", "mimeType": "text/csv", "buffer": table.encode()}
    page.locator("input[name=file]").set_input_files(file)
    page.get_by_role("button", name="Прочитать файл").click()
    page.wait_for_url("**/columns/")


def press(page, name):
    """Press a button and see the screen it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def status(page):
    return page.locator("main .w-status").first


def chosen(page):
    """Return what the columns of the table are taken for."""
    return page.locator("main select").evaluate_all("all => all.map(one => one.value)")


def test_enterprises_are_brought_in_explained_written_and_undone(editing_server, sign_in, look):
    page = sign_in(editing_server, "editor")
    page.goto(f"{editing_server.url}/admin/imports/new/enterprises/")
    look("upload")
    with page.expect_download() as template:
        page.get_by_role("link", name="Пустая таблица (XLSX)").click()
    assert template.value.path().stat().st_size > 1000

    bring(page, editing_server, "enterprises", ENTERPRISES)
    look("columns")
    founded = page.locator("select[name=founded]")
    assert founded.input_value() == "3"
    founded.select_option("")
    columns = chosen(page)
    press(page, "Проверить строки")
    expect(page.locator(".import-problem").first).to_contain_text("«Приборная отрасль» нет в справочнике «Отрасли»")

    page.get_by_role("link", name="Объяснить слова").click()
    look("words")
    page.locator("main select").first.select_option(index=2)
    press(page, "Запомнить и проверить снова")
    expect(page.locator(".import-problem")).to_contain_text(["7707083894"])
    look("faults")

    bring(page, editing_server, "enterprises", ENTERPRISES)
    assert chosen(page) == columns
    founded.select_option("3")
    press(page, "Проверить строки")
    expect(page.locator(".import-problem")).to_contain_text(["ИНН", "завтра"])
    press(page, "Записать строк: 1, пропустить: 1")
    expect(status(page)).to_have_text("записан")
    look("written")

    press(page, "Отменить всю загрузку")
    expect(status(page)).to_have_text("отменён")
    page.goto(f"{editing_server.url}/admin/imports/")
    expect(page.get_by_role("link", name="таблица.csv")).to_have_count(2)
    look("journal")


def test_figures_wait_for_another_person_to_be_written_and_to_be_taken_back(editing_server, sign_in, look):
    page = sign_in(editing_server, "editor")
    bring(page, editing_server, "figures", FIGURES)
    press(page, "Проверить строки")
    look("checked")
    address = page.url
    press(page, "Отправить на утверждение")
    expect(page.locator("main")).to_contain_text("свою загрузку утвердить нельзя")
    colleague = COLLEAGUE.format(password=DEMO_PASSWORD, role=EDITORS)
    run_command(editing_server.folder, "shell", "-c", colleague)
    sign_in(editing_server, "colleague")
    page.goto(address)
    look("approval")

    run_command(editing_server.folder, "shell", "-c", AT_WORK.format(status="applying"))
    page.goto(address)
    expect(page.get_by_text("Идёт работа. Страницу можно закрыть.")).to_be_visible()
    look("working")
    run_command(editing_server.folder, "shell", "-c", AT_WORK.format(status="waiting"))
    approve = page.get_by_role("button", name="Утвердить и записать строк: 1")
    expect(approve).to_be_visible(timeout=20_000)
    press(page, "Утвердить и записать строк: 1")
    expect(status(page)).to_have_text("записан")

    press(page, "Предложить отменить всю загрузку")
    expect(page.locator("main")).to_contain_text("Отмену должен утвердить другой человек")
    sign_in(editing_server, "editor")
    page.goto(address)
    look("undo")
    press(page, "Утвердить отмену всей загрузки")
    expect(status(page)).to_have_text("отменён")

    bring(page, editing_server, "figures", FIGURES)
    press(page, "Проверить строки")
    address = page.url
    sign_in(editing_server, "colleague")
    page.goto(address)
    expect(page.locator("main")).to_contain_text("ещё готовит тот, кто её загрузил")
    look("closed")
