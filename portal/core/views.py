"""Small public views that belong to no page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from portal.core.context import THEMES

ONE_YEAR = 365 * 24 * 3600


@csrf_exempt
@never_cache
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Remember the visitor's theme and lead back to where they were.

    The form carries no token, so that pages stay the same for everyone; a forged request could change
    nothing but the colours.
    """
    following = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(following, allowed_hosts=None):
        following = "/"
    response = HttpResponseRedirect(following)
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        response.set_cookie("theme", theme, max_age=ONE_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True)
    else:
        response.delete_cookie("theme", samesite="Lax")
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers where the map of the site is and what is not for them."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /styleguide/",
        f"Sitemap: {settings.WAGTAILADMIN_BASE_URL}/sitemap.xml",
        f"Sitemap: {settings.WAGTAILADMIN_BASE_URL}/sitemap-images.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
