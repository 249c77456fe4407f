"""The pictures of the article in the documents; written only on request, always takeable."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

TARGET = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
HEIGHTS = {360: 780, 768: 1024, 1440: 900}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", HEIGHTS)
def test_a_picture_of_the_opening_can_be_taken(page, demo_server, request, tmp_path, theme, width):
    wanted = request.config.getoption("--take-screenshots")
    target = (TARGET if wanted else tmp_path) / f"article-{width}-{theme}.jpg"
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
    page.goto(demo_server.url, wait_until="networkidle")
    page.evaluate("() => document.fonts.ready")
    page.screenshot(path=target, type="jpeg", quality=85)
    assert target.read_bytes().startswith(b"\xff\xd8")
