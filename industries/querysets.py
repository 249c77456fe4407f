"""Reading industries, markets and enterprises."""

from typing import Any

from django.db import models
from django.db.models import Case, Count, F, Q, When

from industries.enums import Role
from portal.core.entrances import below_entrance


class VocabularyQuerySet(models.QuerySet):
    """Entries of an editable vocabulary."""

    def current(self) -> "VocabularyQuerySet":
        """Only entries that may still be chosen."""
        return self.filter(retired_on__isnull=True)

    def with_counts(self) -> "VocabularyQuerySet":
        """Add the number of enterprises visitors may see; what is no enterprise is not counted."""
        counted = Q(
            enterprises__live=True,
            enterprises__retired_on__isnull=True,
            enterprises__merged_into__isnull=True,
            enterprises__role=Role.PRODUCER,
        )
        return self.annotate(enterprise_count=Count("enterprises", filter=counted))

    def get_by_natural_key(self, slug: str) -> Any:
        """Return the entry by its slug."""
        return self.get(slug=slug)


class EnterpriseQuerySet(models.QuerySet):
    """Organisations of the directory."""

    def shown(self) -> "EnterpriseQuerySet":
        """Only those visitors may see: published, not retired, not merged into another."""
        return self.filter(live=True, retired_on__isnull=True, merged_into__isnull=True)

    def open_to_visitors(self) -> "EnterpriseQuerySet":
        """Only those whose cards answer: shown, below a directory that visitors may enter."""
        return below_entrance("industries.EnterpriseIndexPage", self.shown())

    def counted(self) -> "EnterpriseQuerySet":
        """Only what counts as an enterprise: neither universities nor support bodies nor what is history."""
        return self.shown().filter(role=Role.PRODUCER)

    def with_public_site(self) -> "EnterpriseQuerySet":
        """Add the key of the site visitors are told of as ``public_site_id``: a site that is a draft counts as none."""
        return self.annotate(public_site_id=Case(When(site__live=True, then=F("site_id"))))

    def for_rows(self) -> "EnterpriseQuerySet":
        """Load what a row of the directory shows, in two queries; what stays internal is not read at all."""
        return (
            self.select_related("industry", "site", "district", "source")
            .prefetch_related("markets")
            .defer("search_words", "internal_note", "site__editors_note", "source__quotation")
        )
