"""Loads the entrances: the pages above records, at their fixed addresses."""

from portal.accounts.models import User
from portal.core.models import IndexPage, PhotosPage
from portal.demo.loading.content import read
from portal.figures.models import FiguresIndexPage, SourcesIndexPage
from portal.longread.models import LandscapePage

ENTRANCES: dict[str, type[IndexPage]] = {
    "figures": FiguresIndexPage,
    "sources": SourcesIndexPage,
    "photos": PhotosPage,
}


def load_entrances(article: LandscapePage, editor: User) -> list[IndexPage]:
    """Publish the entrances under ``article``; one that is there already stays as it is."""
    content = read("entrances.json")
    return [_entrance(article, model, content[name], editor) for name, model in ENTRANCES.items()]


def _entrance(article: LandscapePage, model: type[IndexPage], values: dict[str, str], editor: User) -> IndexPage:
    existing = model.objects.child_of(article).first()
    if existing:
        return existing
    page = article.add_child(instance=model(**values, locale=article.locale, live=False, owner=editor))
    page.save_revision(user=editor, log_action=True).publish(user=editor, skip_permission_checks=True)
    return page
