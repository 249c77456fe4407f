"""What a page tells search engines, social networks and browsers about itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from media.models import Photo
from media.pictures import Picture


@dataclass(frozen=True)
class PageLanguage:
    """One language the page can be read in, under its own address."""

    code: str
    name: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class PageHead:
    """The head of a public page: its name, canonical address, social card and machine-readable data.

    ``url`` is absolute. A page that is not indexed (a filtered list, a preview) still names its canonical address.
    ``feed_url`` is an Atom feed of what the page lists.
    """

    title: str
    url: str
    description: str = ""
    kind: str = "website"
    image_url: str = ""
    image_alt: str = ""
    is_indexed: bool = True
    feed_url: str = ""
    feed_title: str = ""
    languages: Sequence[PageLanguage] = ()
    structured_data: Sequence[dict[str, Any]] = field(default=())

    @property
    def other_languages(self) -> list[PageLanguage]:
        """The languages to switch to."""
        return [language for language in self.languages if not language.current]


def described_with_credit(picture: Picture) -> str:
    """Return a picture's description with its credit: a social card has no other place for it."""
    return ". ".join(part.rstrip(".") for part in (picture.alt, picture.kind_note, picture.credit_line) if part)


def card_image(photo: Photo | None, request: HttpRequest) -> dict[str, str]:
    """Return the address and description of a social card's picture; empty unless the photo may be public."""
    picture = Picture.of(photo)
    if not picture.url:
        return {}
    return {"image_url": request.build_absolute_uri(picture.url), "image_alt": described_with_credit(picture)}
