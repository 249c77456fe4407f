"""The article as machines read it."""

from typing import Any

from django.http import HttpRequest

from portal.core.models import SiteIdentity
from portal.core.page_head import PageHead, card_image
from portal.figures.display import FigureDisplay
from portal.longread.composition import Article


def article_data(article: Article, request: HttpRequest) -> dict[str, Any]:
    """Return schema.org ``Article`` with the article's figures as observations, each with its date."""
    page = article.page
    identity = SiteIdentity.for_request(request)
    address = page.get_full_url(request)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": page.title,
        "description": article.description,
        "inLanguage": page.language_code,
        "mainEntityOfPage": address,
        "url": address,
        "mentions": [_observation(figure) for figure in article.figures],
    }
    if identity.publisher:
        data["publisher"] = {"@type": "Organization", "name": identity.publisher}
    if page.first_published_at:
        data["datePublished"] = page.first_published_at.isoformat()
        data["dateModified"] = page.last_published_at.isoformat()
    return data


def article_head(article: Article, request: HttpRequest) -> PageHead:
    """Return the head of the article; its card's picture is a cleared photo with ready files, or there is none."""
    page = article.page
    return PageHead(
        title=page.page_title,
        url=page.get_full_url(request) or "",
        description=article.description,
        kind="article",
        languages=page.languages(),
        structured_data=[article_data(article, request)],
        **card_image(page.plate, request),  # type: ignore[arg-type]
    )


def _observation(figure: FigureDisplay) -> dict[str, Any]:
    data: dict[str, Any] = {"@type": "Observation", "name": figure.caption, "value": figure.formatted.text}
    if figure.as_of:
        data["observationDate"] = figure.as_of
    if figure.source and figure.source.url:
        data["citation"] = figure.source.url
    return data
