"""Names of enterprises with their cards, where cards can be read in the language of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from industries.models import EnterpriseIndexPage
from media.public_pages import open_pages


@dataclass(frozen=True)
class EnterpriseLink:
    """An enterprise's name and the address of its card; empty where there is none in this language."""

    name: str
    url: str


def enterprise_links(enterprises: Sequence[Any]) -> list[EnterpriseLink]:
    """Return the links of ``enterprises`` that visitors may see. One query at most."""
    if not enterprises:
        return []
    entrances = open_pages(EnterpriseIndexPage).filter(locale__language_code=get_language())
    have_cards = entrances.exists()
    return [
        EnterpriseLink(one.name, reverse("enterprise", args=[one.slug]) if have_cards else "") for one in enterprises
    ]
