"""Tables handed out as files: one description, written as CSV or XLSX row by row, safe to open in a spreadsheet."""

from portal.core.spreadsheets.cells import CellValue, without_formula
from portal.core.spreadsheets.csv_stream import stream_csv
from portal.core.spreadsheets.response import SPREADSHEET_FORMATS, spreadsheet_response
from portal.core.spreadsheets.sheet import Sheet
from portal.core.spreadsheets.xlsx_stream import stream_xlsx

__all__ = [
    "SPREADSHEET_FORMATS",
    "CellValue",
    "Sheet",
    "spreadsheet_response",
    "stream_csv",
    "stream_xlsx",
    "without_formula",
]
