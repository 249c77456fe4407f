"""Finding the figure an address speaks of."""

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.figures.models import Figure, FormerFigureAddress
from portal.figures.public.record import FigureRecord


def record_of(slug: str) -> FigureRecord | None:
    """Return the published figure at ``slug`` with its history. Two queries."""
    figure = Figure.objects.live().for_record().filter(slug=slug).first()
    return FigureRecord(figure) if figure else None


def redirect_of_former(slug: str, request: HttpRequest, view_name: str) -> HttpResponsePermanentRedirect:
    """Lead from an address a published figure had before to the same view of where it is now.

    Raises:
        Http404: no published figure had this address.
    """
    former = FormerFigureAddress.objects.select_related("figure").filter(slug=slug, figure__live=True).first()
    if former is None:
        raise Http404(_("Такой цифры нет."))
    query = request.META.get("QUERY_STRING", "")
    address = reverse(view_name, args=[former.figure.slug])
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
