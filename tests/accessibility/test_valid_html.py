"""Every public page is valid HTML."""

import json
import subprocess
import urllib.request
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import translation

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = ROOT / "node_modules" / ".bin" / "html-validate"


def problems(html, folder):
    """Return what the validator says about ``html``."""
    settings = folder / ".htmlvalidate.json"
    settings.write_text(json.dumps({"extends": ["html-validate:standard"], "root": True}))
    document = folder / "page.html"
    document.write_text(html)
    command = [VALIDATOR, "--config", settings, "--formatter", "json", document]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return [message["message"] for report in json.loads(result.stdout) for message in report["messages"]]


def test_the_validator_sees_a_broken_page(tmp_path):
    assert problems(
        '<!DOCTYPE html><html lang="ru"><head><title>-</title></head><body><p><div></p></body></html>', tmp_path
    )


def test_the_article_is_valid(demo_server, tmp_path):
    with urllib.request.urlopen(demo_server.url) as response:
        assert problems(response.read().decode(), tmp_path) == []


@pytest.mark.parametrize("status", ["400", "403", "404", "413", "429", "500", "503"])
def test_an_error_page_is_valid(status, tmp_path):
    with translation.override("ru"):
        assert problems(render_to_string(f"{status}.html"), tmp_path) == []
