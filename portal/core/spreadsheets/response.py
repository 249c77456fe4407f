"""A table as the answer to a request."""

from collections.abc import Callable, Iterator

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from portal.core.spreadsheets.csv_stream import stream_csv
from portal.core.spreadsheets.sheet import Sheet
from portal.core.spreadsheets.xlsx_stream import stream_xlsx

SPREADSHEET_FORMATS: dict[str, tuple[str, Callable[[Sheet], Iterator[bytes]]]] = {
    "csv": ("text/csv; charset=utf-8", stream_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", stream_xlsx),
}


def spreadsheet_response(sheet: Sheet, file_format: str, file_name: str) -> StreamingHttpResponse:
    """Answer with the table as a file to save; ``file_name`` is without its extension.

    Raises:
        KeyError: there is no such format.
    """
    content_type, stream = SPREADSHEET_FORMATS[file_format]
    response = StreamingHttpResponse(stream(sheet), content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, f"{file_name}.{file_format}") or "attachment"
    return response
