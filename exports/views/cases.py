"""The list of cases and the page of one."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from exports.cards import CaseCard
from exports.case_listing import CaseListing
from exports.enterprise_links import enterprise_links
from exports.heads import record_head, refuse_without_translation, way_to
from exports.models import ExportCase
from portal.core.breadcrumbs import Crumb
from portal.listing.faces import face_response
from portal.listing.request_state import RequestState
from portal.listing.result import ListingResult


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """Show the published cases, narrowed by market, industry, year, enterprise and words."""
    listing = ListingResult(RequestState(CaseListing(), request.GET))
    crumbs = way_to(Crumb(_("Кейсы")))
    description = _("Кто, что и куда поставил или показал: короткие рассказы с источниками.")
    head = replace(
        record_head(request, _("Экспортные кейсы"), description, crumbs, is_indexed=listing.is_indexed),
        url=request.build_absolute_uri(listing.canonical.url),
        feed_url=request.build_absolute_uri(listing.face_url("feed")),
        feed_title=listing.listing.title(),
    )
    context = {"head": head, "crumbs": crumbs, "listing": listing}
    response = TemplateResponse(request, "exports/pages/cases.html", context)
    if not head.is_indexed:
        response["X-Robots-Tag"] = "noindex, follow"
    return response


@require_safe
def case_face(request: HttpRequest, face: str) -> StreamingHttpResponse:
    """Hand out the cases, filtered as the page is, as a file or a feed."""
    way_to()
    return face_response(RequestState(CaseListing(), request.GET), face, request)


@require_safe
def case_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one published case."""
    cases = ExportCase.objects.live().for_display().prefetch_related("sources", "photos__photo__rights_holder")
    case = get_object_or_404(cases, slug=slug)
    refuse_without_translation(case)
    crumbs = way_to(Crumb(_("Кейсы"), reverse("exports:cases")), Crumb(case.shown_title))
    card = CaseCard.of(case)
    description = strip_tags(case.shown_story)[:200]
    context = {
        "head": record_head(request, case.shown_title, description, crumbs, is_in_english=case.is_in_english),
        "crumbs": crumbs,
        "case": case,
        "card": card,
        "enterprises": enterprise_links(card.enterprises),
        "sources": case.sources.all(),
        "photos": case.photos.all(),
    }
    return TemplateResponse(request, "exports/pages/case.html", context)
