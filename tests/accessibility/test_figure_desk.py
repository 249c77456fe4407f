"""The editors' screens of figures break no rule of accessibility in what is the portal's own on them."""

import pytest
from playwright.sync_api import expect

from tests.accessibility.axe import install_axe, violations
from tests.browser.admin_steps import open_figure, open_section

pytestmark = pytest.mark.browser

# The frame around a screen, its menu and its heading, is Wagtail's.
OWN = "#main .nice-padding"


def own_violations(page):
    """Return the violations within the portal's own part of the screen."""
    expect(page.locator(OWN).first).to_be_visible()
    return violations(page, include=OWN)


def fill_update(page, value):
    """Fill the form of a new value."""
    for name, content in {"value": value, "period": "2026-01", "as_of": "2026-01-20", "reason": "Проверка."}.items():
        page.locator(f"[name={name}]").fill(content)
    page.get_by_role("button", name="Дальше: что изменится").click()
    page.wait_for_load_state()


def section_and_value(page, server):
    """Return the keys of a section and of the value of a doubtful figure, as the decision's address has them."""
    open_figure(page, server, "F13")
    value = page.get_by_role("link", name="Исправить").first.get_attribute("href").split("/")[-3]
    open_section(page, server, "Экспорт")
    return f"{page.url.split('/')[-3]}/{value}"


def test_the_screens_of_acts_and_of_a_decision_have_no_violation(page, demo_server, sign_in):
    install_axe(page)
    sign_in(demo_server, "editor")
    found = {}
    open_figure(page, demo_server, "F01")
    address = page.url
    for name in ("Новое значение", "Исправить", "Проверено, без изменений"):
        page.goto(address)
        page.get_by_role("link", name=name).first.click()
        page.wait_for_url("**/admin/figures/**")
        found[name] = own_violations(page)
    page.goto(address)
    page.get_by_role("link", name="Новое значение").click()
    page.wait_for_url("**/admin/figures/**")
    fill_update(page, "много")
    found["a refused form"] = own_violations(page)
    fill_update(page, "760 000")
    found["the preview"] = own_violations(page)
    page.goto(f"{demo_server.url}/admin/figures/report/")
    found["the report"] = own_violations(page)
    page.goto(f"{demo_server.url}/admin/figures/override/{section_and_value(page, demo_server)}/")
    found["the decision"] = own_violations(page)
    page.goto(f"{demo_server.url}/admin/imports/new/figures/")
    found["the import"] = own_violations(page)
    assert found == {name: [] for name in found}
