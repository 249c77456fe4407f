"""Loads units, sources and figures."""

from decimal import Decimal
from typing import Any

from portal.demo.loading.content import read
from portal.figures.models import Figure, FigureTopic, FigureValue, Source, Unit


def load_figures() -> dict[str, Figure]:
    """Load every figure with its values; return the figures by their code."""
    content = read("figures.json")
    units = {unit["slug"]: _unit(unit) for unit in content["units"]}
    sources = {source["key"]: _source(source) for source in content["sources"]}
    topics = {topic["slug"]: _topic(topic) for topic in content["topics"]}
    figures = [_figure({**figure, "topic": topics[figure["topic"]]}, units, sources) for figure in content["figures"]]
    return {figure.code: figure for figure in figures if figure.code}


def _unit(values: dict[str, Any]) -> Unit:
    return Unit.objects.get_or_create(slug=values["slug"], defaults=values)[0]


def _topic(values: dict[str, Any]) -> FigureTopic:
    return FigureTopic.objects.get_or_create(slug=values["slug"], defaults=values)[0]


def _source(values: dict[str, Any]) -> Source:
    fields = {name: value for name, value in values.items() if name != "key"}
    return Source.objects.get_or_create(url=values["url"], defaults=fields)[0]


def _figure(values: dict[str, Any], units: dict[str, Unit], sources: dict[str, Source]) -> Figure:
    existing = Figure.objects.filter(slug=values["slug"]).first()
    if existing:
        return existing
    fields = {name: value for name, value in values.items() if name not in {"unit", "values"}}
    figure = Figure.objects.create(**fields, unit=units[values["unit"]], live=False)
    for value in values["values"]:
        source = sources[value["source"]] if value["source"] else None
        FigureValue.objects.create(**{**value, "figure": figure, "value": Decimal(value["value"]), "source": source})
    if any(value.get("is_current") for value in values["values"]):
        figure.save_revision().publish()
        figure.refresh_from_db()
    return figure
