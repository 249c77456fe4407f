"""The one way a photo gets onto a page."""

from typing import Any

from django import template

from media.models import Photo
from media.pictures import Picture

register = template.Library()


@register.inclusion_tag("media/components/photo.html")
def photo(
    record: Photo | None, sizes: str = "100vw", caption: str = "", priority: bool = False, css_class: str = ""
) -> dict[str, Any]:
    """Show ``record`` with its caption and credit; a placeholder where it may not be shown.

    ``sizes`` is the HTML attribute of that name; ``priority`` is for the one picture seen first.
    """
    return {
        "picture": Picture.of(record),
        "sizes": sizes,
        "caption": caption,
        "priority": priority,
        "css_class": css_class,
    }
