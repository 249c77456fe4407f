"""Reads the rows of a sheet piece by piece: what its <dimension> claims is not believed, far cells cost nothing."""

import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from xml.parsers.expat import ParserCreate

from django.utils.translation import gettext as _

from portal.imports.reading.limits import MOST_COLUMNS, MOST_ROWS
from portal.imports.reading.table import TableFault, TableRow, clean_cell
from portal.imports.reading.workbook_cells import CellReader, unescaped
from portal.imports.reading.workbook_guard import DAMAGE, damaged

_CHUNK = 128 * 1024
_NAMESPACE_END = "}"


def parse_part(archive: zipfile.ZipFile, name: str, handler: Any) -> Iterator[None]:
    """Feed a part to the handler's ``start``, ``end`` and ``text``; yield after each piece.

    Raises:
        TableFault: the part is damaged, or declares a document type, as only attacks do.
    """
    parser = ParserCreate(namespace_separator=_NAMESPACE_END)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = lambda tag, attributes: handler.start(tag.rpartition(_NAMESPACE_END)[2], attributes)
    parser.EndElementHandler = lambda tag: handler.end(tag.rpartition(_NAMESPACE_END)[2])
    parser.CharacterDataHandler = handler.text
    try:
        with archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                parser.Parse(chunk, False)
                yield
        parser.Parse(b"", True)
    except DAMAGE as error:
        raise TableFault(damaged()) from error


def _refuse_document_type(*_given: object) -> None:
    raise TableFault(damaged())


class StringsHandler:
    """Collects the table of strings; the phonetic hints of Asian texts are left out."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self.pieces: list[str] = []
        self.is_text = self.is_hint = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a string or one of its pieces."""
        if tag == "si":
            self.pieces = []
        self.is_hint = self.is_hint or tag == "rPh"
        self.is_text = tag == "t" and not self.is_hint

    def end(self, tag: str) -> None:
        """Keep a finished string."""
        self.is_text = False
        if tag == "rPh":
            self.is_hint = False
        elif tag == "si":
            self.strings.append(clean_cell(unescaped("".join(self.pieces))))

    def text(self, given: str) -> None:
        """Take a piece of text."""
        if self.is_text:
            self.pieces.append(given)


def read_strings(archive: zipfile.ZipFile, name: str) -> list[str]:
    """Return the workbook's table of strings."""
    handler = StringsHandler()
    for _piece in parse_part(archive, name, handler):
        pass
    return handler.strings


class SheetReader:
    """Reads rows; a row exists if one of its cells holds something."""

    def __init__(self, strings: list[str], date_styles: frozenset[int], *, counts_from_1904: bool) -> None:
        self.read_cell: Callable[..., str] = CellReader(strings, date_styles, counts_from_1904).read
        self.finished: list[TableRow] = []
        self.count = 0
        self.row_number = 0
        self.column = -1
        self.cells: list[str] = []
        self.attributes: dict[str, str] = {}
        self.pieces: list[str] = []
        self.is_text = self.is_hint = self.has_formula = False

    def rows(self, archive: zipfile.ZipFile, name: str) -> Iterator[TableRow]:
        """Yield the rows that are not empty."""
        for _piece in parse_part(archive, name, self):
            yield from self.finished
            self.finished.clear()
        yield from self.finished

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a row, a cell or its content."""
        if tag == "c":
            self.attributes, self.pieces, self.has_formula = attributes, [], False
            self.column = column_index(attributes.get("r", ""), default=self.column + 1)
        elif tag in ("v", "t"):
            self.is_text = not self.is_hint
        elif tag == "f":
            self.has_formula = True
        elif tag == "rPh":
            self.is_hint = True
        elif tag == "row":
            self.cells, self.column = [], -1
            given = attributes.get("r", "")
            self.row_number = int(given) if given.isdecimal() else self.row_number + 1

    def text(self, given: str) -> None:
        """Take a piece of a cell's content."""
        if self.is_text:
            self.pieces.append(given)

    def end(self, tag: str) -> None:
        """Finish a piece of content, a cell or a row."""
        if tag in ("v", "t"):
            self.is_text = False
        elif tag == "rPh":
            self.is_hint = False
        elif tag == "c":
            self.finish_cell()
        elif tag == "row" and any(self.cells):
            self.count += 1
            self.refuse_far(self.count > MOST_ROWS + 1)
            self.finished.append(TableRow(self.row_number, self.cells))

    def finish_cell(self) -> None:
        """Put a cell that holds something at its place in the row."""
        value = self.read_cell("".join(self.pieces), self.attributes, has_formula=self.has_formula)
        if not value:
            return
        self.refuse_far(self.column >= MOST_COLUMNS or self.row_number > 2 * MOST_ROWS)
        self.cells.extend([""] * (self.column + 1 - len(self.cells)))
        self.cells[self.column] = value

    def refuse_far(self, is_far: bool) -> None:
        """Refuse a sheet with cells where no table reaches.

        Raises:
            TableFault: the cell is too far from the sheet's corner.
        """
        if is_far:
            raise TableFault(
                _(
                    "Строка %(number)d, столбец %(column)d: так далеко таблица не доходит "
                    "(не больше %(rows)d строк и %(columns)d столбцов). Удалите лишнее на листе."
                )
                % {"number": self.row_number, "column": self.column + 1, "rows": MOST_ROWS, "columns": MOST_COLUMNS}
            )


def column_index(address: str, default: int) -> int:
    """Return the column of a cell's address, counted from nought: «B7» → 1."""
    index = 0
    for letter in address:
        if not "A" <= letter <= "Z":
            break
        index = index * 26 + ord(letter) - 64
    return index - 1 if index else default
