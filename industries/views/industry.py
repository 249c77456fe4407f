"""The page of an industry: the editors' own, or the common form made from the records."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.views import serve

from industries.industry_portrait import IndustryPortrait
from industries.models import Industry, IndustryIndexPage, IndustryPage
from portal.core.breadcrumbs import Crumb, breadcrumb_data
from portal.core.entrances import entrance_or_404
from portal.core.page_head import PageHead


@require_safe
def industry_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the editors' page of an industry where there is one, else the common form.

    Raises:
        Http404: there is no such industry, or it is retired.
    """
    written = IndustryPage.objects.live().filter(locale__language_code=get_language(), industry__slug=slug)
    if written.exists() and IndustryIndexPage.objects.live().filter(locale__language_code=get_language()).exists():
        return serve(request, f"industries/{slug}/")
    page = entrance_or_404(IndustryIndexPage)
    industry = get_object_or_404(Industry.objects.current(), slug=slug)
    crumbs = [Crumb(page.title, page.url or ""), Crumb(industry.shown_name)]
    head = PageHead(
        title=industry.shown_name,
        url=request.build_absolute_uri(request.path),
        description=industry.summary,
        structured_data=[breadcrumb_data(crumbs, request)],
    )
    context = {"head": head, "crumbs": crumbs, "portrait": IndustryPortrait.of(industry), "industry": industry}
    return render(request, "industries/industry.html", context)
