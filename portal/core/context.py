"""What every template may use: the site's name, languages, theme."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site_chrome(request: HttpRequest) -> dict[str, Any]:
    """Return the values the base template shows around every page."""
    theme = request.COOKIES.get("theme", "")
    return {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "theme": theme if theme in {"light", "dark"} else "",
    }
