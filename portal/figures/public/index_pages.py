"""The list of all figures and the list of all sources."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from portal.figures.models import FiguresIndexPage, Source, SourcesIndexPage
from portal.figures.public.entrance import entrance_or_404
from portal.figures.public.listing import FigureListing
from portal.figures.public.supports import source_rows
from portal.listing.faces import face_response
from portal.listing.request_state import RequestState
from portal.listing.result import ListingResult

FILES = ("csv", "xlsx", "json")


@require_safe
def figures_index(request: HttpRequest) -> HttpResponse:
    """Show the published figures the address asks for."""
    entrance = entrance_or_404(FiguresIndexPage)
    result = ListingResult(RequestState(FigureListing(entrance), request.GET))
    context = entrance.get_context(request)
    context["head"] = replace(
        context["head"],
        url=request.build_absolute_uri(result.canonical.url),
        is_indexed=context["head"].is_indexed and result.is_indexed,
        feed_url=request.build_absolute_uri(reverse("figures:changes_feed")),
    )
    context |= {"listing": result, "files": [(face.upper(), result.face_url(face)) for face in FILES]}
    response = render(request, "figures/figures_index_page.html", context)
    if not context["head"].is_indexed:
        response["X-Robots-Tag"] = "noindex, follow"
    return response


@require_safe
def figures_face(request: HttpRequest, face: str) -> StreamingHttpResponse:
    """Hand out the figures the address asks for as a file.

    Raises:
        Http404: there is no such file.
    """
    entrance = entrance_or_404(FiguresIndexPage)
    if face not in FILES:
        raise Http404
    return face_response(RequestState(FigureListing(entrance), request.GET), face, request)


@require_safe
def sources_index(request: HttpRequest) -> HttpResponse:
    """Show every source that something public stands on."""
    entrance = entrance_or_404(SourcesIndexPage)
    context = {**entrance.get_context(request), "rows": source_rows(list(Source.objects.all()))}
    return render(request, "figures/sources_index_page.html", context)
