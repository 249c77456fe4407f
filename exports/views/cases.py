"""The list of cases and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from exports.cards import CaseCard, case_cards
from exports.heads import record_head, refuse_without_translation, way_to
from exports.models import ExportCase
from portal.core.breadcrumbs import Crumb


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """Show every published case."""
    crumbs = way_to(Crumb(_("Кейсы")))
    title = _("Экспортные кейсы")
    description = _("Кто, что и куда поставил или показал: короткие рассказы с источниками.")
    context = {
        "head": record_head(request, title, description, crumbs),
        "crumbs": crumbs,
        "cases": case_cards(ExportCase.objects.live().for_display()),
    }
    return TemplateResponse(request, "exports/pages/cases.html", context)


@require_safe
def case_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one published case."""
    cases = ExportCase.objects.live().for_display().prefetch_related("sources", "photos__photo__rights_holder")
    case = get_object_or_404(cases, slug=slug)
    refuse_without_translation(case)
    crumbs = way_to(Crumb(_("Кейсы"), reverse("exports:cases")), Crumb(case.shown_title))
    description = strip_tags(case.shown_story)[:200]
    context = {
        "head": record_head(request, case.shown_title, description, crumbs, is_in_english=case.is_in_english),
        "crumbs": crumbs,
        "case": case,
        "card": CaseCard.of(case),
        "sources": case.sources.all(),
        "photos": case.photos.all(),
    }
    return TemplateResponse(request, "exports/pages/case.html", context)
