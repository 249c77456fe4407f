"""The schematic map of the directory: how many of the organisations found stand in each district and on each site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from portal.listing.facets import UNKNOWN
from portal.listing.result import ListingResult, Option
from technopolis.zone_map import MapLayout, Marker, Outline, ZoneMap, draw_map

COUNTS = MapLayout(marker=40, label=(66, 50), label_reach=900, labels_first=True)
DEPTHS = 4


@dataclass(frozen=True)
class Place:
    """A district or a site: how many organisations it has, the address that puts it into the filter or takes it out.

    ``depth`` (0 for none, to 4) is how dark the place is drawn, ``share`` the length of its bar in a hundred.
    """

    name: str
    count: int
    url: str
    is_chosen: bool
    is_addition: bool
    depth: int
    share: int

    @property
    def number(self) -> str:
        """The count as it is written: «+5» where it would be added to what is chosen already."""
        return f"+{self.count}" if self.is_addition else str(self.count)

    @property
    def description(self) -> str:
        """What the link says and does, in words; what is seen on the map is a part of them."""
        words = _("%(name)s: %(number)s, убрать из фильтра") if self.is_chosen else _("%(name)s: %(number)s")
        return words % {"name": self.name, "number": self.number}


@dataclass(frozen=True)
class PlaceList:
    """Places of one kind as a list: those with organisations, and those of which the place is unknown."""

    label: str
    places: Sequence[Place]
    unknown: Place | None


@dataclass(frozen=True)
class DrawnDistrict:
    """A district on the map: its contour and what is found in it."""

    outline: Outline
    place: Place


@dataclass(frozen=True)
class DrawnSite:
    """A site on the map: its mark and what is found on it."""

    marker: Marker
    place: Place


class PlaceMap:
    """The map and its twin, a list; both are worked out from the counts of the facets, without a query."""

    def __init__(self, listing: ListingResult) -> None:
        self._listing = listing
        self._options = {facet.name: facet for facet in listing.facets}

    @cached_property
    def drawing(self) -> ZoneMap | None:
        """The contours and marks; ``None`` while there are no boundaries to draw."""
        sites = [site for site in self._records("site") if site.slug in self._places["site"]]
        return draw_map(self._records("okrug"), sites, COUNTS)

    @property
    def districts(self) -> list[DrawnDistrict]:
        """The districts of the map."""
        return self._drawn(self.drawing.outlines if self.drawing else ())

    @property
    def inset_districts(self) -> list[DrawnDistrict]:
        """The districts of the inset."""
        return self._drawn(self.drawing.inset_outlines if self.drawing else ())

    @property
    def sites(self) -> list[DrawnSite]:
        """The marks of sites where something is found."""
        markers = self.drawing.markers if self.drawing else ()
        return [DrawnSite(marker, self._places["site"][marker.slug]) for marker in markers]

    @cached_property
    def lists(self) -> list[PlaceList]:
        """The districts and the sites as lists."""
        return [self._list("okrug", _("место неизвестно")), self._list("site", _("площадка не указана"))]

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, Place]]:
        return {name: self._places_of(name) for name in ("okrug", "site")}

    def _places_of(self, name: str) -> dict[str, Place]:
        offered = [option for option in self._options[name].options if option.count or option.is_chosen]
        most = max((option.count for option in offered if option.value != UNKNOWN), default=1)
        return {option.value: self._place(name, option, most) for option in offered}

    def _place(self, name: str, option: Option, most: int) -> Place:
        address = self._listing.address
        toggled = (address.removing if option.is_chosen else address.adding)(name, option.value)
        return Place(
            name=option.name,
            count=option.count,
            url=toggled.url,
            is_chosen=option.is_chosen,
            is_addition=option.is_addition,
            depth=min(DEPTHS, -(-DEPTHS * option.count // most)) if most else 0,
            share=min(100, round(100 * option.count / most)) if most else 0,
        )

    def _drawn(self, outlines: Sequence[Outline]) -> list[DrawnDistrict]:
        places = self._places["okrug"]
        return [DrawnDistrict(one, places.get(one.slug) or _nothing_in(one.name)) for one in outlines]

    def _list(self, name: str, unknown_name: str) -> PlaceList:
        places = dict(self._places[name])
        unknown = places.pop(UNKNOWN, None)
        renamed = replace(unknown, name=unknown_name) if unknown else None
        return PlaceList(self._options[name].label, list(places.values()), renamed)

    def _records(self, name: str) -> list[Any]:
        choices = self._listing.state.facet_state.choices[name]
        return [choice.record for choice in choices if choice.record is not None]


def _nothing_in(name: str) -> Place:
    return Place(name, 0, "", is_chosen=False, is_addition=False, depth=0, share=0)
