"""Puts a photo into every field that can hold one, for tests that look at all pages with pictures."""

from media.models import Photo
from tests.places import all_places


def fill_places() -> None:
    """Fill each field with the first photo visitors may see; blocks and texts stay as the demo has them."""
    photo = Photo.objects.cleared().order_by("pk").first()
    for place in all_places():
        if place.field.is_relation:
            record = place.fill(photo)
            record.refresh_from_db()
            record.save()
