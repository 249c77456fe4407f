"""Loads the site, the article and its sections."""

from typing import Any

from django.apps import apps
from wagtail.models import Locale, Page, Site

from media.models import Photo
from portal.accounts.models import User
from portal.core.models import SectionPage, SiteIdentity
from portal.demo.loading.content import read
from portal.demo.loading.decisions import answer_for_doubts
from portal.figures.models import Figure
from portal.longread.models import LandscapePage


def article_exists() -> bool:
    """Tell whether the database holds an article already, the demo's or an editor's."""
    return LandscapePage.objects.exists()


def load_article(figures: dict[str, Figure], photos: dict[str, Photo], editor: User) -> LandscapePage:
    """Load the article as the root of the default site, and publish its sections through revisions."""
    content = read("article.json")
    russian = Locale.objects.get_or_create(language_code="ru")[0]
    Locale.objects.get_or_create(language_code="en")
    article = _opening(content["article"], figures, photos, russian)
    _make_site(article, content["site"])
    for section in content["sections"]:
        _section(article, section, figures, photos, editor)
    return article


def _opening(
    values: dict[str, Any], figures: dict[str, Figure], photos: dict[str, Photo], locale: Locale
) -> LandscapePage:
    fields = {**values, "plate": photos[values["plate"]], "headline_figure": figures[values["headline_figure"]]}
    root = Page.get_first_root_node()
    root.title = root.draft_title = "Сайт"
    root.save(clean=False, update_fields=["title", "draft_title"])
    article = root.add_child(instance=LandscapePage(**fields, locale=locale, live=False))
    article.save_revision().publish()
    return article


def _make_site(article: LandscapePage, values: dict[str, Any]) -> None:
    former = Site.objects.filter(is_default_site=True).first()
    former_root = former.root_page if former else None
    site = former or Site(is_default_site=True)
    site.hostname, site.port, site.root_page, site.site_name = (
        site.hostname or "localhost",
        site.port or 80,
        article,
        values["name"],
    )
    site.save()
    SiteIdentity.objects.update_or_create(site=site, defaults=values)
    if former_root and former_root.pk != article.pk and not former_root.get_children().exists():
        former_root.delete()


def _section(
    article: LandscapePage,
    values: dict[str, Any],
    figures: dict[str, Figure],
    photos: dict[str, Photo],
    editor: User,
) -> SectionPage:
    model = apps.get_model(values["page_type"])
    fields = {name: value for name, value in values.items() if name not in {"page_type", "plate", "body"}}
    section = model(
        **fields,
        plate=photos[values["plate"]] if values["plate"] else None,
        locale=article.locale,
        live=False,
        owner=editor,
    )
    section.body = model._meta.get_field("body").to_python(resolve(values["body"], figures, photos))
    article.add_child(instance=section)
    answer_for_doubts(section, editor)
    section.save_revision(user=editor, log_action=True).publish(user=editor, skip_permission_checks=True)
    return section


# Blocks name records of other apps by their slugs.
RECORDS = {"industry": "industries.Industry", "market": "industries.Market", "export_facts": "exports.ExportFact"}


def _record_keys(label: str, slugs: str | list[str]) -> Any:
    records = apps.get_model(label)._default_manager
    if isinstance(slugs, str):
        return records.get(slug=slugs).pk
    return [records.get(slug=slug).pk for slug in slugs]


def resolve(raw: Any, figures: dict[str, Figure], photos: dict[str, Photo]) -> Any:
    """Return blocks in stored form with codes of figures and slugs of plates replaced by primary keys."""
    if isinstance(raw, list):
        return [resolve(item, figures, photos) for item in raw]
    if not isinstance(raw, dict):
        return raw
    resolved: dict[str, Any] = {}
    for name, value in raw.items():
        if name == "figure" and isinstance(value, str):
            resolved[name] = figures[value].pk
        elif name == "figures" and all(isinstance(code, str) for code in value):
            resolved[name] = [figures[code].pk for code in value]
        elif name in {"photo", "plate"} and isinstance(value, str):
            resolved[name] = photos[value].pk
        elif name in RECORDS:
            resolved[name] = _record_keys(RECORDS[name], value)
        else:
            resolved[name] = resolve(value, figures, photos)
    return resolved
