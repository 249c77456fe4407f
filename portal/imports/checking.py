"""The check of a brought table: what each row would do. Nothing but the run's own rows is written."""

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import BinaryIO, cast

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.bulk_rows import insert_rows
from portal.imports.enums import EventKind, RowState, RunStatus
from portal.imports.kinds import ImportKind, kind_of
from portal.imports.models import ImportEvent, ImportRow, ImportRun
from portal.imports.parsing import RowParser, in_batches
from portal.imports.reading import OpenedTable, TableFault, TableRow, open_table

logger = logging.getLogger("portal.imports")


class Superseded(Exception):
    """Another check of the same run has begun; this one stops."""


def check_run(run_key: int) -> None:
    """Check the run's table from its beginning; safe to repeat after a crash, and while another check goes on."""
    run = begin(run_key)
    if run is None:
        return
    fault = ""
    checker = RunChecker(run, kind_of(run))
    try:
        with run.file.open("rb") as file:
            checker.check(open_table(cast("BinaryIO", file), run.encoding))
    except TableFault as error:
        fault = str(error)
    except Superseded:
        return
    except Exception:
        logger.exception("check_failed run=%s", run_key)
        fault = _("Внутренняя ошибка. Строки не проверены; сообщите администратору.")
    checker.finish(fault)


def begin(run_key: int) -> ImportRun | None:
    """Take the run over: forget what a former attempt found; nothing if there is nothing to check."""
    with transaction.atomic():
        taken = ImportRun.objects.filter(pk=run_key, status=RunStatus.CHECKING).update(
            attempt=F("attempt") + 1, progress=0, counts={}, fault="", good_rows_only=False, touched_at=timezone.now()
        )
        if not taken:
            return None
        run = ImportRun.objects.get(pk=run_key)
        run.rows.all()._raw_delete(run.rows.db)  # nothing hangs on these rows, and there may be 200,000
        return run


def table_body(opened: OpenedTable, header_row: int) -> Iterator[TableRow]:
    """Yield the rows below the header."""
    return (row for row in opened.rows if row.number > header_row)


class RunChecker:
    """One check: knows what it has seen, so that a row that repeats another is found."""

    def __init__(self, run: ImportRun, kind: ImportKind) -> None:
        self.run = run
        self.kind = kind
        self.counts: Counter[str] = Counter()
        self.seen: dict[str, int] = {}
        self.parser: RowParser | None = None

    def check(self, opened: OpenedTable) -> None:
        """Check every row."""
        self.parser = RowParser(self.kind, self.run, has_even_rows=opened.has_even_rows)
        done = 0
        for batch in in_batches(table_body(opened, self.run.header_row)):
            rows = [self.parser.parse(row) for row in batch]
            self.settle(rows)
            done += len(rows)
            self.save(rows, done)

    def settle(self, rows: Sequence[ImportRow]) -> None:
        """Decide what each row would do."""
        readable = [row for row in rows if not row.problems]
        matches = self.kind.match([row.values for row in readable])
        records = [match.record for match in matches if match.record is not None]
        current = self.kind.current(records) if records else {}
        for row, match in zip(readable, matches, strict=True):
            row.record = match.record
            known = current.get(match.record, {}) if match.record is not None else {}
            row.title = self.kind.title_of({**known, **row.values})[:200]
            row.before = {key: known[key] for key in row.values if key in known}
            self.find_conflicts(row, match.conflict)
            if row.state != RowState.CONFLICT:
                self.kind.check(row, known)
                self.keep_changes(row)
        for row in rows:
            if row.problems and row.state != RowState.CONFLICT:
                row.state = RowState.FAULTY
                row.title = (row.title or self.kind.title_of(row.values) or "—")[:200]

    def find_conflicts(self, row: ImportRow, conflict: str) -> None:
        """Note a row that repeats another of the table, or stands for several records."""
        identities = self.kind.identities(row.values)
        if row.record is not None:
            identities.append(f"record {row.record}")
        repeated = min((self.seen[name] for name in identities if name in self.seen), default=None)
        for name in identities:
            self.seen.setdefault(name, row.number)
        if repeated is not None:
            conflict = _("Повторяет строку %(number)d этой таблицы.") % {"number": repeated}
        if conflict:
            row.state = RowState.CONFLICT
            row.add_problem(conflict)

    def keep_changes(self, row: ImportRow) -> None:
        """Tell whether the row changes anything, and leave only that in it unless the kind needs all."""
        if row.record is None:
            row.state = RowState.NEW
            return
        changed = [key for key, value in row.values.items() if key in row.before and value != row.before[key]]
        if not self.kind.keeps_given_values:
            row.values = {key: row.values[key] for key in changed}
            row.before = {key: row.before[key] for key in changed}
        row.state = RowState.CHANGED if changed else RowState.SAME

    def save(self, rows: Sequence[ImportRow], done: int) -> None:
        """Keep the rows that say something and how far the check has come.

        Raises:
            Superseded: somebody has begun the check anew.
        """
        self.counts.update(row.state for row in rows)
        with transaction.atomic():
            own = ImportRun.objects.filter(pk=self.run.pk, attempt=self.run.attempt, status=RunStatus.CHECKING)
            if not own.update(progress=done, touched_at=timezone.now()):
                raise Superseded
            insert_rows(ImportRow, [row for row in rows if row.state != RowState.SAME])

    def finish(self, fault: str) -> None:
        """Close the check with its totals."""
        if not fault and not self.counts:
            fault = _("Под заголовком нет ни одной строки.")
        words = self.parser.unknown_words if self.parser else {}
        with transaction.atomic():
            closed = ImportRun.objects.filter(pk=self.run.pk, attempt=self.run.attempt, status=RunStatus.CHECKING)
            if closed.update(
                status=RunStatus.CHECKED,
                counts=dict(self.counts),
                unknown_words={column: dict(counter) for column, counter in words.items()},
                fault=fault,
                touched_at=timezone.now(),
            ):
                ImportEvent.objects.create(
                    run=self.run, kind=self.run.kind, event=EventKind.CHECKED, detail=fault or summary(self.counts)
                )


def summary(counts: dict[str, int]) -> str:
    """Return the totals of a check in words: «новые — 5, с ошибками — 2»."""
    return ", ".join(f"{state.label} — {counts[state]}" for state in RowState if counts.get(state))
