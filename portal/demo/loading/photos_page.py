"""Loads the page that says whose photos the portal shows."""

from portal.core.models import PhotosPage
from portal.demo.loading.content import read
from portal.longread.models import LandscapePage


def load_photos_page(article: LandscapePage) -> PhotosPage:
    """Publish the page under ``article``; one that is there already stays as it is."""
    existing = PhotosPage.objects.child_of(article).first()
    if existing:
        return existing
    page = article.add_child(instance=PhotosPage(**read("photos_page.json"), locale=article.locale, live=False))
    page.save_revision().publish()
    return page
