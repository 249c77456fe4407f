"""The way from the front page to where the visitor is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class Crumb:
    """One step of the way; the last one, the page itself, has no address."""

    title: str
    url: str = ""


def breadcrumb_data(crumbs: Sequence[Crumb], request: HttpRequest) -> dict[str, Any]:
    """Return the way as schema.org ``BreadcrumbList``."""
    steps = []
    for position, crumb in enumerate(crumbs, start=1):
        step: dict[str, Any] = {"@type": "ListItem", "position": position, "name": crumb.title}
        if crumb.url:
            step["item"] = request.build_absolute_uri(crumb.url)
        steps.append(step)
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps}
