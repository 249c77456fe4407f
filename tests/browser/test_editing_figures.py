"""A figure is changed once and follows everywhere."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.admin_steps import error_at, open_figure, publish, save_draft, says

pytestmark = pytest.mark.browser

OLD = "755\u00a0000"
NEW = "760\u00a0000"


def texts_for_machines(page):
    """Return the descriptions that search engines and social networks read."""
    data = json.loads(page.locator("script[type='application/ld+json']").text_content())
    tags = page.locator("meta[name=description], meta[property='og:description']")
    assert tags.count() == 2
    return [data["description"], *tags.evaluate_all("(tags) => tags.map((tag) => tag.content)")]


def test_a_figure_changed_once_follows_in_both_places_and_for_machines(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    page.goto(editing_server.url)
    assert page.locator("main").inner_text().count(OLD) == 2

    open_figure(page, editing_server, "F01")
    page.locator("[name=values-0-value]").fill("760 000")
    publish(page)
    says(page, "F01")

    page.goto(editing_server.url)
    figures = page.locator(".figure", has_text=NEW)
    expect(figures).to_have_count(2)
    assert len(set(figures.locator(".figure__caption").all_inner_texts())) == 2
    assert "более 760 тысяч" in figures.first.text_content()
    assert all(NEW in text for text in texts_for_machines(page))
    assert OLD not in page.content()


def test_a_figure_without_a_period_is_refused_at_the_field_and_kept_as_a_draft(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    open_figure(page, editing_server, "F01")
    page.locator("[name=values-0-period]").fill("")
    publish(page)
    assert error_at(page, "values-0-period") == "Требуется заполнить это поле."
    save_draft(page)
    says(page, "F01")
    page.reload()
    expect(page.locator("[name=values-0-period]")).to_have_value("")
    page.goto(editing_server.url)
    expect(page.locator(".figure", has_text=OLD)).to_have_count(2)
