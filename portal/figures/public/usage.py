"""Where a figure stands on the site."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Page, ReferenceIndex

from portal.figures.models import Figure


@dataclass(frozen=True)
class Place:
    """A public page that shows the figure; a section's address leads to its place in the article."""

    title: str
    url: str


def places_of(figure: Figure, request: HttpRequest) -> list[Place]:
    """Return the public pages that show ``figure``, in the order of the tree. Two queries."""
    page_type = ContentType.objects.get_for_model(Page)
    keys = ReferenceIndex.get_references_to(figure).filter(base_content_type=page_type).values_list("object_id")
    pages = Page.objects.live().public().filter(pk__in=[int(key) for (key,) in keys]).order_by("path")
    return [Place(page.title, page.get_url(request) or "") for page in pages]
