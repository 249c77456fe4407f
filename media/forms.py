"""The form with which editors upload a photo and enter the rights to it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.images.forms import BaseImageForm

from media.decisions import decide
from media.enums import CreditStatus
from media.models import Photo
from media.models.photo import DECIDED_FIELDS


class PhotoForm(BaseImageForm):
    """Remembers who changed the rights last, and sends a complete photo to the moderators."""

    instance: Photo

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        self.editor = user
        super().__init__(*args, user=user, **kwargs)

    def save(self, commit: bool = True) -> Photo:
        """Save; nobody may later approve what they have changed here."""
        if self.editor is not None and DECIDED_FIELDS & set(self.changed_data):
            self.instance.rights_changed_by = self.editor
        with transaction.atomic():
            photo = super().save(commit=commit)
            if commit:
                self._submit(photo)
        return photo

    def _submit(self, photo: Photo) -> None:
        if photo.credit_status != CreditStatus.DRAFT:
            return
        try:
            decide(photo, CreditStatus.PENDING, self.editor)
        except ValidationError:
            return
