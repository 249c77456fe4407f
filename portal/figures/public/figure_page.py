"""The page of one figure."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.core.breadcrumbs import Crumb, breadcrumb_data
from portal.core.entrances import entrance_or_404
from portal.core.models import SiteIdentity
from portal.core.page_head import PageHead
from portal.figures.models import FiguresIndexPage
from portal.figures.public.changes import public_changes
from portal.figures.public.citations import Citation
from portal.figures.public.data import licence_of
from portal.figures.public.lookup import record_of, redirect_of_former
from portal.figures.public.record import FigureRecord
from portal.figures.public.structured_data import dataset_of
from portal.figures.public.usage import places_of


@require_safe
def figure_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a figure with everything known of it; a former address leads to the present one."""
    entrance = entrance_or_404(FiguresIndexPage)
    record = record_of(slug)
    if record is None:
        return redirect_of_former(slug, request, "figures:figure")
    return render(request, "figures/figure_page.html", page_context(request, record, entrance))


def page_context(request: HttpRequest, record: FigureRecord, entrance: FiguresIndexPage) -> dict[str, Any]:
    """Return what the template shows."""
    crumbs = [Crumb(entrance.title, entrance.get_url(request) or ""), Crumb(record.title)]
    return {
        "record": record,
        "head": _head(request, record, entrance, crumbs),
        "crumbs": crumbs,
        "changes": public_changes(record.figure),
        "places": places_of(record.figure, request),
        "citation": _citation(request, record),
        "licence": licence_of(entrance),
        "licence_url": entrance.licence_url,
        "frame_url": request.build_absolute_uri(reverse("figures:embed", args=[record.figure.slug])),
        "today": timezone.localdate(),
    }


def _head(request: HttpRequest, record: FigureRecord, entrance: FiguresIndexPage, crumbs: list[Crumb]) -> PageHead:
    url = request.build_absolute_uri(record.url)
    sentence = record.display.sentence if record.display else record.title
    return PageHead(
        title=record.title,
        url=url,
        description=_("%(sentence)s. Источник, история значений, данные для скачивания.") % {"sentence": sentence},
        structured_data=[breadcrumb_data(crumbs, request), dataset_of(record, entrance, request)],
    )


def _citation(request: HttpRequest, record: FigureRecord) -> Citation | None:
    if record.current is None:
        return None
    identity = SiteIdentity.for_request(request)
    return Citation(
        subject=record.title,
        slug=record.figure.slug,
        row=record.current,
        url=request.build_absolute_uri(record.url),
        site_name=identity.name,
        publisher=identity.publisher,
        accessed_on=timezone.localdate(),
    )
