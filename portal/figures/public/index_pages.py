"""The list of all figures and the list of all sources."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from portal.core.entrances import entrance_or_404
from portal.core.models import IndexPage
from portal.figures.models import FiguresIndexPage, SourcesIndexPage
from portal.figures.public.listing import FigureListing
from portal.figures.public.source_listing import SourceListing
from portal.listing.faces import face_response
from portal.listing.listing import Listing
from portal.listing.request_state import RequestState
from portal.listing.result import ListingResult

FILES = ("csv", "xlsx", "json")


@require_safe
def figures_index(request: HttpRequest) -> HttpResponse:
    """Show the published figures the address asks for."""
    entrance = entrance_or_404(FiguresIndexPage)
    feed_url = request.build_absolute_uri(reverse("figures:changes_feed"))
    return _list_page(request, entrance, FigureListing(entrance), "figures/figures_index_page.html", feed_url=feed_url)


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
    """Show the sources the address asks for, each with what stands on it."""
    entrance = entrance_or_404(SourcesIndexPage)
    return _list_page(request, entrance, SourceListing(), "figures/sources_index_page.html")


def _list_page(request: HttpRequest, entrance: IndexPage, listing: Listing, template: str, **head: str) -> HttpResponse:
    result = ListingResult(RequestState(listing, request.GET))
    context = entrance.get_context(request)
    is_indexed = context["head"].is_indexed and result.is_indexed
    canonical = request.build_absolute_uri(result.canonical.url)
    context["head"] = replace(context["head"], url=canonical, is_indexed=is_indexed, **head)
    context |= {"listing": result, "files": [(face.upper(), result.face_url(face)) for face in FILES]}
    response = render(request, template, context)
    if not is_indexed:
        response["X-Robots-Tag"] = "noindex, follow"
    return response
