"""The menu of the portal: the pages under the front page that an editor has put into it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page, Site


@dataclass(frozen=True)
class MenuItem:
    """One entry of the portal's menu."""

    label: str
    url: str
    is_current: bool = False


def site_menu(request: HttpRequest) -> list[MenuItem]:
    """Return the menu of the portal in the language of the address. Two queries at most."""
    site = Site.find_for_request(request)
    root = site.root_page.localized if site else None
    if root is None:
        return []
    return menu_of(root.get_children().live().in_menu(), request)


def menu_of(pages: Iterable[Page], request: HttpRequest) -> list[MenuItem]:
    """Return menu entries for ``pages``, children of the front page; an entry is current on all that lies below it."""
    items = []
    for page in pages:
        url = reverse("wagtail_serve", args=[f"{page.slug}/"])
        items.append(MenuItem(page.title, url, is_current=request.path.startswith(url)))
    return items
