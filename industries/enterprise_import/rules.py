"""The rules a record meets before it is written past its own save, and how the editor hears of one it breaks."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from industries.enterprise_import.vocabularies import LINKED_MODELS
from industries.models import Enterprise
from portal.imports.kinds import WritingRefused

# Links come from vocabularies, and the database itself checks them.
LINKS = frozenset({"source", "latest_revision", "live_revision", "verified_by", "locked_by", *LINKED_MODELS})


def prepare(record: Enterprise, unchecked: Collection[str] = LINKS) -> None:
    """Work out what follows from other fields, and check every field that is not named in ``unchecked``.

    Raises:
        WritingRefused: the record breaks a rule of its model.
    """
    if record.live and (record.source_id is None or not record.as_of):
        raise WritingRefused(f"«{record.name}»: {_('Чтобы опубликовать запись, укажите источник и дату.')}")
    try:
        record.prepare()
        record.clean_fields(exclude=unchecked)
    except ValidationError as error:
        raise WritingRefused(f"«{record.name}»: {' '.join(error.messages)}") from error


@contextmanager
def written_together() -> Iterator[None]:
    """Write all of it or nothing.

    Raises:
        WritingRefused: what must be one record's alone is another's already.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise WritingRefused(
            _("ИНН, ОГРН или адрес карточки уже есть у другой записи. Проверьте таблицу ещё раз.")
        ) from error
