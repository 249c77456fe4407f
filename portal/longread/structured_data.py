"""The article as JSON-LD."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from media.pictures import Picture
from portal.core.models import SiteIdentity
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
        "inLanguage": page.locale.language_code if page.locale_id else "ru",
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


@dataclass(frozen=True)
class SocialCard:
    """What a social network shows of the page."""

    title: str
    url: str
    image_url: str
    image_alt: str


def social_card(article: Article, request: HttpRequest) -> SocialCard:
    """Return the page's card; its picture is a cleared photo with ready files, or there is none."""
    page = article.page
    picture = Picture.of(page.plate) if page.plate_id else Picture.of(None)
    image_url = request.build_absolute_uri(picture.url) if picture.url else ""
    return SocialCard(page.page_title, page.get_full_url(request) or "", image_url, picture.alt)


def _observation(figure: FigureDisplay) -> dict[str, Any]:
    data: dict[str, Any] = {"@type": "Observation", "name": figure.caption, "value": figure.formatted.text}
    if figure.as_of:
        data["observationDate"] = figure.as_of
    if figure.source and figure.source.url:
        data["citation"] = figure.source.url
    return data
