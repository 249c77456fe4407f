"""What every page under the zone's own begins with: the entrance page and the way from it."""

from django.urls import reverse

from portal.core.breadcrumbs import Crumb
from portal.core.entrances import entrance_or_404
from technopolis.models import TechnopolisPage


def entrance_page() -> TechnopolisPage:
    """Return the zone's page in the language of the address. One query.

    Raises:
        Http404: the page is not published, not in this language, or not for everybody: then nothing below it is.
    """
    return entrance_or_404(TechnopolisPage, "zone", "locale")


def crumbs_to(page: TechnopolisPage, title: str) -> list[Crumb]:
    """Return the way to a page below the entrance."""
    return [Crumb(page.title, reverse("wagtail_serve", args=[f"{page.slug}/"])), Crumb(title)]
