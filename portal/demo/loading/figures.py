"""Loads units, sources and figures."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.demo.loading.content import read
from portal.figures.acts import Responsible, update_figure
from portal.figures.models import Figure, FigureTopic, FigureValue, Source, Unit


def load_figures(owner: User | None = None) -> dict[str, Figure]:
    """Load every figure with its values, looked after by ``owner``; return the figures by their code."""
    content = read("figures.json")
    units = {unit["slug"]: load_unit(unit) for unit in content["units"]}
    sources = {source["key"]: load_source(source) for source in content["sources"]}
    for topic in content["topics"]:
        load_topic(topic)
    figures = [load_figure(figure, units, sources, owner) for figure in content["figures"]]
    return {figure.code: figure for figure in figures if figure.code}


def load_unit(values: dict[str, Any]) -> Unit:
    """Return the unit, made where it is not there yet."""
    return Unit.objects.get_or_create(slug=values["slug"], defaults=values)[0]


def load_topic(values: dict[str, Any]) -> FigureTopic:
    """Return the topic with the same slug, made where it is not there yet."""
    return FigureTopic.objects.get_or_create(slug=values["slug"], defaults=values)[0]


def load_source(values: dict[str, Any]) -> Source:
    """Return the source with the same address, made where it is not there yet."""
    fields = {name: value for name, value in values.items() if name != "key"}
    return Source.objects.get_or_create(url=values["url"], defaults=fields)[0]


def load_figure(
    values: dict[str, Any],
    units: dict[str, Unit],
    sources: dict[str, Source],
    owner: User | None = None,
) -> Figure:
    """Return the figure, made with its values and published where it is not there yet."""
    existing = Figure.objects.filter(slug=values["slug"]).first()
    if existing:
        return existing
    fields = {name: value for name, value in values.items() if name not in {"unit", "topic", "values"}}
    topic = FigureTopic.objects.filter(slug=values.get("topic", "")).first()
    figure = Figure(**fields, unit=units[values["unit"]], topic=topic, live=False)
    figure.owner = owner  # type: ignore[assignment]
    figure.save()
    current: dict[str, Any] = next((value for value in values["values"] if value.get("is_current")), {})
    replaced = current.get("replaces")
    for value in values["values"]:
        if not (replaced and value is current):
            is_shown = value["period"] == replaced if replaced else value.get("is_current", False)
            _value(value, sources, figure=figure, is_current=is_shown).save()
    if current:
        figure.save_revision().publish()
        figure.refresh_from_db()
    if replaced:
        update_figure(figure, _value(current, sources), Responsible(owner, _("Вышли новые данные, источник указан.")))
    return figure


def _value(values: dict[str, Any], sources: dict[str, Source], **more: Any) -> FigureValue:
    """Return the value, not stored; ``replaces`` names the period of the one it takes the place of by an act."""
    fields = {name: value for name, value in values.items() if name not in {"replaces", "is_current"}}
    source = sources[values["source"]] if values["source"] else None
    return FigureValue(**{**fields, "value": Decimal(values["value"]), "source": source, **more})
