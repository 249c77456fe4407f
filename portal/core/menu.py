"""The menu of the portal: the pages under the front page that an editor has put into it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from wagtail.models import Page, Site


@dataclass(frozen=True)
class MenuItem:
    """One entry of the portal's menu."""

    label: str
    url: str
    is_current: bool = False


def front_page(request: HttpRequest) -> Page | None:
    """Return the front page in the language of the address; the first language's where it has no translation yet."""
    site = Site.find_for_request(request)
    return site.root_page.localized if site else None


def language_of(page: Page | None) -> str:
    """Return the language in whose addresses ``page`` stands; no query while the address is of the first language."""
    active = get_language() or settings.LANGUAGE_CODE
    if page is None or active == settings.LANGUAGE_CODE:
        return active
    return page.locale.language_code


def foreign_language(request: HttpRequest) -> str:
    """Return the language of the menu and the portal's name where the page around them speaks another one.

    Screen readers and letterforms follow it. Empty otherwise; no query while the address is of the first language.
    """
    active = get_language() or settings.LANGUAGE_CODE
    if active == settings.LANGUAGE_CODE:
        return ""
    language = language_of(front_page(request))
    return "" if language == active else language


def front_page_url(request: HttpRequest) -> str:
    """Return an address of the front page that answers, whether or not it is translated."""
    page = None if get_language() == settings.LANGUAGE_CODE else front_page(request)
    with translation.override(language_of(page)):
        return reverse("wagtail_serve", args=[""])


def site_menu(request: HttpRequest) -> list[MenuItem]:
    """Return the menu of the portal in the language of the address. Two queries at most in the first language."""
    root = front_page(request)
    if root is None:
        return []
    with translation.override(language_of(root)):
        return menu_of(root.get_children().live().in_menu(), request)


def menu_of(pages: Iterable[Page], request: HttpRequest) -> list[MenuItem]:
    """Return menu entries for ``pages``, children of the front page; an entry is current on all that lies below it."""
    items = []
    for page in pages:
        url = reverse("wagtail_serve", args=[f"{page.slug}/"])
        items.append(MenuItem(page.title, url, is_current=request.path.startswith(url)))
    return items
