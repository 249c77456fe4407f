"""A table as it was read: rows of texts, and cells that carry a reason why they can't be used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from portal.core.spreadsheets.cells import without_guard
from portal.imports.reading.limits import LONGEST_CELL

_SHOWN_LETTERS = 80
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class TableFault(Exception):
    """The file can't be read as a table; the message is for the person who brought it."""


class FaultyCell(str):
    """What stood in a cell that can't be used, with the reason."""

    reason: str

    def __new__(cls, text: str, reason: object) -> "FaultyCell":
        """Keep a readable beginning of the text."""
        cell = super().__new__(cls, _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text[:_SHOWN_LETTERS]))
        cell.reason = str(reason)
        return cell


class TableRow(NamedTuple):
    """A row that is not empty, with its number in the file, and ``fault`` if the row itself is broken."""

    number: int
    cells: list[str]
    fault: str = ""


@dataclass(frozen=True)
class OpenedTable:
    """An open table: what kind of file it turned out to be, and its rows, which are read once."""

    description: str
    rows: Iterator[TableRow]
    has_even_rows: bool = False


def clean_cell(text: str) -> str:
    """Return the text without the spaces around it, or the faulty cell it is."""
    if len(text) > LONGEST_CELL:
        return FaultyCell(text, _("Текст длиннее 32 767 знаков."))
    if _CONTROL.search(text):
        return FaultyCell(text, _("В тексте есть недопустимый управляющий знак."))
    stripped = text.strip().strip("\ufeff\u200b")
    return without_guard(stripped) if stripped[:1] == "'" else stripped
