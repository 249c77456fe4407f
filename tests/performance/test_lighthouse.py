"""Lighthouse on a slow phone, simulated, against a server set up as in production."""

import pytest

from tests.performance.lighthouse import audit

pytestmark = [pytest.mark.browser, pytest.mark.lighthouse]

ATTEMPTS = 3
PERFORMANCE = 98
LARGEST_PAINT_MILLISECONDS = 1600


def test_lighthouse_is_content_on_a_phone(demo_server, tmp_path):
    for attempt in range(ATTEMPTS):
        report = audit(demo_server.url, tmp_path / f"report-{attempt}.json")
        if report.scores["performance"] >= PERFORMANCE and report.largest_paint <= LARGEST_PAINT_MILLISECONDS:
            break
    others = {name: score for name, score in report.scores.items() if name != "performance"}
    assert others == {"accessibility": 100, "best-practices": 100, "seo": 100}, report.failed
    assert report.scores["performance"] >= PERFORMANCE, report.failed
    assert report.largest_paint <= LARGEST_PAINT_MILLISECONDS
