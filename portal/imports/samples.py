"""The beginning of a brought table, shown while its columns are chosen."""

from itertools import islice
from typing import BinaryIO, cast

from portal.imports.checking import table_body
from portal.imports.models import ImportRun
from portal.imports.reading import TableFault, open_table

SAMPLE_ROWS = 3


def sample_rows(run: ImportRun) -> list[list[str]]:
    """Return the first rows below the header, as long as it; nothing if the file is gone or breaks off there."""
    if not run.file:
        return []
    width = len(run.header)
    try:
        with run.file.open("rb") as file:
            rows = islice(table_body(open_table(cast("BinaryIO", file), run.encoding), run.header_row), SAMPLE_ROWS)
            return [(row.cells + [""] * width)[:width] for row in rows]
    except (TableFault, OSError):
        return []
