"""Turns a row of the table into a row of the import: values by column, and what is wrong with its cells."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from django.utils.translation import gettext as _

from portal.imports.cells import CellProblem
from portal.imports.columns import Column, ColumnReader, UnknownWord
from portal.imports.kinds import ImportKind
from portal.imports.models import ImportRow, ImportRun, RememberedWord
from portal.imports.reading import TableRow

ROWS_A_BATCH = 1000
MOST_UNKNOWN_WORDS = 300


def in_batches(rows: Iterable[TableRow], size: int = ROWS_A_BATCH) -> Iterator[list[TableRow]]:
    """Yield the rows some hundred at a time."""
    remaining = iter(rows)
    while batch := list(islice(remaining, size)):
        yield batch


def column_readers(kind: ImportKind) -> dict[str, ColumnReader]:
    """Return a reader for each column of a kind, with the words editors have explained before."""
    chosen: dict[str, dict[str, str]] = defaultdict(dict)
    for word in RememberedWord.objects.filter(kind=kind.slug):
        chosen[word.column][word.word] = word.term
    return {column.key: ColumnReader(column, chosen[column.key]) for column in kind.columns}


class RowParser:
    """Parses the rows of one run and remembers the words no vocabulary knows."""

    def __init__(self, kind: ImportKind, run: ImportRun, *, has_even_rows: bool) -> None:
        self.run = run
        self.width = len(run.header)
        self.has_even_rows = has_even_rows
        readers = column_readers(kind)
        self.columns: list[tuple[Column, ColumnReader, int]] = [
            (column, readers[column.key], run.columns[column.key])
            for column in kind.columns
            if column.key in run.columns
        ]
        self.unknown_words: dict[str, Counter[str]] = defaultdict(Counter)

    def parse(self, row: TableRow) -> ImportRow:
        """Return the row with its values and problems."""
        parsed = ImportRow(run=self.run, number=row.number)
        self.check_width(row, parsed)
        for column, reader, place in self.columns:
            text = row.cells[place] if place < len(row.cells) else ""
            if text:
                self.read_cell(parsed, column, reader, text)
            elif column.is_required:
                parsed.add_problem(_("Ячейка пуста."), column.key)
        return parsed

    def read_cell(self, parsed: ImportRow, column: Column, reader: ColumnReader, text: str) -> None:
        """Put the cell's value into the row, or its problem."""
        try:
            parsed.values[column.key] = reader.read(text)
        except CellProblem as problem:
            parsed.add_problem(problem, column.key, text)
            if isinstance(problem, UnknownWord) and len(self.unknown_words[column.key]) < MOST_UNKNOWN_WORDS:
                self.unknown_words[column.key][problem.word[:200]] += 1

    def check_width(self, row: TableRow, parsed: ImportRow) -> None:
        """Note a row that is longer than the header, or shorter where the format has rows of one length."""
        filled = len(row.cells)
        while filled > self.width and not row.cells[filled - 1]:
            filled -= 1
        if filled > self.width or (self.has_even_rows and filled < self.width):
            parsed.add_problem(
                _("В строке ячеек: %(given)d, в заголовке: %(width)d. Проверьте разделители и кавычки.")
                % {"given": filled, "width": self.width}
            )
