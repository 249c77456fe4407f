"""No page breaks a rule of accessibility that a machine can check."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from tests.accessibility.axe import install_axe, violations

pytestmark = pytest.mark.browser

PUBLIC_PAGES = ["/", "/absent/", "/admin/login/", "/admin/password_reset/"]
ERROR_PAGES = ["400", "403", "404", "413", "429", "500", "503"]
THEMES = ["light", "dark"]
WIDTHS = [360, 1440]


@pytest.fixture(
    params=[(theme, width) for theme in THEMES for width in WIDTHS], ids=lambda pair: f"{pair[0]}-{pair[1]}"
)
def dressed_page(request, page):
    """A page in one theme at one width, with axe at hand."""
    theme, width = request.param
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    install_axe(page)
    return page


@pytest.mark.parametrize("path", PUBLIC_PAGES)
def test_a_public_page_has_no_violation(dressed_page, demo_server, path):
    dressed_page.goto(demo_server.url + path)
    assert violations(dressed_page) == []


@pytest.mark.parametrize("status", ERROR_PAGES)
def test_an_error_page_has_no_violation(dressed_page, demo_server, status):
    with translation.override("ru"):
        body = render_to_string(f"{status}.html")
    address = f"{demo_server.url}/error-{status}"
    dressed_page.route(address, lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    dressed_page.goto(address)
    assert violations(dressed_page) == []


def test_the_style_guide_has_no_violation(dressed_page, demo_server, sign_in):
    sign_in(demo_server, "editor")
    dressed_page.goto(f"{demo_server.url}/styleguide/")
    assert violations(dressed_page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_article_has_no_violation_in_a_chosen_theme(page, demo_server, theme):
    page.emulate_media(color_scheme="light" if theme == "dark" else "dark", reduced_motion="reduce")
    page.context.add_cookies([{"name": "theme", "value": theme, "url": demo_server.url}])
    install_axe(page)
    page.goto(demo_server.url)
    assert page.locator("html").get_attribute("data-theme") == theme
    assert violations(page) == []
