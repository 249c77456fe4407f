"""What the records say of one industry."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse

from industries.card_parts import CardPart
from industries.directory.row import EnterpriseRow
from industries.industry_parts import parts_of_industry
from industries.models.enterprise import Enterprise
from industries.models.industry import Industry
from industries.models.market import Market
from industries.shown_changes import ShownChange, changes_among
from portal.figures.display import FigureDisplay
from portal.figures.models import Figure
from technopolis.models import Site

MOST_ENTERPRISES = 12
MOST_CHANGES = 5


@dataclass(frozen=True)
class Place:
    """A site with the number of the industry's enterprises on it."""

    name: str
    url: str
    count: int


@dataclass(frozen=True)
class IndustryPortrait:
    """The enterprises, sites and markets of an industry and what has changed last."""

    industry: Industry
    enterprises: Sequence[EnterpriseRow]
    count: int
    sites: Sequence[Place]
    markets: Sequence[Any]
    changes: Sequence[ShownChange]
    figures: Sequence[FigureDisplay]
    directory_url: str
    parts: Sequence[CardPart] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every enterprise of the industry is shown."""
        return self.count <= len(self.enterprises)

    @classmethod
    def of(cls, industry: Industry) -> "IndustryPortrait":
        """Read the portrait in a fixed number of queries."""
        shown = Enterprise.objects.shown().filter(industry=industry)
        directory = f"{reverse('wagtail_serve', args=['enterprises/'])}?industry={industry.slug}"
        return cls(
            industry=industry,
            enterprises=[EnterpriseRow.of(one) for one in shown.for_rows()[:MOST_ENTERPRISES]],
            count=shown.counted().count(),
            sites=_sites(industry, directory),
            markets=list(
                Market.objects.filter(enterprises__in=shown).annotate(count=Count("enterprises")).order_by("position")
            ),
            changes=changes_among(shown, MOST_CHANGES),
            figures=_figures(shown),
            directory_url=directory,
            parts=parts_of_industry(industry),
        )


def _figures(enterprises: QuerySet) -> list[FigureDisplay]:
    figures = Figure.objects.live().for_display().filter(enterprises__in=enterprises).distinct()  # type: ignore[attr-defined]
    return [display for display in map(FigureDisplay.of, figures) if display]


def _sites(industry: Industry, directory: str) -> list[Place]:
    counted = (
        Site.objects.live()
        .filter(enterprises__in=Enterprise.objects.shown().filter(industry=industry))
        .annotate(count=Count("enterprises"))
        .order_by("-count", "position")
        .values_list("name", "slug", "count")
    )
    return [Place(name, f"{directory}&site={slug}", count) for name, slug, count in counted]
