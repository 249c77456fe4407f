"""A table as XLSX, written row by row into a stream: the first bytes leave at once, memory stays flat."""

import io
import zipfile
from collections.abc import Iterator, Sequence

from portal.core.spreadsheets import xlsx_parts
from portal.core.spreadsheets.cells import CellValue
from portal.core.spreadsheets.sheet import Sheet

ROWS_A_CHUNK = 500


class Outlet(io.RawIOBase):
    """Takes what the archive writes and gives it away; can't go back, so the archive does not try to."""

    def __init__(self) -> None:
        self.written = bytearray()

    def writable(self) -> bool:
        """Tell the archive that it may write."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Keep what was written until it is drained."""
        self.written += data
        return len(data)

    def drain(self) -> bytes:
        """Return what was written since the last time."""
        drained, self.written = bytes(self.written), bytearray()
        return drained


def stream_xlsx(sheet: Sheet) -> Iterator[bytes]:
    """Yield the workbook in pieces."""
    outlet = Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        archive.writestr("[Content_Types].xml", xlsx_parts.CONTENT_TYPES)
        archive.writestr("_rels/.rels", xlsx_parts.PACKAGE_RELATIONS)
        archive.writestr("xl/workbook.xml", xlsx_parts.workbook_part(sheet.name))
        archive.writestr("xl/_rels/workbook.xml.rels", xlsx_parts.WORKBOOK_RELATIONS)
        archive.writestr("xl/styles.xml", xlsx_parts.STYLES)
        yield outlet.drain()
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for piece in _sheet_pieces(sheet):
                part.write(piece.encode())
                if outlet.written:
                    yield outlet.drain()
    yield outlet.drain()


def _sheet_pieces(sheet: Sheet) -> Iterator[str]:
    leading = sheet.leading_rows
    header_row = len(leading) + 1
    yield xlsx_parts.sheet_start(header_row, len(sheet.header))
    for number, row in enumerate(leading, start=1):
        yield _row(number, row)
    yield _row(header_row, sheet.header, xlsx_parts.HEADER_STYLE)
    chunk: list[str] = []
    for number, row in enumerate(sheet.rows, start=header_row + 1):
        chunk.append(_row(number, row))
        if len(chunk) == ROWS_A_CHUNK:
            yield "".join(chunk)
            chunk = []
    yield "".join(chunk) + xlsx_parts.SHEET_END


def _row(number: int, values: Sequence[CellValue], style: int = 0) -> str:
    return xlsx_parts.row_xml(number, [xlsx_parts.cell_xml(value, style) for value in values])
