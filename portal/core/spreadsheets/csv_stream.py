"""A table as CSV the way Russian Excel opens it: UTF-8 with its mark, semicolons, decimal commas."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain

from portal.core.spreadsheets.cells import (
    CellValue,
    boolean_word,
    clean_text,
    local_moment,
    number_text,
    without_formula,
)
from portal.core.spreadsheets.sheet import Sheet

BYTE_ORDER_MARK = "\ufeff".encode()
ROWS_A_CHUNK = 500


def csv_cell(value: CellValue) -> str:
    """Return the value as a cell of CSV; a text that would be computed is made plain."""
    match value:
        case None:
            return ""
        case bool():
            return boolean_word(value)
        case int() | float() | Decimal():
            return number_text(value).replace(".", ",")
        case datetime():
            return f"{local_moment(value):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case _:
            return without_formula(clean_text(str(value)))


def stream_csv(sheet: Sheet) -> Iterator[bytes]:
    """Yield the file in pieces of some hundred rows; memory does not grow with the table."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    rows: Iterator[Sequence[CellValue]] = chain(sheet.leading_rows, [sheet.header], sheet.rows)
    yield BYTE_ORDER_MARK
    for count, row in enumerate(rows, start=1):
        writer.writerow([csv_cell(value) for value in row])
        if count % ROWS_A_CHUNK == 0:
            yield _drain(buffer)
    yield _drain(buffer)


def _drain(buffer: io.StringIO) -> bytes:
    written = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return written.encode()
