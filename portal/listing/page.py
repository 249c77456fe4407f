"""A page whose content is a list."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from portal.listing.listing import Listing
from portal.listing.request_state import RequestState
from portal.listing.result import ListingResult


class ListingPageMixin:
    """Gives an index page (put this before ``IndexPage``) the list its records stand in, as the address asks for it.

    A page that is narrowed by more than one answer is not for search engines and names the plain list instead.
    """

    listing_class: Callable[[], Listing]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``listing``, a :class:`ListingResult`, and tell machines about this state of it."""
        context = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        result = ListingResult(RequestState(self.listing_class(), request.GET))
        head = replace(
            context["head"],
            url=request.build_absolute_uri(result.canonical.url),
            is_indexed=context["head"].is_indexed and result.is_indexed,
            feed_url=request.build_absolute_uri(result.face_url("feed")),
            feed_title=result.listing.title(),
        )
        return {**context, "listing": result, "head": head}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list; the answer says again, for machines that read no page, whether it is to be kept."""
        response = super().serve(request, *args, **kwargs)  # type: ignore[misc]
        context = getattr(response, "context_data", None)
        if context and not context["head"].is_indexed:
            response["X-Robots-Tag"] = "noindex, follow"
        return response
