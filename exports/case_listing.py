"""How cases are filtered, sorted and handed out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from exports.cards import CaseCard
from exports.models import ExportCase
from industries.models import Enterprise, Industry, Market
from portal.listing.facets import Facet, FacetChoice, choices_of_records
from portal.listing.listing import Column, Listing, Sort
from portal.listing.rows import ListingRow


@dataclass(frozen=True)
class CaseRow(ListingRow):
    """One case as every face shows it."""

    card: CaseCard | None = None
    sources: tuple[str, ...] = ()
    as_of: str = ""

    @classmethod
    def of(cls, case: ExportCase) -> "CaseRow":
        """Return what visitors may know of ``case`` in the language of the address."""
        card = CaseCard.of(case)
        return cls(
            key=case.slug,
            title=card.title,
            url=card.url,
            summary=strip_tags(case.shown_story),
            changed_at=case.changed_at,
            card=card,
            sources=tuple(source.url or str(source) for source in case.sources.all()),
            as_of=case.as_of,
        )

    @property
    def markets(self) -> list[str]:
        """The names of the markets."""
        return [market.name for market in self.card.markets] if self.card else []

    @property
    def enterprises(self) -> list[str]:
        """The names of the enterprises."""
        return [enterprise.name for enterprise in self.card.enterprises] if self.card else []

    @property
    def result(self) -> str:
        """The result with its words."""
        has_result = self.card is not None and self.card.result is not None
        return f"{self.card.result} ({self.card.result_caption})" if has_result else ""  # type: ignore[union-attr]


def _years() -> Sequence[FacetChoice]:
    years = ExportCase.objects.live().exclude(year=None).values_list("year", flat=True).distinct().order_by("-year")
    return [FacetChoice(year, str(year), partial(str, year)) for year in years]


def _markets() -> Sequence[FacetChoice]:
    return choices_of_records(Market.objects.filter(export_cases__live=True).distinct(), "shown_name")


def _industries() -> Sequence[FacetChoice]:
    return choices_of_records(Industry.objects.filter(product_groups__cases__live=True).distinct(), "shown_name")


def _enterprises() -> Sequence[FacetChoice]:
    return choices_of_records(Enterprise.objects.shown().filter(export_cases__live=True).distinct())


class CaseListing(Listing):
    """Every published case that can be read in the language of the address."""

    search_field = "search_words"
    faces = ("csv", "xlsx", "json", "feed")
    facets = (
        Facet("market", gettext_lazy("Рынок"), "markets", _markets, is_many=True),
        Facet("industry", gettext_lazy("Отрасль"), "product_group__industry_id", _industries),
        Facet("year", gettext_lazy("Год"), "year", _years),
        Facet("enterprise", gettext_lazy("Предприятие"), "enterprises", _enterprises, is_many=True),
    )
    sorts = (
        Sort("recent", gettext_lazy("сначала новые"), ("-period_end", "title")),
        Sort("title", gettext_lazy("по названию"), ("title",)),
    )
    columns = (
        Column("title", gettext_lazy("Кейс"), lambda row: row.title),
        Column("when", gettext_lazy("Когда"), lambda row: row.card.when),
        Column("markets", gettext_lazy("Рынки"), lambda row: row.markets),
        Column("enterprises", gettext_lazy("Предприятия"), lambda row: row.enterprises),
        Column("product", gettext_lazy("Товары"), lambda row: row.card.product),
        Column("result", gettext_lazy("Результат"), lambda row: row.result),
        Column("story", gettext_lazy("Рассказ"), lambda row: row.summary),
        Column("sources", gettext_lazy("Источники"), lambda row: list(row.sources)),
        Column("as_of", gettext_lazy("На дату"), lambda row: row.as_of),
        Column("id", gettext_lazy("Код"), lambda row: row.key),
    )

    @property
    def name(self) -> str:  # type: ignore[override]
        """The list's key: each language has its own records."""
        return "export-cases" if get_language() == "ru" else f"export-cases-{get_language()}"

    def records(self) -> QuerySet:
        """Return every published case with words in the language of the address."""
        cases = ExportCase.objects.live()
        return cases if get_language() == "ru" else cases.readable_in_english()

    def with_details(self, records: QuerySet) -> QuerySet:
        """Load what a row shows in a fixed number of queries."""
        return records.for_display().prefetch_related("sources")  # type: ignore[attr-defined]

    def row(self, record: ExportCase) -> CaseRow:
        """Return the record as every face shows it."""
        return CaseRow.of(record)

    def path(self) -> str:
        """Return the address of the list."""
        return reverse("exports:cases")

    def title(self) -> str:
        """Return what files of the list are called."""
        return _("Экспортные кейсы")
