"""A list as its page shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property

from portal.listing.address import ListingAddress, Parameters
from portal.listing.facet_index import OptionCount
from portal.listing.facets import Facet, FacetChoice
from portal.listing.record_order import keys_of_page
from portal.listing.request_state import RequestState
from portal.listing.rows import ListingRow

SHOWN_NEIGHBOURS = 2


@dataclass(frozen=True)
class Option:
    """One answer of a facet on the page.

    ``count`` is what stands beside it: the result after ticking it, or, where others are ticked already, how many more
    it would bring (``is_addition``). An answer that would find nothing can't be ticked.
    """

    value: str
    name: str
    count: int
    after: int
    is_chosen: bool
    is_addition: bool
    is_disabled: bool


@dataclass(frozen=True)
class ShownFacet:
    """A facet on the page with its answers."""

    name: str
    label: str
    options: Sequence[Option]

    @property
    def chosen_count(self) -> int:
        """How many answers are ticked."""
        return sum(option.is_chosen for option in self.options)


@dataclass(frozen=True)
class Link:
    """A link that changes one thing of the state."""

    label: str
    url: str
    is_current: bool = False
    group: str = ""


class ListingResult:
    """Everything the page of a list shows, worked out from one request."""

    def __init__(self, state: RequestState) -> None:
        self.state = state
        self.listing = state.listing
        self.address = state.address

    @cached_property
    def _base(self) -> int:
        state = self.state.facet_state
        return state.holding(self.state.text.words) if self.state.text.words else state.index.everything

    @cached_property
    def count(self) -> int:
        """How many records are found."""
        return self._found.bit_count()

    @cached_property
    def _found(self) -> int:
        if self.state.errors:
            return 0
        return self.state.facet_state.index.satisfying(self.state.filterset.selection, self._base)

    @cached_property
    def total(self) -> int:
        """How many records there are without any filter."""
        return self.state.facet_state.index.count

    @cached_property
    def facets(self) -> list[ShownFacet]:
        """The facets with what each answer would find."""
        return [self._shown(facet) for facet in self.listing.facets]

    def _shown(self, facet: Facet) -> ShownFacet:
        selection = {} if self.state.errors else self.state.filterset.selection
        counts = self.state.facet_state.index.counts(facet.name, selection, self._base)
        chosen = selection.get(facet.name, frozenset())
        choices = self.state.facet_state.choices[facet.name]
        of_no_record = OptionCount(alone=0, after=self.count if chosen else 0)
        options = [self._option(choice, counts.get(choice.key, of_no_record), chosen) for choice in choices]
        return ShownFacet(facet.name, str(facet.label), options)

    def _option(self, choice: FacetChoice, counted: OptionCount, chosen: frozenset[Any]) -> Option:
        is_chosen = choice.key in chosen
        is_addition = bool(chosen) and not is_chosen
        return Option(
            value=choice.value,
            name=choice.name,
            count=counted.after - self.count if is_addition else counted.alone,
            after=counted.after,
            is_chosen=is_chosen,
            is_addition=is_addition,
            is_disabled=not counted.alone and not is_chosen,
        )

    @property
    def facet_names(self) -> list[str]:
        """The parameters of the facets."""
        return [facet.name for facet in self.listing.facets]

    @cached_property
    def chips(self) -> list[Link]:
        """What the list is narrowed by; each link takes one away."""
        chips = []
        if self.state.text.text:
            chips.append(Link(f"«{self.state.text.text}»", self.address.removing("q").url))
        for facet in self.facets:
            for option in facet.options:
                if option.is_chosen:
                    url = self.address.removing(facet.name, option.value).url
                    chips.append(Link(option.name, url, group=facet.label))
        return chips

    @property
    def notices(self) -> list[str]:
        """What the visitor is told about what was asked for."""
        return [*self.state.errors, *filter(None, [self.state.text.notice]), *self.state.notices]

    @property
    def reset_url(self) -> str:
        """The address without any filter, in the same view."""
        return self.address.keeping("sort", "size", "view").url

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is filtered out or asked wrongly."""
        return bool(self.chips or self.state.errors)

    @cached_property
    def page_count(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.count // self.state.size))

    @cached_property
    def page(self) -> int:
        """The page shown: the one asked for, or the last."""
        return min(self.state.page_number, self.page_count)

    @cached_property
    def rows(self) -> list[ListingRow]:
        """The rows of the page; only these records are read."""
        if not self.count:
            return []
        state, size = self.state.facet_state, self.state.size
        order = state.in_order(self.state.sort)
        keys = keys_of_page(state.index, order, self._found, (self.page - 1) * size, size)
        records = {
            record.pk: record for record in self.listing.with_details(self.listing.records().filter(pk__in=keys))
        }
        return [self.listing.row(records[key]) for key in keys if key in records]

    @cached_property
    def pages(self) -> list[Link | None]:
        """Links to the first, the last and the neighbouring pages; ``None`` stands for those left out."""
        near = range(self.page - SHOWN_NEIGHBOURS, self.page + SHOWN_NEIGHBOURS + 1)
        shown = sorted({1, self.page_count, *(number for number in near if 1 <= number <= self.page_count)})
        return list(self._with_gaps(shown)) if self.page_count > 1 else []

    def _with_gaps(self, shown: Sequence[int]) -> Iterator[Link | None]:
        former = 0
        for number in shown:
            if number - former > 1:
                yield None
            yield Link(str(number), self.page_address(number).url, is_current=number == self.page)
            former = number

    def page_address(self, number: int) -> ListingAddress:
        """Return the address of a page of this state."""
        return self.address.setting("page", str(number) if number > 1 else "")

    @property
    def previous_url(self) -> str:
        """The address of the page before, empty on the first."""
        return self.page_address(self.page - 1).url if self.page > 1 else ""

    @property
    def next_url(self) -> str:
        """The address of the page after, empty on the last."""
        return self.page_address(self.page + 1).url if self.page < self.page_count else ""

    @property
    def sorts(self) -> list[Link]:
        """Links to the other orders."""
        return [
            Link(str(sort.label), self.address.setting("sort", sort.value).url, sort is self.state.sort)
            for sort in self.listing.sorts
        ]

    @property
    def views(self) -> list[Link]:
        """Links to the other views."""
        usual = self.listing.views[0].value if self.listing.views else ""
        return [
            Link(
                str(view.label),
                self.address.setting("view", "" if view.value == usual else view.value).url,
                view is self.state.view,
            )
            for view in self.listing.views
        ]

    @property
    def sizes(self) -> list[Link]:
        """Links to other numbers of rows on a page; none where the shortest page holds everything."""
        sizes = self.listing.page_sizes
        if self.count <= min(sizes):
            return []
        return [
            Link(
                str(size),
                self.address.setting("size", "" if size == sizes[0] else str(size)).url,
                size == self.state.size,
            )
            for size in sizes
        ]

    def face_url(self, face: str) -> str:
        """Return the address of the same list as a file or feed."""
        return self.address.keeping("q", "sort", *self.facet_names).below(face).url

    @property
    def face_links(self) -> list[Link]:
        """Links to the same list as files and as a feed."""
        labels = {"csv": "CSV", "xlsx": "XLSX", "json": "JSON", "geojson": "GeoJSON", "feed": "Atom"}
        return [Link(labels[face], self.face_url(face)) for face in self.listing.faces]

    @property
    def kept_parameters(self) -> Parameters:
        """What the form carries along: the order, the size and the view."""
        return self.address.keeping("sort", "size", "view").parameters

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may keep the page: the plain list, its pages, and one answer to one question."""
        is_plain = not self.state.text.text and not self.address.keeping("sort", "size", "view").parameters
        return is_plain and len(self.chips) <= 1 and not self.state.errors

    @property
    def canonical(self) -> ListingAddress:
        """The address search engines should keep instead of this one."""
        return self.page_address(self.page) if self.is_indexed else ListingAddress(self.address.path)
