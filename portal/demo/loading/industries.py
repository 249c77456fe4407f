"""Loads industries, markets and the organisations of the directory."""

from typing import Any

from industries.models import Enterprise, EnterpriseSource, Industry, Market
from portal.accounts.models import User
from portal.demo.loading.content import read
from portal.demo.loading.decisions import answer_for_doubts
from portal.figures.models import Figure, Source
from technopolis.models import District, Site


def load_industries() -> dict[str, Industry]:
    """Load every industry; return them by slug."""
    return {values["slug"]: _vocabulary_entry(Industry, values) for values in read("industries.json")}


def load_markets() -> dict[str, Market]:
    """Load every market; return them by slug."""
    return {values["slug"]: _vocabulary_entry(Market, values) for values in read("markets.json")}


def load_enterprises(editor: User) -> list[Enterprise]:
    """Load every organisation with what it refers to; those that still need checking stay drafts.

    What is doubtful is published upon the word of ``editor``.
    """
    content = read("enterprises.json")
    known: dict[str, dict[str, Any]] = {
        "industry": load_industries(),
        "markets": load_markets(),
        "source": {values["url"]: _source(values) for values in content["sources"]},
        "site": {site.slug: site for site in Site.objects.all()},
        "district": {district.short_name: district for district in District.objects.all()},
    }
    return [_enterprise(values, known, editor) for values in content["enterprises"]]


def _vocabulary_entry(model: Any, values: dict[str, Any]) -> Any:
    return model.objects.get_or_create(slug=values["slug"], defaults=values)[0]


def _source(values: dict[str, Any]) -> Source:
    return Source.objects.get_or_create(url=values["url"], defaults=values)[0]


def _enterprise(values: dict[str, Any], known: dict[str, dict[str, Any]], editor: User) -> Enterprise:
    existing = Enterprise.objects.filter(slug=values["slug"]).first()
    if existing:
        return existing
    fields = {
        name: value for name, value in values.items() if name not in {"markets", "figures", "more_sources", "publish"}
    }
    references = {
        name: known[name][values[name]] if values[name] else None for name in ("industry", "source", "site", "district")
    }
    enterprise = Enterprise(**{**fields, **references}, live=False)
    enterprise.markets = [known["markets"][slug] for slug in values["markets"]]
    enterprise.figures = list(Figure.objects.filter(slug__in=values["figures"]))
    for more in values["more_sources"]:
        enterprise.further_sources.add(EnterpriseSource(source=known["source"][more["source"]], fact=more["fact"]))
    enterprise.full_clean()
    enterprise.save()
    revision = enterprise.save_revision()
    if values["publish"]:
        answer_for_doubts(enterprise, editor)
        revision.publish()
        enterprise.refresh_from_db()
    return enterprise
