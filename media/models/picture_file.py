"""The file of a photo: stored under a random name, never breaking a list, remembered with what it said."""

import logging
import threading
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import Filter, SourceImageIOError

from media.metadata import credit_packet, rewrite_with_credit
from media.uploads.names import random_name

LARGEST = "max-1600x1600"

logger = logging.getLogger(__name__)

# A decoded original takes up to 120 MB: a server's process has one in memory, whatever the number of its threads.
DECODING = threading.Lock()


class PictureFileMixin(models.Model):
    """For the photo model: what its file said when it came, and renditions made from it safely."""

    given_name = models.CharField(_("имя файла"), max_length=255, blank=True, editable=False)
    file_rights = models.JSONField(_("что сказано в файле"), default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

    def get_upload_to(self, filename: str) -> str:
        """Return a random path: the given name is kept as text, never on the disk."""
        return f"original_images/{random_name(filename)}"

    def get_file_hash(self) -> str:
        """Return the digest of the file; empty while the storage does not give it, so that no screen fails."""
        try:
            return super().get_file_hash()  # type: ignore[misc]
        except SourceImageIOError:
            return ""

    def get_rendition(self, filter: Filter | str) -> Any:
        """Return a rendition; one without a file where it can't be made, so that no list fails because of it.

        In the place of one as large as the original, which would take seconds to write, it is :data:`LARGEST`.
        """
        wanted = filter if isinstance(filter, str) else filter.spec
        try:
            return super().get_rendition(LARGEST if wanted == "original" else filter)  # type: ignore[misc]
        except SourceImageIOError:
            missing = self.renditions.model(image=self, width=0, height=0)  # type: ignore[attr-defined]
            missing.file.name = "not-found"
            return missing

    def generate_rendition_file(self, filter: Filter, *, source: Any = None) -> Any:
        """Make a rendition without the original's metadata and with the credit in it.

        Raises:
            SourceImageIOError: the original is missing or can't be decoded.
        """
        try:
            with DECODING:
                made = super().generate_rendition_file(filter, source=source)  # type: ignore[misc]
                return rewrite_with_credit(made, credit_packet(self))  # type: ignore[arg-type]
        except SourceImageIOError:
            raise
        except Exception as error:  # whatever a decoder or a storage raises must stay with this one picture
            logger.warning("No rendition %s of photo %s: %s", filter.spec, self.pk, error)
            raise SourceImageIOError(str(error)) from error
