"""The form with which editors upload a photo and enter the rights to it."""

import logging
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from media.decisions import decide
from media.enums import CreditStatus
from media.models import Photo
from media.models.photo import DECIDED_FIELDS
from media.uploads.conflicts import EnteredRights, RightsConflict, rights_conflicts
from media.uploads.documents import CheckedDocumentField, store_once
from media.uploads.fields import PhotoFileField, PictureUpload, TitleField
from media.uploads.prefill import fill_blanks
from media.uploads.refusals import refusal
from media.uploads.stale_forms import StaleFormMixin

logger = logging.getLogger(__name__)

CONFIRMED = "conflict_confirmed"
RIGHTS_DOCUMENT_FIELDS = ("basis_document", "consent_document")
COMPARED_FIELDS = frozenset({"file", "rights_holder", "creator", "source_type"})


class PhotoForm(StaleFormMixin, BaseImageForm):
    """Looks at the file before keeping it, fills blanks from it, and sends a complete photo to the moderators.

    What contradicts the file is shown before anything is saved; a person may confirm it.
    """

    instance: Photo

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        self.editor = user
        super().__init__(*args, user=user, **kwargs)
        self._replace("file", PhotoFileField)
        self._replace("title", TitleField, max_length=255)
        for name in RIGHTS_DOCUMENT_FIELDS:
            self._replace(name, CheckedDocumentField)
        if not self.is_bound and self.instance.credit_status == CreditStatus.DRAFT:
            self._show_conflicts(self._conflicts(self._initial_rights()))

    def _replace(self, name: str, field_class: type[forms.Field], **options: Any) -> None:
        stock = self.fields.get(name)
        if stock is not None:
            shared = {"label": stock.label, "required": stock.required, "widget": stock.widget}
            self.fields[name] = field_class(**shared, **options)
            self.fields[name].help_text = self.fields[name].help_text or stock.help_text
            self._bound_fields_cache.pop(name, None)  # a bound field keeps the field it was made with

    def clean(self) -> dict[str, Any]:
        """Show where the file and the entered rights differ, until the difference is confirmed."""
        values = super().clean() or self.cleaned_data
        if not COMPARED_FIELDS & set(self.changed_data):
            return values
        conflicts = self._conflicts(
            EnteredRights(values.get("rights_holder"), values.get("creator", ""), values.get("source_type", ""))
        )
        self._show_conflicts(conflicts)
        if conflicts and not self.data.get(self.add_prefix(CONFIRMED)):
            for conflict in conflicts:
                self.add_error(conflict.field if conflict.field in self.fields else None, conflict.message)
        return values

    def _conflicts(self, entered: EnteredRights) -> list[RightsConflict]:
        upload = self._upload()
        file_rights = upload.file_rights if upload else self.instance.file_rights
        return rights_conflicts(file_rights, entered) if file_rights else []

    def _initial_rights(self) -> EnteredRights:
        holder = self.get_initial_for_field(self.fields["rights_holder"], "rights_holder")
        if holder is not None and "rights_holder" in self.fields:
            holder = self.fields["rights_holder"].queryset.filter(pk=getattr(holder, "pk", holder)).first()  # type: ignore[attr-defined]
        return EnteredRights(holder, self.instance.creator, self.instance.source_type)

    def _show_conflicts(self, conflicts: list[RightsConflict]) -> None:
        """Offer to confirm the differences, beside the fields they concern."""
        if not conflicts:
            return
        sentences = [str(conflict.message) for conflict in conflicts]
        if self._upload() is not None:
            sentences.append(gettext("Файл выберите ещё раз: браузер его не помнит."))
        self.fields[CONFIRMED] = forms.BooleanField(
            label=_("Сохранить, хотя в файле сказано другое"), help_text=" ".join(sentences), required=False
        )
        names = [name for name in self.fields if name != CONFIRMED]
        place = max((names.index(name) for name in COMPARED_FIELDS if name in names), default=len(names)) + 1
        self.order_fields([*names[:place], CONFIRMED])

    def _upload(self) -> PictureUpload | None:
        upload = getattr(self, "cleaned_data", {}).get("file")
        return upload if isinstance(upload, PictureUpload) else None

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.errors:
            return
        upload = self._upload()
        if upload is not None:
            self.instance.file_rights, self.instance.given_name = upload.file_rights, upload.given_name
            fill_blanks(self.instance, upload.file_rights)
        try:
            self._store_files(upload)
        except Exception:  # whatever a storage raises: a full disk, a lost connection
            logger.exception("An uploaded file could not be stored.")
            self.add_error("file" if "file" in self.fields else None, refusal("not-stored"))

    def _store_files(self, upload: PictureUpload | None) -> None:
        for name in RIGHTS_DOCUMENT_FIELDS:
            document = self.cleaned_data.get(name)
            if isinstance(document, UploadedFile):
                field = Photo._meta.get_field(name)
                setattr(self.instance, name, store_once(field.storage, field.upload_to, document))  # type: ignore[union-attr]
        if upload is not None:
            self.instance.file.save(upload.name, upload, save=False)

    def save(self, commit: bool = True) -> Photo:
        """Save; nobody may later approve what they have changed here. A failure leaves no file behind."""
        if self.editor is not None and DECIDED_FIELDS & set(self.changed_data):
            self.instance.rights_changed_by = self.editor
        replaced, self.original_file = self.original_file, None  # type: ignore[has-type]
        try:
            with transaction.atomic():
                photo = super().save(commit=commit)
                if commit:
                    self._submit(photo)
        except Exception:
            self._forget_upload()
            raise
        if commit and replaced and "file" in self.changed_data:
            transaction.on_commit(lambda: replaced.storage.delete(replaced.name))
        return photo

    def _forget_upload(self) -> None:
        if self._upload() is not None:
            self.instance.file.storage.delete(self.instance.file.name)

    def _submit(self, photo: Photo) -> None:
        if photo.credit_status != CreditStatus.DRAFT:
            return
        try:
            decide(photo, CreditStatus.PENDING, self.editor)
        except ValidationError:
            return
