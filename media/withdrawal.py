"""Taking a fresh photo back: by whoever uploaded it, before anybody has decided on it; its journal is kept."""

import logging
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex
from wagtail.search import index

from media.photo_uses import uses_of

if TYPE_CHECKING:
    from media.models import Photo

logger = logging.getLogger(__name__)

DOCUMENTS = ("basis_document", "consent_document")
NAMED = 5


def check_withdrawal(photo: "Photo", user: Any) -> None:
    """Check that ``user`` may take the photo back.

    Raises:
        ValidationError: somebody else uploaded it or has decided on it, or something uses it.
    """
    if user is None or photo.uploaded_by_user_id != user.pk:
        raise ValidationError(_("Удалить нельзя: снять снимок может только тот, кто его загрузил."))
    if photo.decisions.exclude(decided_by=user).exists():
        raise ValidationError(_("Удалить нельзя: о снимке уже решали другие, он остаётся в журнале."))
    records = sorted({str(use.record) for use in uses_of(photo)})
    if records:
        names = "; ".join(f"«{name}»" for name in records[:NAMED])
        raise ValidationError(_("Удалить нельзя, снимок стоит здесь: %(records)s.") % {"records": names})


@task()
def forget_files(photo_keys: list[int]) -> int:
    """Delete the originals of withdrawn photos and the documents nothing else rests on; return how many files.

    A document stays while another photo has it or a decision on another photo names it.
    The search and the lists of what uses what forget the photos too.
    """
    count = 0
    for photo in get_image_model()._base_manager.filter(pk__in=photo_keys):
        index.remove_object(photo)
        ReferenceIndex.remove_for_object(photo)
        count += sum(_forget(file) for file in _files_of(photo))
    return count


def _files_of(photo: "Photo") -> list[Any]:
    others = get_image_model().objects.exclude(pk=photo.pk)
    documents = [getattr(photo, name) for name in DOCUMENTS if getattr(photo, name)]
    shared = {name for field in DOCUMENTS for name in others.filter(
        **{f"{field}__in": [document.name for document in documents]}
    ).values_list(field, flat=True)}  # fmt: skip
    journal = apps.get_model("media", "CreditDecision").objects.exclude(photo=photo)
    kept = {document.name for document in documents if any(
        journal.filter(**{f"rights_snapshot__{field}": document.name}).exists() for field in DOCUMENTS
    )}  # fmt: skip
    return [photo.file, *(document for document in documents if document.name not in shared | kept)]


def _forget(file: Any) -> bool:
    try:
        file.storage.delete(file.name)
    except Exception:  # whatever a storage raises: the photo is withdrawn, its file is private
        logger.exception("The file %s of a withdrawn photo was not deleted.", file.name)
        return False
    return True
