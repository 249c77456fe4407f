"""A site as pages show it: every value in words, what is unknown or old marked as such."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.numbers import HECTARES, PartialDate, format_figure
from portal.figures.enums import ValueStatus
from technopolis.enums import AreaKind

if TYPE_CHECKING:
    from portal.figures.models import Source
    from technopolis.models import Site, SiteEvent, SiteFact


@dataclass(frozen=True)
class SourcedText:
    """A value in words with what is to be said about it and where it comes from; without text it is unknown."""

    text: str
    remark: str = ""
    as_of: str = ""
    source: "Source | None" = None


@dataclass(frozen=True)
class Statement:
    """A fact or an event with what is to be said of its truth."""

    record: "SiteFact | SiteEvent"
    remark: str

    @classmethod
    def of(cls, record: "SiteFact | SiteEvent") -> "Statement":
        """Return the record with its remark."""
        return cls(record, status_remark(record.status))


@dataclass(frozen=True)
class SiteDisplay:
    """One site ready for a page."""

    site: "Site"
    url: str
    area: SourcedText
    joined: SourcedText
    specialisation: SourcedText
    enterprise_count: int | None = None

    @property
    def sources(self) -> list["Source"]:
        """The sources of the passport, each once."""
        parts = (self.area, self.joined, self.specialisation)
        return list({part.source.pk: part.source for part in parts if part.source}.values())


def site_url(site: "Site") -> str:
    """Return the address of the site's page."""
    return reverse("technopolis:site", args=[site.slug])


def status_remark(status: str) -> str:
    """Return what is to be said of a statement that is not confirmed; empty for a confirmed one."""
    words = {
        ValueStatus.UNCHECKED: _("не проверено"),
        ValueStatus.CONTRADICTED: _("источники расходятся"),
        ValueStatus.WITHOUT_SOURCE: _("без источника"),
    }
    return words.get(ValueStatus(status), "")


def display_site(site: "Site", enterprise_counts: Mapping[int, int] | None = None) -> SiteDisplay:
    """Return ``site`` in words; ``enterprise_counts`` are those of the directory by the site's key."""
    counted = enterprise_counts.get(site.pk, 0) if enterprise_counts else None
    return SiteDisplay(
        site=site,
        url=site_url(site),
        area=_area(site),
        joined=SourcedText(
            text=str(site.joined_year or ""),
            remark=status_remark(site.joined_status) if site.joined_year else "",
            as_of=date_text(site.joined_as_of),
            source=site.joined_source,
        ),
        specialisation=SourcedText(
            text=site.specialisation,
            as_of=date_text(site.specialisation_as_of),
            source=site.specialisation_source,
        ),
        enterprise_count=counted,
    )


def display_sites(sites: Iterable["Site"], enterprise_counts: Mapping[int, int]) -> list[SiteDisplay]:
    """Return each of ``sites`` in words."""
    return [display_site(site, enterprise_counts) for site in sites]


def date_text(as_of: str) -> str:
    """Return a partial date in words; empty while it is unknown."""
    return PartialDate.parse(as_of).text() if as_of else ""


def _area(site: "Site") -> SourcedText:
    known = site.area_hectares is not None
    text = format_figure(site.area_comparator, site.area_hectares, HECTARES).text if site.area_hectares else ""
    kind = str(site.get_area_kind_display()) if known and site.area_kind != AreaKind.CURRENT else ""
    return SourcedText(
        text=text,
        remark="; ".join(filter(None, [kind, site.area_note])),
        as_of=date_text(site.area_as_of),
        source=site.area_source,
    )
