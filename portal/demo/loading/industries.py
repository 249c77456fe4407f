"""Loads industries, markets and the organisations of the directory."""

from typing import Any

from industries.models import Enterprise, EnterpriseSource, Industry, Market
from portal.demo.loading.content import read
from portal.figures.models import Source


def load_industries() -> dict[str, Industry]:
    """Load every industry; return them by slug."""
    return {values["slug"]: _vocabulary_entry(Industry, values) for values in read("industries.json")}


def load_markets() -> dict[str, Market]:
    """Load every market; return them by slug."""
    return {values["slug"]: _vocabulary_entry(Market, values) for values in read("markets.json")}


def load_enterprises(industries: dict[str, Industry], markets: dict[str, Market]) -> list[Enterprise]:
    """Load every organisation; those that still need checking stay drafts."""
    content = read("enterprises.json")
    sources = {values["url"]: _source(values) for values in content["sources"]}
    return [_enterprise(values, industries, markets, sources) for values in content["enterprises"]]


def _vocabulary_entry(model: Any, values: dict[str, Any]) -> Any:
    return model.objects.get_or_create(slug=values["slug"], defaults=values)[0]


def _source(values: dict[str, Any]) -> Source:
    return Source.objects.get_or_create(url=values["url"], defaults=values)[0]


REFERENCES = frozenset({"industry", "site", "district", "markets", "source", "more_sources", "publish"})


def _enterprise(
    values: dict[str, Any], industries: dict[str, Industry], markets: dict[str, Market], sources: dict[str, Source]
) -> Enterprise:
    existing = Enterprise.objects.filter(slug=values["slug"]).first()
    if existing:
        return existing
    fields = {name: value for name, value in values.items() if name not in REFERENCES}
    enterprise = Enterprise(
        **fields, industry=industries[values["industry"]], source=sources[values["source"]], live=False
    )
    enterprise.markets = [markets[slug] for slug in values["markets"]]
    for more in values["more_sources"]:
        enterprise.further_sources.add(EnterpriseSource(source=sources[more["source"]], fact=more["fact"]))
    enterprise.full_clean(exclude=["slug"])
    enterprise.save()
    revision = enterprise.save_revision()
    if values["publish"]:
        revision.publish()
        enterprise.refresh_from_db()
    return enterprise
