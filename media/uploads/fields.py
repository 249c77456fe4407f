"""Form fields that take what editors send: pictures looked at first, names kept as text."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext
from wagtail.images.fields import WagtailImageField

from media.uploads.early_inspection import outcome_of
from media.uploads.inspector import InspectedPicture, UploadRefused
from media.uploads.kinds import EXTENSIONS
from media.uploads.names import plain_name
from media.uploads.refusals import FORMATS, refusal


class PictureUpload(SimpleUploadedFile):
    """An inspected picture with what its file says and the name it was given."""

    def __init__(self, picture: InspectedPicture, given_name: str) -> None:
        extension = EXTENSIONS[picture.format]
        super().__init__(f"picture.{extension}", picture.content, f"image/{picture.format.lower()}")
        self.file_rights = picture.file_rights
        self.given_name = plain_name(given_name)


class PhotoFileField(WagtailImageField):
    """Takes a picture by its content, whatever it is called; refuses in words what can't become a photo."""

    default_validators: list[Any] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = gettext("%(formats)s, не больше %(megabytes)d МБ.") % {
            "formats": FORMATS,
            "megabytes": self.max_upload_size // 1024**2,
        }

    def to_python(self, data: Any) -> PictureUpload | None:
        """Return the picture as it is to be kept.

        Raises:
            ValidationError: the file is refused; the message says why and what to do.
        """
        if data in self.empty_values:
            return None
        if isinstance(data, PictureUpload):
            return data
        if data.size > self.max_upload_size:
            raise refusal("too-large", self.max_upload_size)
        outcome = outcome_of(data)
        if isinstance(outcome, UploadRefused):
            raise refusal(outcome.code)
        return PictureUpload(outcome, given_name_of(data))


class TitleField(forms.CharField):
    """A title that may have been a file's name: control characters go, what is too long is cut."""

    def to_python(self, value: Any) -> str:
        """Return the title as plain text."""
        return plain_name(str(value or ""), self.max_length or 255) or gettext("Без названия")

    def run_validators(self, value: str) -> None:
        """Nothing is left to refuse."""


def given_name_of(file: UploadedFile) -> str:
    """Return the name the file came with."""
    return str(getattr(file, "name", "") or "")
