"""Writes a checked run, or takes it back: one transaction, so that a crash at any moment leaves the old data."""

import logging
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.bulk_rows import set_numbers
from portal.imports.enums import WRITTEN_STATES, EventKind, RowState, RunStatus
from portal.imports.kinds import ImportKind, Match, WritingRefused, kind_of
from portal.imports.models import ImportEvent, ImportRow, ImportRun
from portal.imports.parsing import ROWS_A_BATCH

logger = logging.getLogger("portal.imports")

MOST_NAMED = 5
_PROGRESS_KEPT = 3600


def progress_key(run_key: int) -> str:
    """Return where the progress of a write is kept: not in the database, whose transaction nobody can look into."""
    return f"imports-written-{run_key}"


def written_rows(run_key: int) -> int:
    """Return how many rows are written so far, as far as this process can know."""
    return int(cache.get(progress_key(run_key), 0))


def write_run(run_key: int) -> None:
    """Write the run's rows: all of them or none. Safe to repeat after a crash, and while another write goes on."""
    _carry_out(run_key, RunStatus.APPLYING, _write_rows, RunStatus.APPLIED, EventKind.APPLIED)


def undo_run(run_key: int) -> None:
    """Take the run's rows back: all of them or none."""
    _carry_out(run_key, RunStatus.UNDOING, _undo_rows, RunStatus.UNDONE, EventKind.UNDONE)


def _carry_out(
    run_key: int,
    expected: RunStatus,
    work: Callable[[ImportRun, ImportKind], str],
    ending: RunStatus,
    event: EventKind,
) -> None:
    back_to = RunStatus.CHECKED if expected == RunStatus.APPLYING else RunStatus.APPLIED
    try:
        with transaction.atomic():
            run = ImportRun.objects.select_for_update().filter(pk=run_key, status=expected).first()
            if run is None:
                return
            detail = work(run, kind_of(run))
            run.status, run.touched_at = ending, timezone.now()
            run.save(update_fields=["status", "touched_at"])
            ImportEvent.objects.create(run=run, kind=run.kind, event=event, detail=detail)
            transaction.on_commit(lambda: run.file.delete(save=True) if run.file else None)
    except WritingRefused as refusal:
        _step_back(run_key, expected, back_to, str(refusal))
    except Exception:
        logger.exception("import_failed run=%s", run_key)
        _step_back(run_key, expected, back_to, _("Внутренняя ошибка. Ничего не записано; сообщите администратору."))
    finally:
        cache.delete(progress_key(run_key))


def _step_back(run_key: int, expected: RunStatus, back_to: RunStatus, reason: str) -> None:
    with transaction.atomic():
        run = ImportRun.objects.filter(pk=run_key, status=expected).first()
        if run is not None:
            run.status, run.fault = back_to, reason
            if expected == RunStatus.APPLYING:
                run.approved_by = None
            else:
                run.undone_by = run.undo_approved_by = None
            run.save(update_fields=["status", "fault", "approved_by", "undone_by", "undo_approved_by"])
            ImportEvent.objects.create(run=run, kind=run.kind, event=EventKind.REFUSED, detail=reason)


def _batches(run: ImportRun) -> Iterator[list[ImportRow]]:
    """Yield the rows to write in the order of the table."""
    return _some_at_a_time(run.rows.filter(state__in=WRITTEN_STATES), attrgetter("number"))


def _some_at_a_time(rows: QuerySet, number_of: Callable[[Any], int]) -> Iterator[list[Any]]:
    """Yield rows in the order of the table; the next ones are asked for when the last are done."""
    last = 0
    while batch := list(rows.filter(number__gt=last).order_by("number")[:ROWS_A_BATCH]):
        yield batch
        last = number_of(batch[-1])


def _write_rows(run: ImportRun, kind: ImportKind) -> str:
    count = 0
    _refuse_found(kind, run)
    for batch in _batches(run):
        _refuse_changed(kind, batch, [row.before for row in batch])
        kind.write(batch, run)
        _keep_what_was(batch)
        count += len(batch)
        cache.set(progress_key(run.pk), count, _PROGRESS_KEPT)
    kind.finish(run)
    return _told(count)


def _keep_what_was(rows: Sequence[ImportRow]) -> None:
    """Store the records and former values of written rows: insertions that meet their rows cost less than updates."""
    set_numbers(ImportRow, "record", {row.pk: row.record for row in rows if not row.before})
    changed = [row for row in rows if row.before]
    ImportRow.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["id"], update_fields=["record", "before"]
    )


def _undo_rows(run: ImportRun, kind: ImportKind) -> str:
    count = 0
    left: list[str] = []
    for batch in _batches(run):
        _refuse_changed(kind, batch, [row.values for row in batch])
        left += kind.undo(batch, run)
        count += len(batch)
        cache.set(progress_key(run.pk), count, _PROGRESS_KEPT)
    kind.finish(run)
    return f"{_told(count)}; {kind.left_by_undo}: {_told_names(left)}" if left else _told(count)


def _told(count: int) -> str:
    return _("строк: %(count)d") % {"count": count}


def _told_names(names: Sequence[str]) -> str:
    """Return the first of the names, and how many more there are."""
    told = ", ".join(f"«{name}»" for name in names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return _("%(names)s и ещё %(count)d") % {"names": told, "count": more} if more > 0 else told


def _refuse_found(kind: ImportKind, run: ImportRun) -> None:
    """Refuse to make records anew that somebody has made since the check.

    All new rows are looked at before the first is written: afterwards they would find each other.
    """
    found: list[str] = []
    new = run.rows.filter(state=RowState.NEW).values_list("number", "title", "values")
    for batch in _some_at_a_time(new, itemgetter(0)):
        matches = kind.match([values for _number, _title, values in batch])
        found += [title for (_number, title, _values), match in zip(batch, matches, strict=True) if match != Match()]
    if found:
        raise WritingRefused(
            _("Такие записи появились после проверки: %(names)s. Проверьте таблицу ещё раз.")
            % {"names": _told_names(found)}
        )


def _refuse_changed(kind: ImportKind, batch: Sequence[ImportRow], expected: Sequence[dict]) -> None:
    """Refuse to overwrite what somebody has changed meanwhile."""
    records = [row.record for row in batch if row.record is not None]
    current = kind.current(records) if records else {}
    changed = [
        row
        for row, values in zip(batch, expected, strict=True)
        if row.record is not None and (row.record not in current or differ(values, current[row.record]))
    ]
    if changed:
        names = _told_names([row.title for row in changed])
        raise WritingRefused(
            _("Записи изменены после проверки: %(names)s. Проверьте таблицу ещё раз.") % {"names": names}
        )


def differ(values: dict, current: dict) -> bool:
    """Tell whether a record holds something else than expected in what both speak of."""
    return any(current[key] != value for key, value in values.items() if key in current)
