"""An example figure for previews: it lives in memory only."""

from decimal import Decimal
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from portal.core.numbers import Comparator, UnitKind


def example_rate(percent: str, period: str) -> Any:
    """Return an unsaved figure of a rate of ``percent`` in ``period``."""
    unit_model, figure_model, value_model = _models("Unit", "Figure", "FigureValue")
    unit = unit_model(name=_("процент"), kind=UnitKind.PERCENT)
    figure = figure_model(
        subject=_("Ставка налога"), slug="example-rate", unit=unit, caption=_("ставка налога"), live=True
    )
    figure.current_values = [value_model(figure=figure, value=Decimal(percent), period=period, as_of="2025-10-29")]
    return figure


def example_figure() -> Any:
    """Return an unsaved figure with one current value."""
    unit_model, figure_model, value_model, source_model = _models("Unit", "Figure", "FigureValue", "Source")
    unit = unit_model(
        name=_("станки"),
        kind=UnitKind.COUNT,
        one=_("станок"),
        few=_("станка"),
        many=_("станков"),
        english_one="machine",
        english_other="machines",
    )
    figure = figure_model(
        subject=_("Станки в учебном цехе"), slug="example", unit=unit, caption=_("в учебном цехе"), live=True
    )
    value = value_model(
        figure=figure,
        value=Decimal(240),
        comparator=Comparator.MORE_THAN,
        period="2025-10",
        as_of="2025-10-29",
        source=source_model(publisher=_("Пример издания"), title=_("Пример публикации")),
    )
    figure.current_values = [value]
    return figure


def _models(*names: str) -> list[Any]:
    return [apps.get_model("figures", name) for name in names]
