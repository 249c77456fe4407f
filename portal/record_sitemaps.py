"""What search engines are told of records beside the pages: those visitors may see, each at its own address."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap as DjangoSitemap
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.contrib.sitemaps import Sitemap

from exports.models import ExportCase, TradeEvent
from industries.models import Enterprise, Market
from media.public_pages import open_pages
from portal.core.entrances import below_entrance
from portal.figures.models import Figure
from technopolis.models import Site, TechnopolisPage


class RecordSitemap(DjangoSitemap):
    """The addresses of records of one kind, in the first language.

    ``shown`` returns the records whose addresses answer every visitor; ``view`` names the address that takes the slug
    of one.
    """

    limit = 50_000

    def __init__(self, shown: Callable[[], QuerySet], view: str) -> None:
        self.shown, self.view = shown, view

    def items(self) -> list[str]:
        """Return the slugs. One query."""
        return list(self.shown().order_by("slug").values_list("slug", flat=True))

    def location(self, item: Any) -> str:
        """Return the address of one record."""
        return reverse(self.view, args=[item])


class ZoneToolSitemap(DjangoSitemap):
    """The pages of the zone that are no records: benefits, calculator and so on; none while its own is closed."""

    def items(self) -> list[str]:
        """Return the names of the addresses. One query."""
        is_open = open_pages(TechnopolisPage).filter(locale__language_code=settings.LANGUAGE_CODE).exists()
        return ["benefits", "calculator", "compare", "enquire"] if is_open else []

    def location(self, item: Any) -> str:
        """Return the address of one page."""
        return reverse(f"technopolis:{item}")


class PageSitemap(Sitemap):
    """The addresses of pages visitors see."""

    def items(self) -> Any:
        """Return the open pages of the site."""
        return super().items().filter(pk__in=open_pages().values("pk"))


SITEMAPS = {
    "pages": PageSitemap,
    "enterprises": RecordSitemap(lambda: Enterprise.objects.open_to_visitors(), "enterprise"),
    "zone-tools": ZoneToolSitemap,
    "sites": RecordSitemap(lambda: Site.objects.open_to_visitors(), "technopolis:site"),
    "markets": RecordSitemap(
        lambda: below_entrance("exports.ExportsIndexPage", Market.objects.current()), "exports:market"
    ),
    "cases": RecordSitemap(lambda: ExportCase.objects.open_to_visitors(), "exports:case"),
    "events": RecordSitemap(lambda: TradeEvent.objects.open_to_visitors(), "exports:event"),
    "figures": RecordSitemap(lambda: Figure.objects.open_to_visitors(), "figures:figure"),
}
