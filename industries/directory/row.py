"""An organisation as every face of the directory shows it; nothing internal is in it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext as _

from industries.enums import Confidence, LegalForm, Residency, Role
from industries.models.enterprise import Enterprise
from portal.listing.rows import ListingRow


@dataclass(frozen=True)
class EnterpriseRow(ListingRow):
    """One organisation. Empty means that nothing is known, and is shown so."""

    legal_name: str = ""
    legal_form: str = ""
    role: str = ""
    industry: str = ""
    accent: str = ""
    site: str = ""
    district: str = ""
    residency: str = ""
    is_resident: bool = False
    markets: tuple[str, ...] = ()
    founded: int | None = None
    website: str = ""
    inn: str = ""
    ogrn: str = ""
    source: str = ""
    source_url: str = ""
    as_of: str = ""
    as_of_shown: str = ""
    confidence: str = ""
    is_verified: bool = False
    verified_on: Any = None

    @property
    def place(self) -> str:
        """The site, or the district where no site is known."""
        return self.site or self.district

    @classmethod
    def of(cls, enterprise: Enterprise) -> "EnterpriseRow":
        """Return what visitors may know of the record."""
        site, district, source = enterprise.public_site, enterprise.district, enterprise.source
        is_known = enterprise.residency != Residency.UNKNOWN
        return cls(
            key=enterprise.slug,
            title=enterprise.name,
            url=reverse("enterprise", args=[enterprise.slug]),
            summary=enterprise.products,
            changed_at=enterprise.changed_at,
            point=_point(site),
            legal_name=enterprise.legal_name,
            legal_form=_label(LegalForm, enterprise.legal_form),
            role=_label(Role, enterprise.role),
            industry=enterprise.industry.shown_name,
            accent=enterprise.industry.accent,
            site=site.name if site else "",
            district=district.short_name if district else "",
            residency=_label(Residency, enterprise.residency) if is_known else "",
            is_resident=enterprise.residency == Residency.RESIDENT,
            markets=tuple(market.shown_name for market in enterprise.markets.all()),
            founded=enterprise.founded,
            website=enterprise.website,
            inn=enterprise.inn,
            ogrn=enterprise.ogrn,
            source=str(source) if source else "",
            source_url=source.url if source else "",
            as_of=enterprise.as_of,
            as_of_shown=enterprise.as_of_date.text() if enterprise.as_of_date else "",
            confidence=_label(Confidence, enterprise.confidence),
            is_verified=enterprise.verified_on is not None,
            verified_on=enterprise.verified_on,
        )

    @property
    def verification(self) -> str:
        """Whether the editors have checked the record, in words."""
        if self.verified_on:
            return _("проверено редакцией %(date)s") % {"date": f"{self.verified_on:%d.%m.%Y}"}
        return _("редакцией не проверено")


def _label(choices: type[TextChoices], value: str) -> str:
    """Return what ``get_…_display`` would, without looking through all choices each time: files ask it of every row."""
    return str(choices(value).label) if value in choices else value


def _point(site: Any) -> tuple[float, float] | None:
    if site is None or site.longitude is None or site.latitude is None:
        return None
    return float(site.longitude), float(site.latitude)
