"""Articles for tests."""

from typing import Any

import wagtail_factories
from wagtail.models import Locale, Page, Site

from portal.core.models import SiteIdentity
from portal.longread.models import EducationSectionPage, LandscapePage, WorkforceSectionPage


def make_article(**values: Any) -> LandscapePage:
    """Return a live article that is the root of the default site."""
    Locale.objects.get_or_create(language_code="ru")
    root = Page.get_first_root_node() or wagtail_factories.PageFactory(parent=None, title="Root", slug="root")
    defaults = {"title": "Промышленный ландшафт", "slug": "landscape", "lead": "О чём рассказ."}
    article = root.add_child(instance=LandscapePage(**{**defaults, **values}))
    site, _created = Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": article, "site_name": "Портал"},
    )
    SiteIdentity.objects.get_or_create(site=site, defaults={"name": "Промышленный ландшафт"})
    return article


def add_workforce(article: LandscapePage, figure: Any = None, **values: Any) -> WorkforceSectionPage:
    """Add a live section about people; with ``figure`` it begins with that number."""
    body = [{"type": "figure", "value": {"figure": figure.pk, "caption": "", "layout": "hero"}}] if figure else []
    defaults = {"title": "Люди", "slug": "people", "heading": "Люди и цеха", "nav_label": "Цифры", "body": body}
    return article.add_child(instance=WorkforceSectionPage(**{**defaults, **values}))


def add_education(article: LandscapePage, figures: Any = (), **values: Any) -> EducationSectionPage:
    """Add a live section about education with a strip of ``figures``."""
    items = [{"figure": figure.pk, "caption": ""} for figure in figures]
    body = [{"type": "figure_strip", "value": {"title": "", "figures": items}}] if items else []
    defaults = {"title": "Образование", "slug": "education", "heading": "Учёба", "body": body}
    return article.add_child(instance=EducationSectionPage(**{**defaults, **values}))
