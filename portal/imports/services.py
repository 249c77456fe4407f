"""The steps a person takes with an import. Each one locks the run, checks that it may be taken, and is written down.

``seen`` is the run's attempt the person looked at: what was checked anew since is not what they decide on.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.imports.enums import OPEN, EventKind, RunStatus
from portal.imports.headers import LINES_TO_LOOK_AT, find_header, signature
from portal.imports.kinds import ImportKind, kind_of
from portal.imports.models import ImportEvent, ImportRun, RememberedColumns, RememberedWord
from portal.imports.reading import TableFault, open_table
from portal.imports.tasks import check_table, undo_table, write_table
from portal.imports.vocabularies import plain_word


class StepRefused(Exception):
    """The step can't be taken now; the message says why."""


def start_import(kind: ImportKind, file: UploadedFile, person: Any, encoding: str = "") -> ImportRun:
    """Take a file in: find out what it is and which line is its header, and keep it where nobody sees it.

    Raises:
        TableFault: it is no table.
    """
    opened = open_table(cast("BinaryIO", file), encoding)
    beginning = list(islice(opened.rows, LINES_TO_LOOK_AT))
    if not beginning:
        raise TableFault(_("В таблице нет ни одной строки."))
    header = find_header(beginning, kind.columns)
    remembered = RememberedColumns.objects.filter(kind=kind.slug, signature=signature(header.row.cells)).first()
    file.seek(0)
    with transaction.atomic():
        run = ImportRun.objects.create(
            kind=kind.slug,
            file=file,
            file_name=(file.name or "")[-150:],
            fingerprint=hashlib.file_digest(file, "sha256").hexdigest(),
            encoding=encoding,
            description=opened.description[:200],
            header=header.row.cells,
            header_row=header.row.number,
            columns=remembered.columns if remembered else header.places,
            uploaded_by=person,
        )
        _write_down(run, EventKind.UPLOADED, person, opened.description)
    return run


def choose_columns(run: ImportRun, places: dict[str, int], person: Any, seen: int | None = None) -> None:
    """Fix which column of the table is which, remember it, and begin the check."""
    with _own_step(run, OPEN, person, seen) as locked:
        locked.columns = places
        RememberedColumns.objects.update_or_create(
            kind=locked.kind, signature=signature(locked.header), defaults={"columns": places}
        )
        _begin(locked, RunStatus.CHECKING, check_table.enqueue)


def choose_words(run: ImportRun, terms: dict[tuple[str, str], str], person: Any, seen: int | None = None) -> None:
    """Remember what words of the table mean, and begin the check anew."""
    with _own_step(run, OPEN, person, seen) as locked:
        for (column, word), term in terms.items():
            RememberedWord.objects.update_or_create(
                kind=locked.kind, column=column, word=plain_word(word)[:200], defaults={"term": term}
            )
        _begin(locked, RunStatus.CHECKING, check_table.enqueue)


def check_again(run: ImportRun, person: Any, seen: int | None = None) -> None:
    """Begin the check anew."""
    with _own_step(run, OPEN, person, seen) as locked:
        _begin(locked, RunStatus.CHECKING, check_table.enqueue)


def send_for_approval(run: ImportRun, person: Any, seen: int | None = None) -> None:
    """Ask another person to approve.

    Raises:
        StepRefused: there is nothing to write, or something stands against it.
    """
    with _own_step(run, (RunStatus.CHECKED,), person, seen) as locked:
        _refuse_unless_writable(locked)
        locked.status = RunStatus.WAITING
        _write_down(locked, EventKind.SENT, person)


def begin_writing(run: ImportRun, person: Any, seen: int | None = None, *, good_rows_only: bool = False) -> None:
    """Begin to write one's own table or, where the kind asks for a second person, approve what another has sent.

    Raises:
        StepRefused: it is not this person's turn, or another import of this kind is being written, or something
            stands against it.
    """
    kind = kind_of(run)
    expected = RunStatus.WAITING if kind.needs_second_person else RunStatus.CHECKED
    with _step(run, (expected,), seen) as locked:
        if kind.needs_second_person:
            if locked.uploaded_by_id in (None, person.pk):
                raise StepRefused(_("Утвердить загрузку может только другой человек."))
            locked.approved_by = person
            _write_down(locked, EventKind.APPROVED, person)
        else:
            _refuse_stranger(locked, person)
            locked.good_rows_only = good_rows_only and kind.may_skip_bad_rows
            _refuse_unless_writable(locked)
            _write_down(locked, EventKind.STARTED, person)
        _begin(locked, RunStatus.APPLYING, write_table.enqueue)


