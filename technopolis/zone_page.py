"""What the zone's page shows, read in a fixed number of queries whatever the number of sites and residents."""

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from portal.figures.display import FigureDisplay
from portal.figures.enums import DOUBTFUL, ValueKind
from portal.figures.models import Figure, FigureValue
from technopolis.benefit_display import BenefitDisplay, resident_benefits
from technopolis.enums import FactKind
from technopolis.joining import JoiningYear, joining_years
from technopolis.models.district import District
from technopolis.models.site import Site
from technopolis.models.site_records import SiteFact
from technopolis.rate_display import TaxSteps, resident_rates
from technopolis.site_display import SiteDisplay, Statement, display_sites
from technopolis.site_parts import enterprise_counts
from technopolis.zone_map import ZoneMap, draw_map

if TYPE_CHECKING:
    from technopolis.models import Zone


@dataclass(frozen=True)
class StatedFigure:
    """A total the zone states, with what it plans."""

    figure: FigureDisplay
    plans: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlannedSite:
    """A site with its plans."""

    site: Site
    plans: tuple[Statement, ...]


@dataclass(frozen=True)
class ZoneView:
    """Everything on the zone's page."""

    zone: "Zone"
    map: ZoneMap | None
    sites: list[SiteDisplay]
    years: list[JoiningYear]
    totals: list[StatedFigure]
    plans: list[PlannedSite]
    rates: list[TaxSteps]
    benefits: list[BenefitDisplay]


def compose_zone(zone: "Zone") -> ZoneView:
    """Read the zone's live sites, totals and plans."""
    sites = list(Site.objects.live().filter(zone=zone).for_display())
    displays = display_sites(sites, enterprise_counts())
    return ZoneView(
        zone=zone,
        map=draw_map(District.objects.all(), sites),
        sites=displays,
        years=joining_years(displays),
        totals=_totals(zone),
        plans=_plans(zone),
        rates=resident_rates(),
        benefits=resident_benefits(),
    )


def _totals(zone: "Zone") -> list[StatedFigure]:
    keys = list(zone.stated_totals.values_list("figure_id", flat=True))
    figures = Figure.objects.live().for_display().in_bulk(keys)
    planned = FigureValue.objects.filter(figure__in=keys, kind=ValueKind.PLAN, is_current=False).exclude(
        status__in=DOUBTFUL
    )
    plans: dict[int, list[str]] = {}
    for value in planned.order_by("period_end"):
        if value.figure_id in figures and value.value is not None:
            value.figure = figures[value.figure_id]
            formatted = value.formatted(figures[value.figure_id].unit)
            plans.setdefault(value.figure_id, []).append(f"{formatted.text}, {formatted.period}")
    shown = [(key, FigureDisplay.of(figures[key])) for key in keys if key in figures]
    return [StatedFigure(figure, tuple(plans.get(key, ()))) for key, figure in shown if figure is not None]


def _plans(zone: "Zone") -> list[PlannedSite]:
    facts = (
        SiteFact.objects.filter(kind=FactKind.PLAN, site__live=True, site__zone=zone)
        .select_related("site", "source")
        .order_by("site__position", "sort_order")
    )
    return [
        PlannedSite(site, tuple(map(Statement.of, group))) for site, group in groupby(facts, key=lambda fact: fact.site)
    ]
