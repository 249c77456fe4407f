"""Reading facts, cases and events."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from portal.core.entrances import below_entrance


class ExportRecordQuerySet(models.QuerySet):
    """Records with drafts."""

    def live(self) -> Any:
        """Only published ones."""
        return self.filter(live=True)

    def open_to_visitors(self) -> Any:
        """Only published ones, while visitors may enter the page of exports."""
        return below_entrance("exports.ExportsIndexPage", self.live())

    def of_market(self, market: Any) -> Any:
        """Only those about ``market``, alone or with others."""
        return self.filter(markets=market)

    def past_review(self, day: date) -> Any:
        """Only those that were to be looked at again before ``day``."""
        return self.filter(review_on__lt=day)


class ExportFactQuerySet(ExportRecordQuerySet):
    """Facts."""

    def for_display(self) -> "ExportFactQuerySet":
        """Load what a sentence and its provenance need, in two queries whatever the number of facts."""
        return self.select_related("unit", "source", "product_group").prefetch_related("markets")


class ExportCaseQuerySet(ExportRecordQuerySet):
    """Cases."""

    def for_display(self) -> "ExportCaseQuerySet":
        """Load what a card of a case needs, in a fixed number of queries."""
        return self.select_related("unit", "product_group__industry").prefetch_related("markets", "enterprises")

    def readable_in_english(self) -> "ExportCaseQuerySet":
        """Only those with all their words in English."""
        has_caption = ~Q(result_caption_english="") | Q(value__isnull=True)
        return self.filter(has_caption).exclude(title_english="").exclude(story_english="")


class TradeEventQuerySet(ExportRecordQuerySet):
    """Forums and exhibitions."""

    def for_display(self) -> "TradeEventQuerySet":
        """Load what an entry of the calendar needs, in a fixed number of queries."""
        return self.select_related("source").prefetch_related("markets", "enterprises")
