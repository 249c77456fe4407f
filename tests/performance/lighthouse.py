"""Runs Lighthouse from the development packages and reads its report."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import CHROMIUM_ARGUMENTS

ROOT = Path(__file__).resolve().parents[2]
LIGHTHOUSE = ROOT / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = "performance,accessibility,best-practices,seo"


class AuditFailedError(RuntimeError):
    """Lighthouse ended without a result."""


@dataclass(frozen=True)
class Report:
    """Scores out of 100 by category, the largest paint in milliseconds, and the audits that cost points."""

    scores: dict[str, int]
    largest_paint: float
    failed: list[str]


def audit(url: str, target: Path) -> Report:
    """Audit ``url`` as a phone; the whole report is left in ``target``."""
    command = [
        LIGHTHOUSE, url, "--quiet", "--output=json", f"--output-path={target}", f"--only-categories={CATEGORIES}",
        "--chrome-flags=" + " ".join(["--headless=new", *CHROMIUM_ARGUMENTS[:-1]]),
    ]  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": os.environ.get("CHROMIUM") or "/usr/bin/chromium"}
    result = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=180)
    if result.returncode:
        raise AuditFailedError(result.stderr[-2000:])
    report = json.loads(target.read_text())
    failed = [
        f"{name}: {audit['title']} {audit.get('displayValue', '')}"
        for name, audit in report["audits"].items()
        if audit["score"] is not None and audit["score"] < 0.9
    ]
    return Report(
        scores={name: round(category["score"] * 100) for name, category in report["categories"].items()},
        largest_paint=report["audits"]["largest-contentful-paint"]["numericValue"],
        failed=failed,
    )
