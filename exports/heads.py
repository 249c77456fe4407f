"""What the pages of records tell machines, and the way to them."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from exports.models import ExportsIndexPage
from media.public_pages import open_pages
from portal.core.breadcrumbs import Crumb, breadcrumb_data
from portal.core.page_head import PageHead, PageLanguage


def way_to(*steps: Crumb) -> list[Crumb]:
    """Return the way through the entrance to exports, where it is published in this language. One query.

    Raises:
        Http404: visitors may enter it neither in this language nor in the first one; then nothing below it is public.
    """
    languages = {get_language(), settings.LANGUAGE_CODE}
    pages = open_pages(ExportsIndexPage).filter(locale__language_code__in=languages)
    titles = {
        code: Crumb(title, reverse("wagtail_serve", args=[f"{slug}/"]))
        for code, title, slug in pages.values_list("locale__language_code", "title", "slug")
    }
    if not titles:
        raise Http404(_("Этой страницы пока нет."))
    return [*(titles[code] for code in titles if code == get_language()), *steps]


def record_head(
    request: HttpRequest,
    title: str,
    description: str,
    crumbs: Sequence[Crumb],
    *,
    is_in_english: bool = True,
    is_indexed: bool = True,
    data: Sequence[dict[str, Any]] = (),
) -> PageHead:
    """Return the head of a record's page, which has the same path in every language it can be read in."""
    return PageHead(
        title=title,
        url=request.build_absolute_uri(request.path),
        description=description,
        is_indexed=is_indexed,
        languages=languages_of(request) if is_in_english else (),
        structured_data=[breadcrumb_data(crumbs, request), *data],
    )


def languages_of(request: HttpRequest) -> list[PageLanguage]:
    """Return the page in each language of the site."""
    current, address = get_language(), request.build_absolute_uri(request.path)
    return [
        PageLanguage(code=code, name=name, url=translate_url(address, code), current=code == current)
        for code, name in settings.LANGUAGES
    ]


def refuse_without_translation(record: Any) -> None:
    """Check that the record can be read in the language of the address.

    Raises:
        Http404: it can't.
    """
    if get_language() != "ru" and not record.is_in_english:
        raise Http404(_("Перевода этой страницы пока нет."))
