"""The address of the long-read."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.views import serve

from portal.longread.article_cache import keep_article, kept_article


@require_safe
def front_page(request: HttpRequest) -> HttpResponse:
    """Answer the site's root: the kept article if it is current, else whatever page stands there."""
    kept = kept_article(request)
    if kept is not None:
        return kept
    response = serve(request, "")
    article = getattr(response, "article", None)
    if article is not None and not article.page.get_view_restrictions():
        keep_article(request, response.content, article.photos.values())
    return response
