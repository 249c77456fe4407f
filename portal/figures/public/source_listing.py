"""How the list of sources is searched, filtered and sorted."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import NullIf, Substr
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.figures.public.supports import SourceRow, source_rows, supporting_sources
from portal.listing.facets import Facet, FacetChoice, unknown_choice
from portal.listing.listing import Listing, Sort


def listed_sources() -> QuerySet:
    """Return the sources something public stands on, with the year each was published in, where it is known."""
    return supporting_sources().annotate(published_year=NullIf(Substr("published", 1, 4), Value("")))


def _years() -> Sequence[FacetChoice]:
    known = listed_sources().exclude(published_year=None).order_by().values_list("published_year", flat=True).distinct()
    years = [FacetChoice(year, year, partial(str, year)) for year in sorted(known, reverse=True)]
    return [*years, unknown_choice()]


class SourceListing(Listing):
    """Every source that something public stands on."""

    name = "sources"
    search_field = "search_words"
    facets = (Facet("year", gettext_lazy("Год публикации"), "published_year", _years),)
    sorts = (
        Sort("publisher", gettext_lazy("по изданиям"), ("publisher", "title")),
        Sort("recent", gettext_lazy("сначала новые"), (F("published_year").desc(nulls_last=True), "-published")),
    )
    faces = ()

    def records(self) -> QuerySet:
        """Return the sources."""
        return listed_sources()

    def with_details(self, records: QuerySet) -> Any:
        """Return the sources of a page with what stands on them."""
        sources = list(records)
        for source, row in zip(sources, source_rows(sources), strict=True):
            source.listed_row = row
        return sources

    def row(self, record: Any) -> SourceRow:
        """Return the row, which is made for the whole page at once."""
        row: SourceRow = record.listed_row
        return row

    def path(self) -> str:
        """Return the list's address."""
        return reverse("figures:sources")

    def title(self) -> str:
        """Return what the list is called."""
        return _("Источники")
