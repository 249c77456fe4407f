"""The same list as a table, as data and as a feed: one queryset, one row, written piece by piece."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Max
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils import timezone, translation

from portal.core.spreadsheets import CellValue, Sheet, stream_csv, stream_xlsx
from portal.core.spreadsheets.response import SPREADSHEET_FORMATS
from portal.listing.about import About
from portal.listing.atom import entry_xml, feed_start
from portal.listing.request_state import RequestState
from portal.listing.result import ListingResult

ROWS_A_CHUNK = 250
PIECES_A_CHUNK = 100

Pieces = Iterator[bytes]
Face = Callable[[ListingResult, About, HttpRequest], Pieces]


def rows_of(result: ListingResult) -> Iterator[Any]:
    """Yield every row of every page in order; memory does not grow with the list."""
    records = result.listing.with_details(result.state.queryset)
    for record in records.iterator(chunk_size=ROWS_A_CHUNK):
        yield result.listing.row(record)
        # What is prefetched points back at its record: parted from it, both are freed at once, not by the collector.
        vars(record).pop("_prefetched_objects_cache", None)


def _cell(value: CellValue | list[str]) -> CellValue:
    return ", ".join(value) if isinstance(value, list) else value


def _sheet(result: ListingResult, about: About) -> Sheet:
    columns = result.listing.columns
    return Sheet(
        name=about.title,
        header=[str(column.heading) for column in columns],
        rows=([_cell(column.read(row)) for column in columns] for row in rows_of(result)),
        about=about.lines(),
    )


def csv_face(result: ListingResult, about: About, request: HttpRequest) -> Pieces:
    """Yield the list as CSV."""
    return stream_csv(_sheet(result, about))


def xlsx_face(result: ListingResult, about: About, request: HttpRequest) -> Pieces:
    """Yield the list as a workbook."""
    return stream_xlsx(_sheet(result, about))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _properties(result: ListingResult, row: Any, request: HttpRequest) -> dict[str, Any]:
    values = {column.name: column.read(row) for column in result.listing.columns}
    return {**values, "url": request.build_absolute_uri(row.url)}


def _array(start: str, items: Iterable[Any], end: str) -> Pieces:
    yield start.encode()
    chunk: list[str] = []
    separator = ""
    for item in items:
        chunk.append(separator + _json(item))
        separator = ","
        if len(chunk) == PIECES_A_CHUNK:
            yield "".join(chunk).encode()
            chunk = []
    yield ("".join(chunk) + end).encode()


def json_face(result: ListingResult, about: About, request: HttpRequest) -> Pieces:
    """Yield the list as JSON."""
    items = (_properties(result, row, request) for row in rows_of(result))
    return _array(f'{{"about":{_json(vars(about))},"results":[', items, "]}\n")


def _feature(result: ListingResult, row: Any, request: HttpRequest) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": row.point} if row.point else None
    properties = _properties(result, row, request)
    return {"type": "Feature", "id": row.key, "geometry": geometry, "properties": properties}


def geojson_face(result: ListingResult, about: About, request: HttpRequest) -> Pieces:
    """Yield the list as GeoJSON; a record whose place is unknown has no geometry."""
    items = (_feature(result, row, request) for row in rows_of(result))
    return _array(f'{{"type":"FeatureCollection","about":{_json(vars(about))},"features":[', items, "]}\n")


def atom_face(result: ListingResult, about: About, request: HttpRequest) -> Pieces:
    """Yield the list as an Atom feed."""
    field = result.listing.changed_field
    changed = result.state.queryset.order_by().aggregate(latest=Max(field))["latest"] or timezone.now()
    yield feed_start(about, request.build_absolute_uri(), changed).encode()
    chunk: list[str] = []
    for row in rows_of(result):
        chunk.append(entry_xml(row, request.build_absolute_uri(row.url)))
        if len(chunk) == PIECES_A_CHUNK:
            yield "".join(chunk).encode()
            chunk = []
    yield ("".join(chunk) + "</feed>\n").encode()


FACES: dict[str, tuple[str, str, Face]] = {
    "csv": (SPREADSHEET_FORMATS["csv"][0], "csv", csv_face),
    "xlsx": (SPREADSHEET_FORMATS["xlsx"][0], "xlsx", xlsx_face),
    "json": ("application/json; charset=utf-8", "", json_face),
    "geojson": ("application/geo+json; charset=utf-8", "", geojson_face),
    "feed": ("application/atom+xml; charset=utf-8", "", atom_face),
}


def face_response(state: RequestState, face: str, request: HttpRequest) -> StreamingHttpResponse:
    """Answer with the whole list as one of the faces.

    Raises:
        Http404: the list has no such face.
    """
    if face not in state.listing.faces:
        raise Http404
    content_type, extension, write = FACES[face]
    result = ListingResult(state)
    about = About.of(result, request.build_absolute_uri(result.address.keeping("q", *result.facet_names).url))
    pieces = in_language_of_now(write(result, about, request))
    response = StreamingHttpResponse(pieces, content_type=content_type)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "public, max-age=0, must-revalidate"
    if extension:
        response["Content-Disposition"] = f'attachment; filename="{result.listing.name}-{about.date}.{extension}"'
    return response


def in_language_of_now(pieces: Pieces) -> Pieces:
    """Yield the pieces, each made in the language of this moment: they are asked for when the request is over."""
    return _each_in(pieces, translation.get_language() or "ru")


def _each_in(pieces: Pieces, language: str) -> Pieces:
    while True:
        with translation.override(language):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece
