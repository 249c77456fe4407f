"""Loads the entrances to the directory and to industries, and the pages of the leading ones."""

from typing import Any

from django.apps import apps
from wagtail.models import Page
from wagtail.rich_text import RichText

from industries.models import Industry, IndustryPage
from media.models import Photo
from portal.accounts.models import User
from portal.demo.loading.content import read
from portal.longread.models import LandscapePage


def load_industry_pages(article: LandscapePage, photos: dict[str, Photo], editor: User) -> None:
    """Load the entrances under the article, and under that to industries the editors' pages."""
    content = read("industry_pages.json")
    entrances = {values["page_type"]: _entrance(article, values, editor) for values in content["entrances"]}
    for values in content["industry_pages"]:
        _industry_page(entrances["industries.IndustryIndexPage"], values, photos, editor)


def _entrance(article: LandscapePage, values: dict[str, Any], editor: User) -> Page:
    fields = {name: value for name, value in values.items() if name != "page_type"}
    page = apps.get_model(values["page_type"])(**fields, locale=article.locale, live=False, owner=editor)
    return _published(article, page, editor)


def _industry_page(parent: Page, values: dict[str, Any], photos: dict[str, Photo], editor: User) -> None:
    industry = Industry.objects.get(slug=values["industry"])
    page = IndustryPage(
        title=industry.name,
        industry=industry,
        lead=values["lead"],
        plate=photos[values["plate"]],
        plate_caption=values["plate_caption"],
        search_description=values["search_description"],
        locale=parent.locale,
        live=False,
        owner=editor,
    )
    page.body = [("paragraph", RichText(text)) for text in values["paragraphs"]]
    _published(parent, page, editor)


def _published(parent: Page, page: Page, editor: User) -> Page:
    parent.add_child(instance=page)
    page.save_revision(user=editor, log_action=True).publish(user=editor, skip_permission_checks=True)
    return page
