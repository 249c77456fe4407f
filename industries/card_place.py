"""Where an organisation stands, on the schematic map."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from industries.models.enterprise import Enterprise
from technopolis.models import District, Site
from technopolis.zone_map import MapLayout, Marker, Outline, ZoneMap, draw_map

ONE_SITE = MapLayout(marker=30, label=(70, 26), label_reach=60)


@dataclass(frozen=True)
class CardPlace:
    """The map with the organisation's district and site marked on it."""

    drawing: ZoneMap
    district: District
    site: Site | None
    is_verified: bool

    @classmethod
    def of(cls, enterprise: Enterprise) -> "CardPlace | None":
        """Return the place; ``None`` where it is unknown or can't be drawn. One query where it is known."""
        site = enterprise.public_site
        if enterprise.district is None:
            return None
        drawing = draw_map(District.objects.all(), [site] if site else [], ONE_SITE)
        place = cls(drawing, enterprise.district, site, enterprise.district_is_verified) if drawing else None
        return place if place and place.is_drawn else None

    @cached_property
    def here(self) -> tuple[Outline, ...]:
        """The contour of the organisation's own district."""
        outlines = (*self.drawing.outlines, *self.drawing.inset_outlines)
        return tuple(outline for outline in outlines if outline.slug == self.district.slug)

    @property
    def is_drawn(self) -> bool:
        """Whether the district has a contour."""
        return bool(self.here)

    @property
    def point(self) -> Marker | None:
        """The mark of the site, where its place is known."""
        return next(iter(self.drawing.markers), None)

    @property
    def text(self) -> str:
        """The place in words."""
        if self.site is None:
            return _("Округ: %(district)s.") % {"district": self.district.short_name}
        return _("Площадка «%(site)s», %(district)s.") % {"site": self.site.name, "district": self.district.short_name}
