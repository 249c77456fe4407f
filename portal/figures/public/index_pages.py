"""The list of all figures and the list of all sources."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.figures.models import Figure, FiguresIndexPage, Source, SourcesIndexPage
from portal.figures.public.entrance import entrance_or_404
from portal.figures.public.listed import listed_by_topic
from portal.figures.public.supports import source_rows


@require_safe
def figures_index(request: HttpRequest) -> HttpResponse:
    """Show every published figure under its topic."""
    entrance = entrance_or_404(FiguresIndexPage)
    figures = Figure.objects.live().for_display().select_related("topic").order_by("topic__position", "subject")
    context = {**entrance.get_context(request), "groups": listed_by_topic(figures)}
    return render(request, "figures/figures_index_page.html", context)


@require_safe
def sources_index(request: HttpRequest) -> HttpResponse:
    """Show every source that something public stands on."""
    entrance = entrance_or_404(SourcesIndexPage)
    context = {**entrance.get_context(request), "rows": source_rows(list(Source.objects.all()))}
    return render(request, "figures/sources_index_page.html", context)
