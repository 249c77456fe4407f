"""Keeps the rendered article until something in it changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Subquery
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from media.models import Photo
from portal.core.content_version import change_is_pending
from portal.core.context import chosen_theme
from portal.core.models import ContentVersion

KEEP_SECONDS = 3600

Clearance = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class KeptArticle:
    """A rendered article with what it depends on: the content's version and the state of each photo's credit."""

    content: bytes
    version: int
    clearance: Clearance
    photo_keys: tuple[int, ...]


def kept_article(request: HttpRequest) -> HttpResponse | None:
    """Return the article kept for this address, or ``None`` where it must be rendered. One query.

    It is used only while the version of the content, the state of each of its photos and the day are the same: a
    photo revoked by any means, raw SQL included, is gone from the next answer. The version is remembered on the
    request for :func:`keep_article`, as a change made while the page renders must not be hidden by it.
    """
    if request.method not in {"GET", "HEAD"} or change_is_pending():
        return None
    kept: KeptArticle | None = cache.get(_key(request))
    version, clearance = _current_state(kept.photo_keys if kept else ())
    request.content_version = version  # type: ignore[attr-defined]
    if kept and (kept.version, kept.clearance) == (version, clearance):
        return HttpResponse(kept.content)
    return None


def keep_article(request: HttpRequest, content: bytes, photos: Iterable[Photo]) -> None:
    """Keep ``content``, rendered for ``request``, with the state its photos had while it was rendered."""
    version = getattr(request, "content_version", None)
    if version is None:
        return
    clearance = tuple(sorted((photo.pk, photo.credit_status, photo.rights_valid_until) for photo in photos))
    keys = tuple(row[0] for row in clearance)
    cache.set(_key(request), KeptArticle(content, version, clearance, keys), KEEP_SECONDS)


def _key(request: HttpRequest) -> str:
    theme = chosen_theme(request) or "system"
    site = f"{request.scheme}:{request.get_host()}:{request.path}"
    return f"article:{site}:{translation.get_language()}:{theme}:{timezone.localdate()}"


def _current_state(photo_keys: tuple[int, ...]) -> tuple[int, Clearance]:
    version = ContentVersion.objects.filter(pk=ContentVersion.SINGLE_ROW).values("number")
    if not photo_keys:
        return version.values_list("number", flat=True).first() or 0, ()
    rows = (
        Photo.objects.filter(pk__in=photo_keys)
        .order_by("pk")
        .annotate(content_version=Subquery(version))
        .values_list("content_version", "pk", "credit_status", "rights_valid_until")
    )
    states = list(rows)
    return (states[0][0] or 0 if states else 0), tuple(row[1:] for row in states)
