"""Loads product groups, export facts, cases and events, the figures they rest on, and the entrance page."""

from decimal import Decimal
from typing import Any, cast

from wagtail.fields import StreamField

from exports.models import ExportCase, ExportFact, ExportsIndexPage, ProductGroup, TradeEvent
from industries.models import Enterprise, Industry, Market
from media.models import Photo
from portal.accounts.models import User
from portal.demo.loading.article import resolve
from portal.demo.loading.content import read
from portal.demo.loading.decisions import answer_for_doubts
from portal.demo.loading.figures import load_figure, load_source, load_unit
from portal.figures.models import Figure, Source, Unit
from portal.longread.models import LandscapePage


def load_export_figures() -> dict[str, Figure]:
    """Load the figures of exports as a whole; return every figure of them by slug."""
    content = read("exports.json")
    for unit in content["units"]:
        load_unit(unit)
    sources = known_sources()
    units = {unit.slug: unit for unit in Unit.objects.all()}
    return {
        values["slug"]: load_figure({"topic": "exports", **values}, units, sources) for values in content["figures"]
    }


def known_sources() -> dict[str, Source]:
    """Return the sources of exports and of the figures by their keys."""
    named = [*read("figures.json")["sources"], *read("exports.json")["sources"]]
    return {values["key"]: load_source(values) for values in named}


def load_exports(editor: User) -> dict[str, int]:
    """Load every record of exports; what is doubtful is published upon the word of ``editor``.

    Returns how many records there are of each kind and how many are drafts.
    """
    content, sources = read("exports.json"), known_sources()
    for values in content["product_groups"]:
        _product_group(values)
    records = [
        *(_record(ExportFact, values, sources, editor) for values in content["facts"]),
        *(_record(ExportCase, values, sources, editor) for values in content["cases"]),
        *(_record(TradeEvent, values, sources, editor) for values in content["events"]),
    ]
    return {
        "facts": len(content["facts"]),
        "cases": len(content["cases"]),
        "events": len(content["events"]),
        "drafts": sum(not record.live for record in records),
    }


def load_exports_page(
    article: LandscapePage, figures: dict[str, Figure], photos: dict[str, Photo], editor: User
) -> ExportsIndexPage:
    """Load the entrance to exports below ``article`` and publish it."""
    values = read("exports.json")["page"]
    fields = {name: values[name] for name in ("title", "heading", "lead", "search_description", "plate_caption")}
    page = ExportsIndexPage(
        **fields,
        plate=photos[values["plate"]],
        series=figures[values["series"]],
        locale=article.locale,
        show_in_menus=True,
        live=False,
        owner=editor,
    )
    body = cast("StreamField", ExportsIndexPage._meta.get_field("body"))
    page.body = body.to_python(resolve(values["body"], figures, photos))
    article.add_child(instance=page)
    page.save_revision(user=editor, log_action=True).publish(user=editor, skip_permission_checks=True)
    return page


def _product_group(values: dict[str, Any]) -> ProductGroup:
    defaults = {**values, "industry": Industry.objects.get(slug=values["industry"])}
    return ProductGroup.objects.get_or_create(slug=values["slug"], defaults=defaults)[0]


def _record(model: Any, values: dict[str, Any], sources: dict[str, Source], editor: User) -> Any:
    existing = model.objects.filter(slug=values["slug"]).first()
    if existing:
        return existing
    many = {name: _many(name, values[name], sources) for name in MANY if name in values}
    single = {name: _one(name, values[name], sources) for name in ONE if name in values}
    fields = {name: value for name, value in values.items() if name not in {*MANY, *ONE, "live"}}
    record = model(**fields, **single, live=False)
    for name, chosen in many.items():
        setattr(record, name, chosen)
    record.full_clean()
    record.save()
    revision = record.save_revision()
    if values.get("live", True):
        answer_for_doubts(record, editor)
        revision.publish()
        record.refresh_from_db()
    return record


MANY = ("markets", "enterprises", "sources")
ONE = ("unit", "product_group", "source", "value")


def _many(name: str, keys: list[str], sources: dict[str, Source]) -> list[Any]:
    if name == "sources":
        return [sources[key] for key in keys]
    model: Any = {"markets": Market, "enterprises": Enterprise}[name]
    return [model.objects.get(slug=key) for key in keys]


def _one(name: str, key: str | None, sources: dict[str, Source]) -> Any:
    if key is None:
        return None
    if name == "value":
        return Decimal(key)
    if name == "source":
        return sources[key]
    model: Any = {"unit": Unit, "product_group": ProductGroup}[name]
    return model.objects.get(slug=key)
