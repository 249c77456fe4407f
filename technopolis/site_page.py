"""What a site's page shows, read in a fixed number of queries whatever the number of residents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from media.models import Photo
from technopolis.benefit_display import BenefitDisplay, resident_benefits
from technopolis.enums import FactKind
from technopolis.models import Site, SiteFact
from technopolis.neighbours import nearest
from technopolis.rate_display import TaxSteps, resident_rates
from technopolis.site_display import SiteDisplay, Statement, display_site
from technopolis.site_parts import SiteEnterprises, enterprises_of

if TYPE_CHECKING:
    from portal.figures.models import Source


@dataclass(frozen=True)
class CaptionedPhoto:
    """A photo with the caption it has here."""

    photo: Photo
    caption: str


@dataclass(frozen=True)
class SiteView:
    """Everything on a site's page."""

    display: SiteDisplay
    metrics: list[Statement]
    plans: list[Statement]
    programmes: list[Statement]
    events: list[Statement]
    photos: list[CaptionedPhoto]
    enterprises: SiteEnterprises
    neighbours: list[SiteDisplay]
    sources: list["Source"]
    rates: list[TaxSteps]
    benefits: list[BenefitDisplay]

    @property
    def site(self) -> Site:
        """The site itself."""
        return self.display.site


def compose_site(site: Site, sites: Sequence[Site]) -> SiteView:
    """Read what is told of ``site``; ``sites`` are all live ones, among which its neighbours are."""
    facts = list(site.facts.select_related("source"))
    events = list(site.events.select_related("source"))
    display = display_site(site)
    cited = [*display.sources, *(record.source for record in (*facts, *events) if record.source)]
    return SiteView(
        display=display,
        metrics=_statements(facts, FactKind.METRIC),
        plans=_statements(facts, FactKind.PLAN),
        programmes=_statements(facts, FactKind.PROGRAMME),
        events=[Statement.of(event) for event in events],
        photos=_photos(site),
        enterprises=enterprises_of(site),
        neighbours=[display_site(other) for other in nearest(site, sites)],
        sources=list({source.pk: source for source in cited}.values()),
        rates=resident_rates(),
        benefits=resident_benefits(),
    )


def place_data(view: SiteView, request: HttpRequest) -> dict[str, Any]:
    """Return the site as schema.org ``Place``; what is unknown is left out, as is a rough point."""
    site = view.site
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Place",
        "name": site.official_name or site.name,
        "url": request.build_absolute_uri(view.display.url),
        "containedInPlace": {"@type": "Place", "name": site.zone.name},
    }
    if site.specialisation:
        data["description"] = site.specialisation
    address = {"streetAddress": site.address, "addressLocality": site.locality, "addressRegion": site.district.name}
    data["address"] = {"@type": "PostalAddress", **{name: text for name, text in address.items() if text}}
    if site.latitude is not None and site.longitude is not None and not site.location_note:
        data["geo"] = {"@type": "GeoCoordinates", "latitude": str(site.latitude), "longitude": str(site.longitude)}
    return data


def _statements(facts: Sequence[SiteFact], kind: FactKind) -> list[Statement]:
    return [Statement.of(fact) for fact in facts if fact.kind == kind]


def _photos(site: Site) -> list[CaptionedPhoto]:
    chosen = dict(site.photos.values_list("photo_id", "caption"))
    if not chosen:
        return []
    photos = Photo.objects.for_display().in_bulk(list(chosen))
    return [CaptionedPhoto(photos[key], caption) for key, caption in chosen.items() if key in photos]
