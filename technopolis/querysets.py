"""Reading sites."""

from django.db import models


class SiteQuerySet(models.QuerySet):
    """Sites with what a page needs to show them."""

    def live(self) -> "SiteQuerySet":
        """Only published sites."""
        return self.filter(live=True)

    def for_display(self) -> "SiteQuerySet":
        """Load the district with each site, in one query."""
        return self.select_related("district")
