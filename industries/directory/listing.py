"""How the directory is filtered, sorted and handed out."""

from collections.abc import Sequence

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from industries.directory.row import EnterpriseRow
from industries.enterprise_names import FORMS
from industries.enums import Residency, Role
from industries.models.enterprise import Enterprise
from industries.models.industry import Industry
from industries.models.market import Market
from portal.listing.facets import Facet, FacetChoice, choices_of_enum, choices_of_records, unknown_choice
from portal.listing.listing import Column, Listing, Sort, View
from technopolis.models import District, Site


def _industries() -> Sequence[FacetChoice]:
    return choices_of_records(Industry.objects.all(), "shown_name")


def _sites() -> Sequence[FacetChoice]:
    return [*choices_of_records(Site.objects.live().defer("editors_note")), unknown_choice()]


def _districts() -> Sequence[FacetChoice]:
    return [*choices_of_records(District.objects.all(), "short_name"), unknown_choice()]


def _markets() -> Sequence[FacetChoice]:
    return [*choices_of_records(Market.objects.all(), "shown_name"), unknown_choice()]


def _residency() -> Sequence[FacetChoice]:
    return choices_of_enum(Residency)


def _roles() -> Sequence[FacetChoice]:
    return choices_of_enum(Role)


class EnterpriseListing(Listing):
    """Every organisation visitors may see."""

    name = "enterprises"
    search_field = "search_words"
    ignored_words = FORMS
    follows = frozenset({"industries.industry", "industries.market", "technopolis.district", "technopolis.site"})
    facets = (
        Facet("industry", gettext_lazy("Отрасль"), "industry_id", _industries),
        Facet("site", gettext_lazy("Площадка ОЭЗ"), "public_site_id", _sites),
        Facet("okrug", gettext_lazy("Округ"), "district_id", _districts),
        Facet("market", gettext_lazy("Рынок"), "markets", _markets, is_many=True),
        Facet("status", gettext_lazy("Резидентство"), "residency", _residency),
        Facet("role", gettext_lazy("Роль"), "role", _roles),
    )
    sorts = (
        Sort("name", gettext_lazy("по названию"), ("name",)),
        Sort("industry", gettext_lazy("по отрасли"), ("industry__position", "name")),
        Sort("recent", gettext_lazy("сначала новые сведения"), ("-as_of", "name")),
        Sort("founded", gettext_lazy("по году основания"), (F("founded").asc(nulls_last=True), "name")),
    )
    views = (
        View("list", gettext_lazy("список"), "industries/directory/list.html"),
        View("table", gettext_lazy("таблица"), "industries/directory/table.html"),
        View("map", gettext_lazy("схема"), "industries/directory/map.html"),
    )
    columns = (
        Column("name", gettext_lazy("Название"), lambda row: row.title),
        Column("legal_name", gettext_lazy("Полное наименование"), lambda row: row.legal_name),
        Column("legal_form", gettext_lazy("Форма"), lambda row: row.legal_form),
        Column("inn", gettext_lazy("ИНН"), lambda row: row.inn),
        Column("ogrn", gettext_lazy("ОГРН"), lambda row: row.ogrn),
        Column("role", gettext_lazy("Роль"), lambda row: row.role),
        Column("industry", gettext_lazy("Отрасль"), lambda row: row.industry),
        Column("site", gettext_lazy("Площадка ОЭЗ"), lambda row: row.site),
        Column("district", gettext_lazy("Округ"), lambda row: row.district),
        Column("residency", gettext_lazy("Резидентство"), lambda row: row.residency),
        Column("products", gettext_lazy("Продукция"), lambda row: row.summary),
        Column("markets", gettext_lazy("Рынки"), lambda row: list(row.markets)),
        Column("founded", gettext_lazy("Год основания"), lambda row: row.founded),
        Column("website", gettext_lazy("Сайт"), lambda row: row.website),
        Column("source", gettext_lazy("Источник"), lambda row: row.source),
        Column("source_url", gettext_lazy("Адрес источника"), lambda row: row.source_url),
        Column("as_of", gettext_lazy("На дату"), lambda row: row.as_of),
        Column("confidence", gettext_lazy("Надёжность"), lambda row: row.confidence),
        Column("verified_on", gettext_lazy("Проверено"), lambda row: row.verified_on),
        Column("id", gettext_lazy("Код"), lambda row: row.key),
    )

    def records(self) -> QuerySet:
        """Return every organisation visitors may see."""
        return Enterprise.objects.shown().with_public_site()

    def with_details(self, records: QuerySet) -> QuerySet:
        """Load industry, site, district, source and markets: two queries whatever the number."""
        return records.for_rows()  # type: ignore[attr-defined]

    def row(self, record: Enterprise) -> EnterpriseRow:
        """Return the record as every face shows it."""
        return EnterpriseRow.of(record)

    def path(self) -> str:
        """Return the directory's address."""
        return reverse("wagtail_serve", args=["enterprises/"])

    def title(self) -> str:
        """Return what files of the directory are called."""
        return _("Предприятия")
