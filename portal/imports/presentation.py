"""Rows of an import as an editor reads them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from portal.imports.columns import ColumnReader
from portal.imports.enums import RowState
from portal.imports.kinds import ImportKind
from portal.imports.models import ImportRow
from portal.imports.parsing import column_readers


@dataclass(frozen=True)
class ChangeView:
    """One cell: its column, what was there, what will be."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class ProblemView:
    """One fault: its column, the text of the cell, what is wrong."""

    label: str
    given: str
    text: str


@dataclass(frozen=True)
class RowView:
    """One row: its number in the file, its record, what would happen."""

    number: int
    title: str
    state: str
    state_label: str
    changes: list[ChangeView]
    problems: list[ProblemView]


def row_views(kind: ImportKind, rows: Iterable[ImportRow]) -> list[RowView]:
    """Return the rows as they are shown."""
    readers = column_readers(kind)
    return [_row_view(row, readers) for row in rows]


def problem_views(kind: ImportKind, row: ImportRow) -> list[ProblemView]:
    """Return what is wrong with a row."""
    labels = {column.key: str(column.label) for column in kind.columns}
    return [
        ProblemView(labels.get(problem["column"], ""), problem["given"], problem["text"]) for problem in row.problems
    ]


def _row_view(row: ImportRow, readers: dict[str, ColumnReader]) -> RowView:
    labels = {key: str(reader.column.label) for key, reader in readers.items()}
    shown = {} if row.state in (RowState.FAULTY, RowState.CONFLICT) else row.values
    return RowView(
        number=row.number,
        title=row.title,
        state=row.state,
        state_label=str(RowState(row.state).label),
        changes=[
            ChangeView(labels[key], _shown(readers[key], row.before.get(key)), _shown(readers[key], value))
            for key, value in shown.items()
            if key in readers and (row.state == RowState.NEW or row.before.get(key) != value)
        ],
        problems=[
            ProblemView(labels.get(problem["column"], ""), _not_said(problem), problem["text"])
            for problem in row.problems
        ],
    )


def _not_said(problem: dict[str, str]) -> str:
    """Return the text of the cell unless the words about it repeat it."""
    return "" if problem["given"] in problem["text"] else problem["given"]


def _shown(reader: ColumnReader, value: Any) -> str:
    return reader.show(value)
