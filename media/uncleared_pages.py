"""Live pages that show a placeholder because a photo of theirs is not cleared."""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from media.models import Photo


@dataclass(frozen=True)
class UnclearedPhoto:
    """One photo that one live page may not show."""

    page: Page
    photo: Photo

    @property
    def title(self) -> str:
        """The page's title, as the admin shows it."""
        return self.page.get_admin_display_title()

    @property
    def photo_title(self) -> str:
        """The photo's title."""
        return self.photo.title

    @property
    def obstacle(self) -> str:
        """Why the photo is not shown."""
        return str(self.photo.obstacle)

    @property
    def full_url(self) -> str:
        """The page's public address."""
        return self.page.full_url or ""

    @property
    def edit_url(self) -> str:
        """Where the page is edited."""
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def photo_url(self) -> str:
        """Where the photo's credit is decided."""
        return reverse("credits:decide", args=[self.photo.pk])


def live_pages_with_uncleared_photos() -> list[UnclearedPhoto]:
    """Return a row for each uncleared photo of each live page, in three queries."""
    to_photos: Any = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Photo),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    pairs = sorted({(int(page), int(photo)) for page, photo in to_photos.values_list("object_id", "to_object_id")})
    photos = Photo.objects.in_bulk({photo for _page, photo in pairs})
    hidden = {key: photo for key, photo in photos.items() if not photo.is_cleared}
    pages = Page.objects.live().in_bulk({page for page, photo in pairs if photo in hidden})
    return [UnclearedPhoto(pages[page], hidden[photo]) for page, photo in pairs if page in pages and photo in hidden]
