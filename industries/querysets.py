"""Reading industries, markets and enterprises."""

from typing import Any

from django.db import models
from django.db.models import Q

from industries.enums import Role


class VocabularyQuerySet(models.QuerySet):
    """Entries of an editable vocabulary."""

    def current(self) -> "VocabularyQuerySet":
        """Only entries that may still be chosen."""
        return self.filter(retired_on__isnull=True)

    def get_by_natural_key(self, slug: str) -> Any:
        """Return the entry by its slug."""
        return self.get(slug=slug)


class EnterpriseQuerySet(models.QuerySet):
    """Organisations of the directory."""

    def shown(self) -> "EnterpriseQuerySet":
        """Only those visitors may see: published, not retired, not merged into another."""
        return self.filter(live=True, retired_on__isnull=True, merged_into__isnull=True)

    def counted(self) -> "EnterpriseQuerySet":
        """Only what counts as an enterprise: neither universities nor support bodies nor what is history."""
        return self.shown().filter(role=Role.PRODUCER)

    def for_rows(self) -> "EnterpriseQuerySet":
        """Load what a row of the directory shows, in a fixed number of queries."""
        return self.select_related("industry", "source").prefetch_related("markets").defer("search_words")

    def found_by(self, words: list[tuple[str, str]]) -> "EnterpriseQuerySet":
        """Only those that hold every one of ``words``, given as a beginning and a stem."""
        found = self
        for beginning, word_stem in words:
            matches = Q(search_words__contains=f" {word_stem} ")
            if beginning:
                matches |= Q(search_words__contains=f" {beginning}")
            found = found.filter(matches)
        return found
