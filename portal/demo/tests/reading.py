"""Walks through the content files for the tests of the demo site."""

import re
from collections.abc import Iterator
from typing import Any

from portal.demo.loading.content import read

# Fields that hold a reference, a technical word or a date, and nothing a visitor reads as text.
NOT_TEXT = frozenset(
    {"accent", "anchor", "editors_note", "ends_on", "figure", "layout", "page_type", "photo", "plate", "slug",
     "starts_on", "type", "headline_figure"}
)  # fmt: skip


def sections() -> list[dict[str, Any]]:
    """Return the sections of the article in their order."""
    return read("article.json")["sections"]


def section(slug: str) -> dict[str, Any]:
    """Return the section with this address."""
    return next(one for one in sections() if one["slug"] == slug)


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text a visitor reads in a part of the content."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in NOT_TEXT and not names_figures(name, inner):
                yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)
    elif isinstance(value, str):
        yield value


def names_figures(name: str, value: Any) -> bool:
    """Tell whether a field lists the codes of a chart's figures."""
    return name == "figures" and isinstance(value, list) and all(isinstance(code, str) for code in value)


def values_named(name: str, content: Any) -> Iterator[str]:
    """Yield the texts of every field called ``name``: ``figure``, ``plate``, ``photo``."""
    if isinstance(content, dict):
        if isinstance(content.get(name), str):
            yield content[name]
        for inner in content.values():
            yield from values_named(name, inner)
    elif isinstance(content, list):
        for inner in content:
            yield from values_named(name, inner)


def without_tags(text: str) -> str:
    """Return the text as it is read, without its markup; a paragraph is a line."""
    return re.sub(r"<[^>]+>", "", text.replace("</p>", "\n")).strip()


def figures() -> list[dict[str, Any]]:
    """Return every figure of the content files."""
    return read("figures.json")["figures"]


def figure(code: str) -> dict[str, Any]:
    """Return the figure with this editorial code."""
    return next(one for one in figures() if one["code"] == code)


def current(code: str) -> dict[str, Any]:
    """Return the value of a figure that the site shows."""
    return next(value for value in figure(code)["values"] if value.get("is_current"))
