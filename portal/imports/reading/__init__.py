"""Reads CSV and XLSX that people bring: whatever is inside, rows come out or a sentence that says what is wrong."""

from portal.imports.reading.opening import open_table
from portal.imports.reading.table import FaultyCell, OpenedTable, TableFault, TableRow

__all__ = ["FaultyCell", "OpenedTable", "TableFault", "TableRow", "open_table"]
