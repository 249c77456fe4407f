"""Lighthouse on a slow phone, simulated, against a server set up as in production."""

import contextlib
import os

import pytest

from tests.performance.lighthouse import AuditFailedError, audit

pytestmark = [pytest.mark.browser, pytest.mark.lighthouse]

ATTEMPTS = 4  # a busy machine spoils some
PERFORMANCE = 98
LARGEST_PAINT_MILLISECONDS = 1600
# A gate must not fall because a neighbour of the machine is busy: it holds a floor, and the aim is held on request.
IS_STRICT = os.environ.get("LIGHTHOUSE_STRICT") == "1"
FLOOR, FLOOR_PAINT_MILLISECONDS = (PERFORMANCE, LARGEST_PAINT_MILLISECONDS) if IS_STRICT else (85, 3000)


def test_lighthouse_is_content_on_a_phone(demo_server, tmp_path):
    reports = []
    for attempt in range(ATTEMPTS):
        with contextlib.suppress(AuditFailedError):
            reports.append(audit(demo_server.url, tmp_path / f"report-{attempt}.json"))
        if reports and is_good(reports[-1]):
            break
    assert reports, "Lighthouse has not finished once"
    best = min(reports, key=lambda report: report.largest_paint)
    others = {name: score for name, score in best.scores.items() if name != "performance"}
    assert others == {"accessibility": 100, "best-practices": 100, "seo": 100}, best.failed
    assert best.scores["performance"] >= FLOOR, best.failed
    assert best.largest_paint <= FLOOR_PAINT_MILLISECONDS, best.failed


def is_good(report):
    """Tell whether another attempt would be a waste."""
    return report.scores["performance"] >= PERFORMANCE and report.largest_paint <= LARGEST_PAINT_MILLISECONDS
