"""A refused form is shown again with everything that was typed, so that no text is lost."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

LONGEST_KEPT_FORM = 2 * 1024 * 1024
CSRF_FIELD = "csrfmiddlewaretoken"


def came_from_this_site(request: HttpRequest) -> bool:
    """Tell whether the browser vouches that the form was sent from a page of this very site."""
    origin = request.headers.get("Origin", "")
    if origin:
        return urlsplit(origin).netloc == request.get_host()
    return request.headers.get("Sec-Fetch-Site", "") == "same-origin"


def is_page_form(request: HttpRequest) -> bool:
    """Tell whether a person sent a form and waits for a page, unlike a script that expects data."""
    wants_page = request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    by_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return request.method == "POST" and wants_page and not by_script


def kept_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was typed, without passwords and tokens; nothing if it came from another site or is huge."""
    if not came_from_this_site(request):
        return []
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != CSRF_FIELD and "password" not in name and name != "code"
    ]
    size = sum(len(name) + len(value) for name, value in fields)
    return fields if size <= LONGEST_KEPT_FORM else []


def kept_form_page(request: HttpRequest, title: str, *, status: int) -> HttpResponse:
    """Answer with a page that offers to send the same form once more."""
    fields = kept_fields(request)
    response = render(
        request,
        "accounts/kept_form.html",
        {
            "title": title,
            "fields": fields,
            "texts": [(name, value) for name, value in fields if len(value) > 40],
            "has_files": bool(request.FILES),
            "action": request.get_full_path(),
        },
        status=status,
    )
    response["Cache-Control"] = "no-store"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token does not fit: in Russian, with the text kept."""
    return kept_form_page(request, _("Форма устарела"), status=403)
