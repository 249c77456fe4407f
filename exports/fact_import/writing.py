"""Puts the values of a row into a fact and saves it the way an editor would."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from exports.models import ExportFact, ProductGroup
from industries.models import Market
from portal.figures.models import Source, Unit
from portal.imports.kinds import Values, WritingRefused

_BY_SLUG: dict[str, Any] = {"product_group": ProductGroup, "unit": Unit}


class Links:
    """The records that values name, read once for a batch."""

    def __init__(self) -> None:
        self.markets = {market.slug: market for market in Market.objects.all()}
        self.sources = {str(source.pk): source for source in Source.objects.all()}
        self.by_slug = {
            name: {record.slug: record for record in model.objects.all()} for name, model in _BY_SLUG.items()
        }

    def set_values(self, fact: ExportFact, values: Values) -> None:
        """Give ``fact`` in memory what the columns say; whether it is public is not a matter of its fields."""
        for name, value in values.items():
            if name != "live" and not (name == "slug" and not value):
                self._set(fact, name, value)
        fact.__dict__.pop("words", None)
        fact.__dict__.pop("ordered_markets", None)

    def _set(self, fact: ExportFact, name: str, value: Any) -> None:
        if name == "markets":
            fact.markets = [self.markets[slug] for slug in value]
        elif name == "source":
            fact.source = self.sources.get(value or "")
        elif name in self.by_slug:
            setattr(fact, name, self.by_slug[name].get(value or ""))
        elif name == "value":
            fact.value = None if value is None else Decimal(value)
        elif name == "review_on":
            fact.review_on = date.fromisoformat(value) if value else None
        else:
            setattr(fact, name, value)


def save(fact: ExportFact, is_public: bool, person: Any) -> None:
    """Save ``fact`` as a revision; publish or withdraw it as asked, through the gate like everybody else.

    Raises:
        WritingRefused: the fact may not be public as it is, or a rule of the record is broken.
    """
    try:
        if fact.pk is None:
            fact.live = False
            fact.full_clean()
            fact.save()
        revision = fact.save_revision(user=person, log_action=True)
        if is_public:
            revision.publish(user=person)
        elif fact.live:
            ExportFact.objects.get(pk=fact.pk).unpublish(user=person)
    except ValidationError as error:
        raise WritingRefused(f"«{fact}»: {' '.join(error.messages)}") from error
