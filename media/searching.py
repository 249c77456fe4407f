"""Text as the desk searches it: one form for every way of writing the same words."""

import unicodedata

from django.db.models import Q
from django_tasks import task
from wagtail.images import get_image_model
from wagtail.search import index

LONGEST_QUERY = 200


def searchable(*parts: object) -> str:
    """Return ``parts`` as one text without difference of case, of «ё» and «е», of full and compatible signs.

    Databases compare Cyrillic letters of different case as different ones; a column that holds this form does not.
    """
    text = " ".join(str(part) for part in parts if part)
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("ё", "е").split())


def every_word_in(query: str, *columns: str) -> Q:
    """Return the condition that each word of ``query`` stands in one of the searchable ``columns``."""
    condition = Q()
    for word in searchable(query[:LONGEST_QUERY]).split():
        anywhere = Q()
        for column in columns:
            anywhere |= Q(**{f"{column}__contains": word})
        condition &= anywhere
    return condition


@task()
def index_photos(keys: list[int]) -> int:
    """Bring the search up to date on photos that were changed many at once, past their ``save()``."""
    photos = get_image_model().objects.filter(pk__in=keys).select_related("rights_holder")
    for photo in photos:
        index.insert_or_update_object(photo)
    return len(photos)
