"""Reads CSV: encodings, separators and line ends of every program people use."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.imports.reading.encodings import ENCODINGS, find_encoding
from portal.imports.reading.limits import LONGEST_LINE, MOST_COLUMNS, MOST_ROWS
from portal.imports.reading.table import OpenedTable, TableFault, TableRow, clean_cell

DELIMITERS = {
    ";": gettext_lazy("точка с запятой"),
    ",": gettext_lazy("запятая"),
    "\t": gettext_lazy("табуляция"),
}
_SAMPLE_LINES = 60


def open_delimited(file: BinaryIO, encoding: str = "") -> OpenedTable:
    """Open a text file as a table; ``encoding`` overrules what the file itself tells.

    Raises:
        TableFault: the text can't be read in this encoding, or its first lines are no table.
    """
    chosen = encoding or find_encoding(file)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=chosen, newline="")
    sample = list(islice(_lines(text), _SAMPLE_LINES))
    declared = _declared_delimiter(sample)
    delimiter = declared or _likely_delimiter(sample)
    text.seek(0)
    if declared:
        text.readline()
    description = f"CSV, {ENCODINGS[chosen]}, {DELIMITERS[delimiter]}"
    return OpenedTable(description, _rows(text, delimiter, first_line=1 if declared else 0), has_even_rows=True)


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    number = 0
    try:
        while line := text.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise TableFault(_("Строка %(number)d слишком длинная: это не таблица.") % {"number": number})
            yield line
    except UnicodeError as error:
        raise TableFault(_not_readable(number)) from error


def _not_readable(line: int) -> str:
    advice = _("Выберите другую кодировку; если не помогает, сохраните таблицу в XLSX.")
    if not line:
        return f"{_('Текст не читается в этой кодировке.')} {advice}"
    where = _("После строки %(number)d текст не читается в этой кодировке.") % {"number": line}
    return f"{where} {advice}"


def _declared_delimiter(sample: list[str]) -> str:
    """Return the separator Excel writes down in a first line of its own: «sep=;»."""
    first = sample[0].rstrip("\r\n").lstrip("\ufeff").strip('"') if sample else ""
    is_declared = first.lower().startswith("sep=") and first[4:] in DELIMITERS
    return first[4:] if is_declared else ""


def _likely_delimiter(sample: list[str]) -> str:
    """Return the separator with which the most lines have the same number of several cells."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: list[str], delimiter: str) -> int:
    try:
        widths = Counter(len(row) for row in csv.reader(sample, delimiter=delimiter) if len(row) > 1)
    except csv.Error:
        return 0
    return max((count * min(width, MOST_COLUMNS) for width, count in widths.items()), default=0)


def _rows(text: io.TextIOWrapper, delimiter: str, first_line: int) -> Iterator[TableRow]:
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    count = 0
    started_at = first_line + 1
    try:
        for cells in reader:
            if len(cells) > MOST_COLUMNS:
                raise TableFault(_too_wide(started_at, len(cells)))
            row = TableRow(started_at, [clean_cell(cell) for cell in cells])
            _refuse_swallowed_rows(row, delimiter)
            started_at = first_line + reader.line_num + 1
            if any(row.cells):
                count += 1
                _refuse_too_many(count)
                yield row
    except csv.Error as error:
        raise TableFault(_broken_quotes(started_at)) from error
    finally:
        text.detach()


def _refuse_swallowed_rows(row: TableRow, delimiter: str) -> None:
    """Refuse a file in which a quote left open has made one cell of several lines of the table."""
    width = max(len(row.cells) - 1, 1)
    for cell in row.cells:
        swallowed = cell.splitlines()[1:]
        if len(swallowed) > 1 and any(line.count(delimiter) >= width for line in swallowed):
            raise TableFault(_broken_quotes(row.number))


def _refuse_too_many(count: int) -> None:
    if count > MOST_ROWS + 1:
        raise TableFault(
            _("В таблице больше %(limit)d строк. Разделите её на несколько файлов.") % {"limit": MOST_ROWS}
        )


def _too_wide(number: int, width: int) -> str:
    return _("В строке %(number)d столбцов: %(width)d. Больше %(limit)d не бывает: проверьте файл.") % {
        "number": number,
        "width": width,
        "limit": MOST_COLUMNS,
    }


def _broken_quotes(number: int) -> str:
    return _(
        "В строке %(number)d кавычка открыта и не закрыта, поэтому строки за ней читаются неверно. "
        'Кавычка внутри ячейки пишется дважды: «""».'
    ) % {"number": number}