def begin_undo(run: ImportRun, person: Any, seen: int | None = None) -> None:
    """Begin to take a written import back or, where the kind asks for a second person, ask for one.

    Raises:
        StepRefused: it is not written, or another one is being written.
    """
    needs_second_person = kind_of(run).needs_second_person
    with _step(run, (RunStatus.APPLIED,), seen) as locked:
        if not locked.rows.exists():
            raise StepRefused(_("Прежние значения уже забыты: загрузка слишком давняя."))
        locked.fault, locked.undone_by = "", person
        if needs_second_person:
            locked.status = RunStatus.UNDO_WAITING
            _write_down(locked, EventKind.UNDO_SENT, person)
        else:
            _write_down(locked, EventKind.UNDO_STARTED, person)
            _begin(locked, RunStatus.UNDOING, undo_table.enqueue)


def approve_undo(run: ImportRun, person: Any, seen: int | None = None) -> None:
    """Begin to take back what another person has asked to.

    Raises:
        StepRefused: nobody has asked, or it is the same person, or another import of this kind is being written.
    """
    with _step(run, (RunStatus.UNDO_WAITING,), seen) as locked:
        if locked.undone_by_id in (None, person.pk):
            raise StepRefused(_("Утвердить отмену может только другой человек."))
        locked.undo_approved_by = person
        _write_down(locked, EventKind.UNDO_APPROVED, person)
        _begin(locked, RunStatus.UNDOING, undo_table.enqueue)


def drop_undo(run: ImportRun, person: Any, seen: int | None = None) -> None:
    """Leave the import written after all."""
    with _step(run, (RunStatus.UNDO_WAITING,), seen) as locked:
        locked.status, locked.undone_by = RunStatus.APPLIED, None
        _write_down(locked, EventKind.UNDO_DROPPED, person)


def reject(run: ImportRun, person: Any, seen: int | None = None) -> None:
    """Close a run without writing it; its file is thrown away."""
    with _step(run, OPEN, seen) as locked:
        locked.status = RunStatus.REJECTED
        _write_down(locked, EventKind.REJECTED, person)
    if run.file:
        run.file.delete(save=True)


def resume(run: ImportRun, person: Any, seen: int | None = None) -> None:
    """Take up work that has died half-way; if it lives after all, nothing happens twice."""
    work = {
        RunStatus.CHECKING: check_table.enqueue,
        RunStatus.APPLYING: write_table.enqueue,
        RunStatus.UNDOING: undo_table.enqueue,
    }
    with _step(run, tuple(work), seen) as locked:
        _write_down(locked, EventKind.RESUMED, person)
        _begin(locked, RunStatus(locked.status), work[RunStatus(locked.status)])


@contextmanager
def _step(run: ImportRun, expected: tuple[RunStatus, ...], seen: int | None) -> Iterator[ImportRun]:
    """Lock the run for one step and save it; ``run`` is brought up to date.

    Raises:
        StepRefused: somebody was faster, the table was checked anew since it was seen, or an import of this kind is
            being written.
    """
    try:
        with transaction.atomic():
            locked = ImportRun.objects.select_for_update().get(pk=run.pk)
            if locked.status not in expected:
                raise StepRefused(_("Загрузка уже в состоянии «%(status)s».") % {"status": locked.get_status_display()})
            if seen not in (None, locked.attempt):
                raise StepRefused(
                    _("Таблицу с тех пор проверили заново. Посмотрите, что будет теперь, и решите снова.")
                )
            yield locked
            locked.save()
    except IntegrityError as error:
        raise StepRefused(_("Сейчас записывается другая загрузка того же вида. Дождитесь её окончания.")) from error
    run.refresh_from_db()


@contextmanager
def _own_step(run: ImportRun, expected: tuple[RunStatus, ...], person: Any, seen: int | None) -> Iterator[ImportRun]:
    """Lock the run for a step that only the one who brought the table in takes: it is done in their name."""
    with _step(run, expected, seen) as locked:
        _refuse_stranger(locked, person)
        yield locked


def _refuse_stranger(run: ImportRun, person: Any) -> None:
    if run.uploaded_by_id != person.pk:
        raise StepRefused(_("Это решает только тот, кто загрузил таблицу."))


def _refuse_unless_writable(run: ImportRun) -> None:
    if not run.can_be_written:
        raise StepRefused(run.fault or _("Записывать нечего, или в таблице есть строки с ошибками."))


def _begin(run: ImportRun, status: RunStatus, enqueue: Callable[..., Any]) -> None:
    run.status, run.touched_at = status, timezone.now()
    transaction.on_commit(lambda: enqueue(run.pk))


def _write_down(run: ImportRun, event: EventKind, person: Any, detail: str = "") -> None:
    ImportEvent.objects.create(run=run, kind=run.kind, event=event, person=person, detail=detail)
