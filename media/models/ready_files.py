"""The files visitors may get, loaded for many photos at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone
from wagtail.images.models import ImageQuerySet

from media.enums import CreditStatus

if TYPE_CHECKING:
    from media.models.photo import Photo


@dataclass(frozen=True)
class ReadyFile:
    """One file made from a photo, as a page needs it: where it is and how large."""

    name: str
    width: int
    height: int

    @property
    def url(self) -> str:
        """The public address of the file."""
        return file_url(self.name)


@lru_cache(maxsize=10_000)
def file_url(name: str) -> str:
    """Return the public address of a rendition; a file's name never gets other content."""
    return default_storage.url(name)


def attach_ready_files(photos: Sequence["Photo"]) -> None:
    """Load what is known of the files of ``photos`` in one query, as plain values: pages show hundreds of them."""
    files: dict[int, dict[str, ReadyFile]] = {photo.pk: {} for photo in photos}
    if not files:
        return
    rows = (
        photos[0]
        .renditions.model.objects.filter(image_id__in=list(files))
        .values_list("image_id", "filter_spec", "file", "width", "height")
    )
    for photo_key, specification, name, width, height in rows:
        files[photo_key][specification] = ReadyFile(name, width, height)
    for photo in photos:
        photo.__dict__["ready_files"] = files[photo.pk]


class PhotoQuerySet(ImageQuerySet):
    """Photos by their right to be shown."""

    _loads_files = False

    def cleared(self, on: date | None = None) -> "PhotoQuerySet":
        """Photos that may be public on a day, today by default."""
        day = on or timezone.localdate()
        in_term = models.Q(rights_valid_until__isnull=True) | models.Q(rights_valid_until__gte=day)
        described = models.Q(is_decorative=True) | ~models.Q(alt_text="")
        return self.filter(in_term, described, credit_status=CreditStatus.APPROVED)

    def for_display(self) -> "PhotoQuerySet":
        """Load holders and ready files in two queries whatever the number of photos."""
        photos = self.select_related("rights_holder")
        photos._loads_files = True
        return photos

    def _clone(self) -> "PhotoQuerySet":
        photos = super()._clone()
        photos._loads_files = self._loads_files
        return photos

    def _fetch_all(self) -> None:
        is_first = self._result_cache is None
        super()._fetch_all()
        if is_first and self._loads_files and self._result_cache:
            attach_ready_files(self._result_cache)


class PhotoManager(models.Manager.from_queryset(PhotoQuerySet)):  # type: ignore[misc]
    """All photos but those their uploaders have withdrawn: these are kept for the journal's sake only."""

    def get_queryset(self) -> PhotoQuerySet:
        """Leave withdrawn photos out of every list, chooser and form."""
        return super().get_queryset().exclude(credit_status=CreditStatus.WITHDRAWN)
