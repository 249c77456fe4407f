"""The directory's files, suggestions and comparison."""

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from industries.comparison import Comparison
from industries.directory.listing import EnterpriseListing
from industries.directory.suggesting import suggested_names
from industries.models import EnterpriseIndexPage
from portal.core.breadcrumbs import Crumb
from portal.core.entrances import entrance_or_404
from portal.core.page_head import PageHead
from portal.listing.faces import face_response
from portal.listing.request_state import RequestState


@require_safe
def directory_face(request: HttpRequest, face: str) -> StreamingHttpResponse:
    """Hand out the directory, filtered as the page is, as a file or a feed."""
    entrance_or_404(EnterpriseIndexPage)
    return face_response(RequestState(EnterpriseListing(), request.GET), face, request)


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Suggest organisations as the visitor types the name of one."""
    entrance_or_404(EnterpriseIndexPage)
    response = JsonResponse({"names": suggested_names(request.GET.get("q", ""))})
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Show two to four organisations side by side; the address can be shared."""
    page = entrance_or_404(EnterpriseIndexPage)
    comparison = Comparison.of(request.GET.getlist("id"))
    title = _("Сравнение предприятий")
    head = PageHead(title=title, url=request.build_absolute_uri(request.path), is_indexed=False)
    crumbs = [Crumb(page.title, page.url or ""), Crumb(title)]
    context = {"head": head, "crumbs": crumbs, "comparison": comparison, "directory_url": page.url}
    response = render(request, "industries/directory/compare.html", context)
    response["X-Robots-Tag"] = "noindex, follow"
    return response
