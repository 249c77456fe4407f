"""An organisation's card as its page shows it; nothing internal is in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from industries.card_parts import CardPart, parts_of
from industries.card_place import CardPlace
from industries.directory.row import EnterpriseRow
from industries.mentions.finding import MentionGroup, mentions_of
from industries.models import Enterprise, EnterprisePhoto, EnterpriseSource
from industries.shown_changes import ShownChange, changes_of, lower_first
from portal.figures.display import FigureDisplay
from portal.figures.models import Figure, Source

MOST_NEIGHBOURS = 8


@dataclass(frozen=True)
class Fact:
    """One line of the passport; an empty value is unknown, an unverified one is marked."""

    label: str
    value: Any
    url: str = ""
    is_verified: bool = True


class EnterpriseCard:
    """Everything a card shows, each part read once."""

    def __init__(self, enterprise: Enterprise) -> None:
        self.enterprise = enterprise
        self.row = EnterpriseRow.of(enterprise)

    @cached_property
    def facts(self) -> list[Fact]:
        """The passport, line by line."""
        one, row = self.enterprise, self.row
        return [
            Fact(_("Полное наименование"), one.legal_name),
            Fact(_("Организационная форма"), row.legal_form, is_verified=one.legal_form_is_verified),
            Fact(_("ИНН"), one.inn),
            Fact(_("ОГРН"), one.ogrn),
            Fact(_("Роль"), row.role),
            Fact(_("Год основания"), one.founded, is_verified=one.founded_is_verified),
            Fact(_("Площадка ОЭЗ"), row.site, url=self.site_url),
            Fact(_("Округ"), row.district, is_verified=one.district_is_verified),
            Fact(_("Резидентство ОЭЗ"), row.residency),
            Fact(_("Экспортные рынки"), ", ".join(row.markets)),
            Fact(_("Сайт"), one.website, url=one.website, is_verified=one.website_is_verified),
        ]

    @property
    def site_url(self) -> str:
        """The address of the site's own page, where it has one."""
        site = self.enterprise.public_site
        return site.get_absolute_url() if site else ""

    @property
    def unknown(self) -> list[str]:
        """What is not known, by name."""
        return [lower_first(fact.label) for fact in self.facts if not fact.value]

    @property
    def unverified(self) -> list[str]:
        """What is known, but confirmed by no source."""
        return [lower_first(fact.label) for fact in self.facts if fact.value and not fact.is_verified]

    @cached_property
    def figures(self) -> list[FigureDisplay]:
        """The published figures about the organisation."""
        figures = Figure.objects.live().for_display().filter(enterprises=self.enterprise)  # type: ignore[attr-defined]
        return [display for display in map(FigureDisplay.of, figures) if display]

    @cached_property
    def photos(self) -> list[EnterprisePhoto]:
        """The photos of the card; one that may not be shown keeps its room as a placeholder."""
        return list(self.enterprise.photos.select_related("photo__rights_holder"))

    @cached_property
    def further_sources(self) -> list[EnterpriseSource]:
        """Further publications with what each of them says."""
        return list(self.enterprise.further_sources.select_related("source"))

    @property
    def source(self) -> Source | None:
        """The main source."""
        return self.enterprise.source

    @cached_property
    def neighbours(self) -> Sequence[Enterprise]:
        """Other organisations on the same site."""
        site = self.enterprise.public_site
        if site is None:
            return []
        others = Enterprise.objects.shown().filter(site=site).exclude(pk=self.enterprise.pk)
        return list(others.only("name", "slug")[:MOST_NEIGHBOURS])

    @cached_property
    def place(self) -> CardPlace | None:
        """Where the organisation stands on the map, where that is known."""
        return CardPlace.of(self.enterprise)

    @cached_property
    def changes(self) -> list[ShownChange]:
        """What has changed on the card, the latest first; who did it stays inside."""
        return changes_of(self.enterprise)

    @cached_property
    def mentions(self) -> list[MentionGroup]:
        """Where else the portal speaks of the organisation."""
        return mentions_of(self.enterprise)

    @cached_property
    def parts(self) -> list[CardPart]:
        """What other apps tell of the organisation."""
        return parts_of(self.enterprise)

    def structured_data(self, url: str) -> dict[str, Any]:
        """Return the card as schema.org ``Organization``; unknown and unverified properties are left out."""
        one = self.enterprise
        data: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "Organization",
            "name": one.name,
            "url": url,
            "description": one.products,
            "legalName": one.legal_name,
            "taxID": one.inn,
            "foundingDate": str(one.founded) if one.founded and one.founded_is_verified else "",
            "sameAs": one.website if one.website_is_verified else "",
            "location": {"@type": "Place", "name": self.row.place} if self.row.place else "",
        }
        return {name: value for name, value in data.items() if value}
