"""Documents from editors: only kinds that carry no program, whatever their name says."""

import hashlib
import io
import logging
import zipfile
from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import Storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm

from media.uploads.limits import LARGEST_DOCUMENT
from media.uploads.malware import refuse_malware
from media.uploads.names import plain_name
from media.uploads.refusals import refusal

logger = logging.getLogger(__name__)

PACKAGES = frozenset({"docx", "ods", "odt", "pptx", "xlsx"})
PLAIN_TEXTS = frozenset({"csv", "txt"})
SIGNATURES = {"pdf": b"%PDF-", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "png": b"\x89PNG"}
RIGHTS_DOCUMENTS = frozenset({"docx", "jpeg", "jpg", "odt", "pdf", "png", "txt"})
PROGRAM_PARTS = ("vbaproject", "vbadata", "activex", "basic/", "scripts/", "oleobject", "macros/")
PROGRAM_WORDS = (b"/JavaScript", b"/Launch")
MOST_PARTS = 5000


def check_document(name: str, content: bytes, allowed: frozenset[str]) -> None:
    """Check a document by its name and its content; archives are not unpacked.

    Raises:
        ValidationError: it is of no allowed kind, is not what it is called, or may hold a program.
    """
    extension = name.rpartition(".")[2].lower()
    if extension not in allowed:
        kinds = ", ".join(sorted(allowed)).upper()
        raise ValidationError(_("Такие документы не принимаются. Загрузите файл %(kinds)s.") % {"kinds": kinds})
    if extension in PACKAGES:
        _check_package(content)
    elif extension in PLAIN_TEXTS:
        if b"\x00" in content or content.startswith(b"MZ"):
            raise _not_what_it_says(extension)
    elif not content.startswith(SIGNATURES.get(extension, b"")):
        raise _not_what_it_says(extension)
    if extension == "pdf" and any(word in content for word in PROGRAM_WORDS):
        raise _holds_program()


def _check_package(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [part.filename.lower() for part in package.infolist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ValidationError(
            _("Документ повреждён или закрыт паролем. Сохраните его в PDF и загрузите снова.")
        ) from error
    if len(parts) > MOST_PARTS:
        raise ValidationError(_("В документе слишком много частей. Сохраните его в PDF и загрузите снова."))
    if any(word in part for part in parts for word in PROGRAM_PARTS):
        raise _holds_program()


def _holds_program() -> ValidationError:
    return ValidationError(_("В документе есть макросы или программа. Сохраните его без них и загрузите снова."))


def _not_what_it_says(extension: str) -> ValidationError:
    return ValidationError(_("Это не %(kind)s: содержимое файла другое.") % {"kind": extension.upper()})


class CheckedDocumentField(forms.FileField):
    """Takes a document once it has been looked at: a contract, a letter, a consent."""

    allowed: frozenset[str] = RIGHTS_DOCUMENTS

    def to_python(self, data: Any) -> UploadedFile | None:
        """Return the document.

        Raises:
            ValidationError: it may not be kept.
        """
        file = cast(UploadedFile | None, super().to_python(data))
        if file is None:
            return None
        if (file.size or 0) > LARGEST_DOCUMENT:
            raise ValidationError(_("Документ больше %(megabytes)d МБ.") % {"megabytes": LARGEST_DOCUMENT // 1024**2})
        file.seek(0)
        content = file.read()
        file.seek(0)
        check_document(file.name or "", content, self.allowed)
        refuse_malware(file)
        return file


class PublicDocumentField(CheckedDocumentField, WagtailDocumentField):
    """A document for visitors; they get it under its own name, as a file to save."""

    allowed = frozenset(settings.WAGTAILDOCS_EXTENSIONS)

    def to_python(self, data: Any) -> UploadedFile | None:
        """Return the document under its name without characters that can't be seen."""
        file = super().to_python(data)
        if file is not None:
            file.name = plain_name(file.name or "")
        return file


class DocumentForm(BaseDocumentForm):
    """Looks at a document before it is kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stock = self.fields.get("file")
        if stock is not None:
            self.fields["file"] = PublicDocumentField(label=stock.label, required=stock.required, widget=stock.widget)

    def _post_clean(self) -> None:
        """Store the file while the form can still say that the storage does not take it."""
        super()._post_clean()
        document = self.cleaned_data.get("file")
        if self.errors or not isinstance(document, UploadedFile):
            return
        try:
            self.instance.file.save(document.name, document, save=False)
        except Exception:  # whatever a storage raises: a full disk, a lost connection
            logger.exception("A document could not be stored.")
            self.add_error("file", refusal("not-stored"))

    def save(self, commit: bool = True) -> Any:
        """Save; the file that is replaced goes only once the new one is there for good."""
        replaced, self.original_file = self.original_file, None  # type: ignore[has-type]
        document = super().save(commit=commit)
        if commit and replaced and "file" in self.changed_data:
            transaction.on_commit(lambda: replaced.storage.delete(replaced.name))
        return document


def store_once(storage: Storage, folder: str, document: File) -> str:
    """Keep a document under a name made of its content, and return its path.

    The same contract sent with every photo of a shoot is kept once.
    """
    document.seek(0)
    digest = hashlib.sha256(document.read()).hexdigest()[:32]
    document.seek(0)
    path = f"{folder}/{digest}.{(document.name or '').rpartition('.')[2].lower()}"
    is_kept = storage.exists(path) and storage.size(path) == document.size  # a full disk may have left a part of it
    return path if is_kept else storage.save(path, document)


def keep_document(storage: Storage, folder: str, document: File) -> str:
    """Keep a document as :func:`store_once` does.

    Raises:
        ValidationError: the storage does not take it; the words say so.
    """
    try:
        return store_once(storage, folder, document)
    except Exception as error:  # whatever a storage raises: a full disk, a lost connection
        logger.exception("A document could not be stored.")
        raise refusal("not-stored") from error
