"""What a request asks of a list, checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from portal.listing.address import ListingAddress
from portal.listing.filterset import ListingFilterSet, shown_value
from portal.listing.kept_index import FacetState, facet_state
from portal.listing.listing import Listing, Sort, View
from portal.listing.text_query import TextQuery

LARGEST_PAGE = 10**9


@dataclass
class RequestState:
    """A list as one request asks for it: its filters, order and page, with a sentence for whatever was wrong."""

    listing: Listing
    parameters: QueryDict
    notices: list[str] = field(default_factory=list)

    @cached_property
    def facet_state(self) -> FacetState:
        """The counts and choices of the facets."""
        return facet_state(self.listing, self.sort)

    @cached_property
    def text(self) -> TextQuery:
        """What is looked for."""
        given = self.parameters.get("q", "") if self.listing.search_field else ""
        return TextQuery.parse(given, self.listing.ignored_words)

    @cached_property
    def filterset(self) -> ListingFilterSet:
        """The filters with what was asked for."""
        records = self.listing.records()
        if self.text.words:
            records = self.listing.matching(records, self.text.words)
        return ListingFilterSet(self.parameters, records, self.listing.facets, self.facet_state.choices)

    @cached_property
    def errors(self) -> list[str]:
        """What was asked for and does not exist."""
        return self.filterset.named_errors

    @cached_property
    def chosen(self) -> Mapping[str, Sequence[str]]:
        """The answers chosen in each facet, as they stand in addresses, each once."""
        if self.errors:
            return {}
        known = self.facet_state.choices
        given = {name: frozenset(self.parameters.getlist(name)) for name in known}
        return {name: [choice.value for choice in known[name] if choice.value in given[name]] for name in known}

    @cached_property
    def sort(self) -> Sort:
        """The order asked for, or the first there is."""
        return self._one_of("sort", self.listing.sorts, _("Такого порядка нет: «%(value)s»."))

    @cached_property
    def view(self) -> View:
        """The view asked for, or the first there is."""
        return self._one_of("view", self.listing.views, _("Такого вида нет: «%(value)s»."))

    @cached_property
    def size(self) -> int:
        """How many rows stand on a page."""
        given = self.parameters.get("size", "")
        sizes = {str(size): size for size in self.listing.page_sizes}
        if given and given not in sizes:
            self.notices.append(_("Столько строк на странице не бывает: «%(value)s».") % {"value": shown_value(given)})
        return sizes.get(given, self.listing.page_sizes[0])

    @cached_property
    def page_number(self) -> int:
        """The page asked for; whatever is no number is the first."""
        given = self.parameters.get("page", "")[:20]
        is_number = given.isascii() and given.isdecimal()
        return min(max(int(given), 1), LARGEST_PAGE) if is_number else 1

    @cached_property
    def queryset(self) -> QuerySet:
        """The records found, in order, as the files read them piece by piece; none where an answer does not exist."""
        if self.errors:
            return self.listing.records().none()
        return self.filterset.qs.order_by(*self.sort.order, "pk")

    @cached_property
    def address(self) -> ListingAddress:
        """The address of this state without its page: only what is valid and is not the usual."""
        parameters: list[tuple[str, str]] = [("q", self.text.text)] if self.text.text else []
        parameters += [(name, value) for name, values in self.chosen.items() for value in values]
        if self.listing.sorts and self.sort is not self.listing.sorts[0]:
            parameters.append(("sort", self.sort.value))
        if self.size != self.listing.page_sizes[0]:
            parameters.append(("size", str(self.size)))
        if self.listing.views and self.view is not self.listing.views[0]:
            parameters.append(("view", self.view.value))
        return ListingAddress(self.listing.path(), tuple(parameters))

    def _one_of(self, parameter: str, options: Sequence[Any], complaint: str) -> Any:
        given = self.parameters.get(parameter, "")
        found = next((option for option in options if option.value == given), None)
        if given and found is None:
            self.notices.append(complaint % {"value": shown_value(given)})
        return found or options[0]
