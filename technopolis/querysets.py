"""Reading sites."""

from django.db import models

from portal.core.entrances import below_entrance


class SiteQuerySet(models.QuerySet):
    """Sites with what a page needs to show them."""

    def live(self) -> "SiteQuerySet":
        """Only published sites."""
        return self.filter(live=True)

    def open_to_visitors(self) -> "SiteQuerySet":
        """Only published sites whose zone has a page that visitors may enter."""
        return below_entrance("technopolis.TechnopolisPage", self.live(), zone=models.OuterRef("zone"))

    def with_district(self) -> "SiteQuerySet":
        """Load the district with each site, in one query."""
        return self.select_related("district")

    def for_display(self) -> "SiteQuerySet":
        """Load the district and the passport's sources with each site, in one query."""
        return self.select_related("district", "area_source", "joined_source", "specialisation_source")


class TaxRateQuerySet(models.QuerySet):
    """Rates with what a page needs to show them."""

    def published(self) -> "TaxRateQuerySet":
        """Only rates the site shows and counts with."""
        return self.filter(is_published=True)

    def for_display(self) -> "TaxRateQuerySet":
        """Load the source with each rate, in one query."""
        return self.select_related("source")


class BenefitQuerySet(models.QuerySet):
    """Benefits with what a page needs to show them."""

    def published(self) -> "BenefitQuerySet":
        """Only what the site shows."""
        return self.filter(is_published=True)

    def for_display(self) -> "BenefitQuerySet":
        """Load the source and the steps with the benefits, in two queries."""
        return self.select_related("source").prefetch_related("steps")
