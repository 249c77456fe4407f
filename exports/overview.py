"""Everything the entrance to exports lists, in a fixed number of queries."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.utils.translation import get_language

from exports.cards import CaseCard, EventCard, case_cards, event_cards
from exports.display import FactGroup, group_facts
from exports.map import ExportMap, draw_map, load_geometry
from exports.market_list import MarketRow, market_rows
from exports.series import series_chart
from portal.figures.charts import Chart
from portal.figures.models import Figure

if TYPE_CHECKING:
    from exports.models import ExportsIndexPage

_CASES_SHOWN = 6


@dataclass(frozen=True)
class Overview:
    """What the page shows below its own words."""

    chart: Chart | None
    map: ExportMap | None
    origin_name: str
    markets: tuple[MarketRow, ...]
    together: tuple[FactGroup, ...]
    cases: tuple[CaseCard, ...]
    case_count: int
    events: tuple[EventCard, ...]


def read_overview(page: "ExportsIndexPage") -> Overview:
    """Return what ``page`` lists in the language of the address."""
    rows = market_rows()
    geometry = load_geometry()
    cases = case_cards(_live("ExportCase"))
    return Overview(
        chart=_chart(page.series_id),
        map=draw_map(geometry, [row.place for row in rows]) if rows else None,
        origin_name=geometry.origin_name if get_language() == "ru" else geometry.origin_name_english,
        markets=tuple(rows),
        together=tuple(group_facts(_live("ExportFact").filter(scope="together"))),
        cases=tuple(cases[:_CASES_SHOWN]),
        case_count=len(cases),
        events=tuple(event_cards(_live("TradeEvent"))),
    )


def _live(name: str) -> Any:
    return apps.get_model("exports", name).objects.live().for_display()


def _chart(figure_key: int | None) -> Chart | None:
    figure = Figure.objects.live().select_related("unit").prefetch_related("values").filter(pk=figure_key).first()
    return series_chart(figure) if figure else None
