"""What every template may use: the site's identity, its menu, the theme."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from portal.core.menu import foreign_language, front_page_url, site_menu
from portal.core.models import SiteIdentity

THEMES = frozenset({"light", "dark"})


def chosen_theme(request: HttpRequest) -> str:
    """Return the theme the visitor has chosen, or an empty string for the system's."""
    theme = request.COOKIES.get("theme", "")
    return theme if theme in THEMES else ""


def site_chrome(request: HttpRequest) -> dict[str, Any]:
    """Return the values the base template shows around every public page."""
    identity = SimpleLazyObject(lambda: SiteIdentity.for_request(request))
    menu = SimpleLazyObject(lambda: site_menu(request))
    home_url = SimpleLazyObject(lambda: front_page_url(request))
    language = SimpleLazyObject(lambda: foreign_language(request))
    return {
        "identity": identity,
        "menu": menu,
        "home_url": home_url,
        "chrome_language": language,
        "theme": chosen_theme(request),
    }
