"""Reading figures."""

from typing import Any

from django.db import models
from django.db.models import Prefetch


class FigureQuerySet(models.QuerySet):
    """Figures with what a page needs to show them."""

    def live(self) -> "FigureQuerySet":
        """Only published figures."""
        return self.filter(live=True)

    def for_display(self) -> "FigureQuerySet":
        """Load unit, current value and source in two queries whatever the number of figures."""
        values: Any = self.model._meta.get_field("values").related_model
        current = values.objects.filter(is_current=True).select_related("source")
        return self.select_related("unit").prefetch_related(
            Prefetch("values", queryset=current, to_attr="current_values")
        )

    def for_record(self) -> "FigureQuerySet":
        """Load unit, topic and the whole history with its sources in two queries."""
        values: Any = self.model._meta.get_field("values").related_model
        history = values.objects.filter(value__isnull=False).select_related("source")
        return self.select_related("unit", "topic").prefetch_related(
            Prefetch("values", queryset=history, to_attr="known_values")
        )
