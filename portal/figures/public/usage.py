"""Where a figure stands on the site."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Page, ReferenceIndex

from media.public_pages import open_pages
from media.public_places import open_records
from portal.figures.models import Figure
from portal.figures.usage import pages_through_records, public_records_with


@dataclass(frozen=True)
class Place:
    """A public page or record that shows the figure; a section's address leads to its place in the article.

    ``kind`` says what a record is, and is empty for a page; ``through`` names the kind of records through which a page
    shows the figure.
    """

    title: str
    url: str
    kind: str = ""
    through: str = ""


def places_of(figure: Figure, request: HttpRequest) -> list[Place]:
    """Return where visitors see ``figure``: pages in the order of the tree, records, pages that show those.

    Two queries, and two more for each kind of record that shows figures.
    """
    page_type = ContentType.objects.get_for_model(Page)
    keys = ReferenceIndex.get_references_to(figure).filter(base_content_type=page_type).values_list("object_id")
    own, through = {int(key) for (key,) in keys}, pages_through_records(figure)
    pages = open_pages().filter(pk__in=own | set(through)).order_by("path")
    shown = [
        Place(page.title, page.get_url(request) or "", through="" if page.pk in own else through[page.pk])
        for page in pages
    ]
    records = [
        Place(str(record), record.get_absolute_url(), kind=str(record._meta.verbose_name))
        for record in public_records_with(figure, open_records)
        if hasattr(record, "get_absolute_url")
    ]
    return [*(place for place in shown if not place.through), *records, *(place for place in shown if place.through)]
