"""Addresses of the portal: technical ones first, pages last."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap

from media.views import serve_document, serve_rendition
from portal.accounts.views.absent import absent
from portal.core import health
from portal.core.photo_credits.image_sitemap import image_sitemap
from portal.core.style_guide import style_guide
from portal.core.views import choose_theme, robots
from portal.longread.views import front_page
from portal.record_sitemaps import SITEMAPS

handler400 = "portal.core.errors.bad_request"
handler403 = "portal.core.errors.permission_denied"
handler404 = "portal.core.errors.page_not_found"
handler429 = "portal.core.errors.too_many_requests"
handler500 = "portal.core.errors.server_error"

urlpatterns = [
    path("healthz", health.live, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("admin/", include("portal.accounts.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/<int:document_id>/<path:document_filename>", serve_document, name="wagtaildocs_serve"),
    path("styleguide/", style_guide, name="style_guide"),
    path("theme/", choose_theme, name="theme"),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", serve_rendition, name="rendition"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("sitemap-images.xml", image_sitemap, name="image_sitemap"),
    *i18n_patterns(
        path("_util/<path:rest>", absent),
        path("exports/", include("exports.urls")),
        path("", front_page),
        path("", include("portal.figures.urls")),
        path("", include("industries.urls")),
        path("technopolis/", include("technopolis.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
