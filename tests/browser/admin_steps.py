"""What an editor does in the admin, named as they would name it."""

from playwright.sync_api import FrameLocator, Page, expect

from tests.server.demo_server import DemoServer

ARTICLE = "Московский промышленный ландшафт"


def open_figure(page: Page, server: DemoServer, code: str) -> None:
    """Find a figure by its code in the list and open it."""
    page.goto(f"{server.url}/admin/snippets/figures/figure/?q={code}")
    page.locator("tr", has_text=code).get_by_role("link").first.click()
    expect(page.locator("input[name=code]")).to_have_value(code)


def open_article(page: Page, server: DemoServer) -> None:
    """Open the list of the article's sections."""
    page.goto(f"{server.url}/admin/pages/")
    page.get_by_role("link", name=ARTICLE, exact=True).first.click()
    if "/edit/" in page.url:
        page.goto(page.url.replace("/edit/", "/"))


def open_section(page: Page, server: DemoServer, title: str) -> None:
    """Open a section of the article in its editor."""
    open_article(page, server)
    page.locator("#listing-results").get_by_role("link", name=title, exact=True).first.click()
    expect(page.locator("[name=heading]")).to_be_visible()


def save_draft(page: Page) -> None:
    """Save without publishing."""
    page.get_by_role("button", name="Сохранить черновик").click()


def publish(page: Page) -> None:
    """Publish what is on the screen."""
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.locator("button[name=action-publish]").click()


def says(page: Page, text: str) -> None:
    """See a message of the admin at the top of the page."""
    expect(page.locator(".messages").get_by_text(text).first).to_be_visible()


def error_at(page: Page, name: str) -> str:
    """Return the error shown at a field."""
    field = page.locator(f"[name='{name}']").first
    wrapper = field.locator("xpath=ancestor::*[contains(concat(' ', @class, ' '), ' w-field ')][1]")
    return wrapper.locator(".w-field__errors").inner_text().strip()


def preview(page: Page, mode: str) -> FrameLocator:
    """Open the preview beside the editor in one of its modes; return what it shows."""
    toggle = page.locator("button[data-side-panel-toggle=preview]").first
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()
    page.locator("select[name=preview_mode], #id_preview_mode").first.select_option(label=mode)
    return page.frame_locator("#w-preview-iframe, iframe[data-w-preview-target=iframe]").first


def add_block(page: Page, name: str) -> None:
    """Add a block of a kind at the end of the section's content."""
    page.locator("[data-contentpath=body] button.c-sf-add-button").last.click()
    page.get_by_role("option", name=name).click()


def choose_photo(page: Page, title: str) -> None:
    """Choose a picture for the block added last."""
    page.locator("[data-contentpath=body]").get_by_role("button", name="Выберите изображение").last.click()
    page.locator(".modal-content").get_by_role("link", name=title).click()
    expect(page.locator(".modal-content")).to_have_count(0)
