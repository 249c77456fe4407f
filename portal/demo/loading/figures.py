"""Loads units, sources and figures."""

from decimal import Decimal
from typing import Any

from portal.demo.loading.content import read
from portal.figures.models import Figure, FigureValue, Source, Unit


def load_figures() -> dict[str, Figure]:
    """Load every figure with its values; return the figures by their code."""
    content = read("figures.json")
    units = {unit["slug"]: _unit(unit) for unit in content["units"]}
    figures = [_figure(figure, units) for figure in content["figures"]]
    return {figure.code: figure for figure in figures if figure.code}


def _unit(values: dict[str, Any]) -> Unit:
    return Unit.objects.get_or_create(slug=values["slug"], defaults=values)[0]


def _source(values: dict[str, Any] | None) -> Source | None:
    if values is None:
        return None
    return Source.objects.get_or_create(url=values["url"], defaults=values)[0]


def _figure(values: dict[str, Any], units: dict[str, Unit]) -> Figure:
    existing = Figure.objects.filter(slug=values["slug"]).first()
    if existing:
        return existing
    fields = {name: value for name, value in values.items() if name not in {"unit", "values"}}
    figure = Figure(**fields, unit=units[values["unit"]], live=False)
    for value in values["values"]:
        numbers = {"value": Decimal(value["value"]), "source": _source(value["source"])}
        figure.values.add(FigureValue(**{**value, **numbers}))
    figure.save()
    if any(value.get("is_current") for value in values["values"]):
        figure.save_revision().publish()
        figure.refresh_from_db()
    return figure
