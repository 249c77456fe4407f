"""A figure as files: CSV, XLSX and JSON."""

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.core.entrances import entrance_or_404
from portal.core.spreadsheets import spreadsheet_response
from portal.figures.models import FiguresIndexPage
from portal.figures.public.data import figure_as_json, figure_as_sheet
from portal.figures.public.lookup import record_of, redirect_of_former

INDENT = {"ensure_ascii": False, "indent": 2}


@require_safe
def figure_json(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Hand out the figure with its history as JSON; any site may read it."""
    entrance = entrance_or_404(FiguresIndexPage)
    record = record_of(slug)
    if record is None:
        return redirect_of_former(slug, request, "figures:json")
    url = request.build_absolute_uri(record.url)
    response = JsonResponse(
        figure_as_json(record, entrance, url, timezone.localdate()),
        json_dumps_params=INDENT,
        content_type="application/json; charset=utf-8",
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
def figure_spreadsheet(request: HttpRequest, slug: str, file_format: str) -> HttpResponseBase:
    """Hand out the history as a table."""
    entrance = entrance_or_404(FiguresIndexPage)
    record = record_of(slug)
    if record is None:
        return redirect_of_former(slug, request, f"figures:{file_format}")
    url = request.build_absolute_uri(record.url)
    sheet = figure_as_sheet(record, entrance, url, timezone.localdate())
    return spreadsheet_response(sheet, file_format, record.figure.slug)
