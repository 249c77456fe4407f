"""Reading figures and their values."""

from typing import Any

from django.db import models
from django.db.models import Prefetch

from portal.core.entrances import below_entrance
from portal.figures.guard import KEPT_FIELDS, PlainOverwrite, act_is_open

GUARDED = frozenset({*KEPT_FIELDS, "source", "is_current"})


class FigureQuerySet(models.QuerySet):
    """Figures with what a page needs to show them."""

    def live(self) -> "FigureQuerySet":
        """Only published figures."""
        return self.filter(live=True)

    def open_to_visitors(self) -> "FigureQuerySet":
        """Only figures whose pages answer: published, below a list that visitors may enter."""
        return below_entrance("figures.FiguresIndexPage", self.live())

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


class FigureValueQuerySet(models.QuerySet):
    """Values of figures; what the public knows of them changes by acts only."""

    def update(self, **kwargs: Any) -> int:
        """Update what is the editors' own.

        Raises:
            PlainOverwrite: a published part of values would change outside an act.
        """
        if GUARDED & set(kwargs) and not act_is_open():
            raise PlainOverwrite
        return super().update(**kwargs)

    def delete(self) -> Any:
        """Refuse: history is kept.

        Raises:
            PlainOverwrite: always, outside an act.
        """
        if not act_is_open():
            raise PlainOverwrite
        return super().delete()

    def current(self) -> "FigureValueQuerySet":
        """Only the values shown on the site."""
        return self.filter(is_current=True, figure__live=True)
