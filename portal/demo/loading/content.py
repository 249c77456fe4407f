"""Reads the content files of the demo site."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

CONTENT_DIR = Path(settings.BASE_DIR) / "portal" / "content"
PLATES_DIR = CONTENT_DIR / "plates"


@lru_cache
def read(name: str) -> Any:
    """Return the content file ``name``."""
    return json.loads((CONTENT_DIR / name).read_text(encoding="utf-8"))


def plates() -> list[dict[str, Any]]:
    """Return what is known of each drawn plate: slug, title, alt, file."""
    return read("plates/plates.json")
