"""What every page under the zone's own begins with: the entrance page and the way from it."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core.breadcrumbs import Crumb
from technopolis.models import TechnopolisPage


def entrance_page() -> TechnopolisPage:
    """Return the zone's page in the language of the address. One query.

    Raises:
        Http404: the page is not published, or not in this language: then nothing below it is.
    """
    page = (
        TechnopolisPage.objects.live()
        .filter(locale__language_code=get_language())
        .select_related("zone", "locale")
        .first()
    )
    if page is None:
        raise Http404(_("Этой страницы пока нет."))
    return page


def crumbs_to(page: TechnopolisPage, title: str) -> list[Crumb]:
    """Return the way to a page below the entrance."""
    return [Crumb(page.title, reverse("wagtail_serve", args=[f"{page.slug}/"])), Crumb(title)]
