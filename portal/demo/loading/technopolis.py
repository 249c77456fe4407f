"""Loads districts, the zone and its sites."""

from datetime import date
from decimal import Decimal
from typing import Any

from wagtail.models import Page

from portal.accounts.models import User
from portal.demo.loading.content import read
from portal.demo.loading.decisions import answer_for_doubts
from portal.figures.models import Figure, Source
from technopolis.models import (
    Benefit,
    BenefitStep,
    District,
    Site,
    SiteEvent,
    SiteFact,
    StatedTotal,
    TaxRate,
    TechnopolisPage,
    Zone,
)

DECIMALS = ("latitude", "longitude", "area_hectares", "amount", "percent", "federal_percent", "regional_percent")
DATES = ("valid_from", "valid_until")
SOURCES = ("source", "area_source", "joined_source", "specialisation_source")


def load_technopolis(figures: dict[str, Figure], editor: User) -> dict[str, Site]:
    """Load the zone with its districts and sites, published upon the word of ``editor``; return the sites by slug."""
    content = read("technopolis.json")
    sources = {source["key"]: _source(source) for source in content["sources"]}
    districts = {
        values["slug"]: District.objects.get_or_create(slug=values["slug"], defaults=values)[0]
        for values in content["districts"]
    }
    zone = _zone(content["zone"], sources, figures)
    for values in content["rates"]:
        TaxRate.objects.get_or_create(**_typed(values, sources))
    for values in content["benefits"]:
        _benefit(values, sources)
    sites = [_site(values, zone, districts, sources, editor) for values in content["sites"]]
    return {site.slug: site for site in sites}


def load_technopolis_page(article: Page, editor: User) -> TechnopolisPage:
    """Load the zone's page under the article, published."""
    values = read("technopolis.json")["page"]
    page = TechnopolisPage(
        **values, zone=Zone.objects.get(), locale=article.locale, show_in_menus=True, live=False, owner=editor
    )
    article.add_child(instance=page)
    page.save_revision(user=editor, log_action=True).publish(user=editor, skip_permission_checks=True)
    return page


def _source(values: dict[str, Any]) -> Source:
    fields = {name: value for name, value in values.items() if name != "key"}
    return Source.objects.get_or_create(url=values["url"], defaults=fields)[0]


def _typed(values: dict[str, Any], sources: dict[str, Source]) -> dict[str, Any]:
    """Return the values with keys of sources replaced by sources and numbers by decimals."""
    typed = dict(values)
    for name in SOURCES:
        if name in typed:
            typed[name] = sources[typed[name]] if typed[name] else None
    for name in DECIMALS:
        if typed.get(name) is not None:
            typed[name] = Decimal(typed[name])
    for name in DATES:
        if typed.get(name) is not None:
            typed[name] = date.fromisoformat(typed[name])
    return typed


def _zone(values: dict[str, Any], sources: dict[str, Source], figures: dict[str, Figure]) -> Zone:
    existing = Zone.objects.filter(slug=values["slug"]).first()
    if existing:
        return existing
    fields = {name: value for name, value in values.items() if name != "stated_totals"}
    zone = Zone(**_typed(fields, sources))
    for total in values["stated_totals"]:
        zone.stated_totals.add(StatedTotal(**{**total, "figure": figures[total["figure"]]}))
    zone.save()
    return zone


def _benefit(values: dict[str, Any], sources: dict[str, Source]) -> None:
    fields = {name: value for name, value in values.items() if name != "steps"}
    if Benefit.objects.filter(name=fields["name"], scope=fields["scope"]).exists():
        return
    benefit = Benefit(**_typed(fields, sources))
    for position, step in enumerate(values["steps"]):
        benefit.steps.add(BenefitStep(**_typed(step, sources), sort_order=position))
    benefit.full_clean()
    benefit.save()


def _site(
    values: dict[str, Any],
    zone: Zone,
    districts: dict[str, District],
    sources: dict[str, Source],
    editor: User,
) -> Site:
    existing = Site.objects.filter(slug=values["slug"]).first()
    if existing:
        return existing
    fields = {name: value for name, value in values.items() if name not in {"facts", "events", "district"}}
    site = Site(**_typed(fields, sources), zone=zone, district=districts[values["district"]], live=False)
    for position, fact in enumerate(values["facts"]):
        site.facts.add(SiteFact(**_typed(fact, sources), sort_order=position))
    for position, event in enumerate(values["events"]):
        site.events.add(SiteEvent(**_typed(event, sources), sort_order=position))
    site.full_clean()
    site.save()
    answer_for_doubts(site, editor)
    site.save_revision().publish()
    return site
