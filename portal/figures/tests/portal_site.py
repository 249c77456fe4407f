"""A site for tests of figures that need an address to stand under."""

import wagtail_factories
from wagtail.models import Locale, Page, Site

from portal.core.models import SiteIdentity


def make_front_page() -> Page:
    """Return a live page that is the root of the default site."""
    Locale.objects.get_or_create(language_code="ru")
    root = Page.get_first_root_node() or wagtail_factories.PageFactory(parent=None, title="Root", slug="root")
    front = root.add_child(instance=Page(title="Портал", slug="front"))
    site, _created = Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": front, "site_name": "Портал"},
    )
    SiteIdentity.objects.get_or_create(site=site, defaults={"name": "Портал"})
    return front
