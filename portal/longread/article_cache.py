"""Keeps the rendered article until something in it changes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.db.models import Subquery
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from media.models import Photo
from portal.core.context import chosen_theme
from portal.core.content_version import change_is_pending
from portal.core.models import ContentVersion

if TYPE_CHECKING:
    from portal.longread.models import LandscapePage

KEEP_SECONDS = 3600


@dataclass(frozen=True)
class KeptArticle:
    """A rendered article with what it depends on."""

    content: bytes
    version: int
    clearance: tuple[Any, ...]
    photo_keys: tuple[int, ...]


def cached_article(
    page: "LandscapePage", request: HttpRequest, render: Callable[[HttpRequest], HttpResponse]
) -> HttpResponse:
    """Return the kept article, or render and keep it.

    A kept article is used only while the version of the content, the clearance of each of its photos
    and the day are the same: a photo revoked by any means, raw SQL included, is gone from the next answer.
    """
    if request.method not in {"GET", "HEAD"} or change_is_pending():
        return render(request)
    key = _key(page, request)
    kept: KeptArticle | None = cache.get(key)
    photo_keys = kept.photo_keys if kept else ()
    version, clearance = _current_state(photo_keys)
    if kept and kept.version == version and kept.clearance == clearance:
        return HttpResponse(kept.content)
    response = render(request)
    if response.status_code == 200:
        _keep(key, version, response)
    return response


def _keep(key: str, version: int, response: HttpResponse) -> None:
    def keep(rendered: HttpResponse) -> None:
        photo_keys = tuple(sorted(rendered.context_data["article"].photos))
        clearance = _clearance(photo_keys)
        cache.set(key, KeptArticle(rendered.content, version, clearance, photo_keys), KEEP_SECONDS)

    response.add_post_render_callback(keep)


def _key(page: "LandscapePage", request: HttpRequest) -> str:
    theme = chosen_theme(request) or "system"
    site = f"{request.scheme}:{request.get_host()}"
    return f"article:{page.pk}:{translation.get_language()}:{theme}:{site}:{timezone.localdate()}"


def _current_state(photo_keys: tuple[int, ...]) -> tuple[int, tuple[Any, ...]]:
    version = ContentVersion.objects.filter(pk=ContentVersion.SINGLE_ROW).values("number")
    if photo_keys:
        rows = list(
            Photo.objects.filter(pk__in=photo_keys)
            .order_by("pk")
            .annotate(content_version=Subquery(version))
            .values_list("content_version", "pk", "credit_status", "rights_valid_until")
        )
        if rows:
            return rows[0][0] or 0, tuple(row[1:] for row in rows)
    return version.values_list("number", flat=True).first() or 0, ()


def _clearance(photo_keys: tuple[int, ...]) -> tuple[Any, ...]:
    rows = Photo.objects.filter(pk__in=photo_keys).order_by("pk")
    return tuple(rows.values_list("pk", "credit_status", "rights_valid_until"))
