"""The filters of a list: what was asked for, checked, as a condition of the database."""

from collections.abc import Mapping, Sequence
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django_filters.fields import MultipleChoiceField

from portal.listing.facets import Facet, FacetChoice

LONGEST_SHOWN_VALUE = 40


def shown_value(value: str) -> str:
    """Return a wrong value as it may be repeated to whoever sent it."""
    cleaned = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in value)
    return cleaned if len(cleaned) <= LONGEST_SHOWN_VALUE else f"{cleaned[:LONGEST_SHOWN_VALUE]}…"


class FacetField(MultipleChoiceField):
    """The answers to one facet; names the first that is no answer."""

    def validate(self, value: Sequence[str]) -> None:
        """Refuse what is not among the choices.

        Raises:
            ValidationError: an answer is unknown; the message names it.
        """
        for answer in value:
            if not self.valid_value(answer):
                raise forms.ValidationError(
                    _("%(facet)s: значения «%(value)s» нет.") % {"facet": self.label, "value": shown_value(str(answer))}
                )


class FacetFilter(django_filters.MultipleChoiceFilter):
    """Keeps records with any of the chosen answers."""

    field_class = FacetField

    def __init__(self, facet: Facet, choices: Sequence[FacetChoice]) -> None:
        super().__init__(
            field_name=facet.field,
            label=facet.label,
            choices=[(choice.value, choice.value) for choice in choices],
        )
        self.facet = facet
        self.keys = {choice.value: choice.key for choice in choices}

    def chosen(self, values: Sequence[str]) -> frozenset[Any]:
        """Return the answers as the database knows them."""
        return frozenset(self.keys[value] for value in values)

    def filter(self, qs: QuerySet, value: Sequence[str]) -> QuerySet:
        """Narrow ``qs``; a relation is asked apart, so that no record appears twice."""
        keys = self.chosen(value or [])
        if not keys:
            return qs
        known = [key for key in keys if key is not None]
        condition = Q(**{f"{self.facet.field}__in": known}) if known else Q(pk__in=[])
        if None in keys:
            condition |= Q(**{f"{self.facet.field}__isnull": True})
        if not self.facet.is_many:
            return qs.filter(condition)
        return qs.filter(pk__in=qs.model._default_manager.filter(condition).order_by().values("pk"))


class ListingFilterSet(django_filters.FilterSet):
    """One filter for each facet of a list. Unknown parameters are ignored."""

    def __init__(
        self,
        data: Mapping[str, Any],
        queryset: QuerySet,
        facets: Sequence[Facet],
        choices: Mapping[str, Sequence[FacetChoice]],
    ) -> None:
        super().__init__(data=data, queryset=queryset)
        for facet in facets:
            facet_filter = FacetFilter(facet, choices[facet.name])
            facet_filter.parent, facet_filter.model = self, queryset.model
            self.filters[facet.name] = facet_filter

    @property
    def named_errors(self) -> list[str]:
        """What was asked for and does not exist, in sentences."""
        return [message for messages in self.form.errors.values() for message in messages]

    @property
    def selection(self) -> dict[str, frozenset[Any]]:
        """The valid answers by facet, as the database knows them."""
        cleaned = self.form.cleaned_data if self.form.is_bound else {}
        return {name: one.chosen(cleaned.get(name) or []) for name, one in self.filters.items()}
