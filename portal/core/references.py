"""Which records a page's blocks point to, read from their stored form without touching the database."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Model
from wagtail import blocks
from wagtail.rich_text import features
from wagtail.rich_text.rewriters import FIND_EMBED_TAG, extract_attrs

# Stands for all records of a model, where a block shows whatever there is: it names them in ``whole_tables``.
EVERY = "every"


def collect_stream_references(stream: blocks.StreamValue) -> dict[type[Model], list[Any]]:
    """Return the primary keys that ``stream`` holds by model, in reading order, each once."""
    found: dict[type[Model], dict[Any, None]] = defaultdict(dict)
    for child in stream.raw_data:
        definition = stream.stream_block.child_blocks.get(child["type"])
        if definition is not None:
            _collect(definition, child["value"], found)
    return {model: list(keys) for model, keys in found.items()}


def collect_text_references(html: str) -> dict[type[Model], list[Any]]:
    """Return the primary keys of the records that embeds in stored rich text show, by model, each once."""
    found: dict[type[Model], dict[Any, None]] = defaultdict(dict)
    _collect_from_text(html, found)
    return {model: list(keys) for model, keys in found.items()}


def merge_references(references: Iterable[Mapping[type[Model], Iterable[Any]]]) -> dict[type[Model], list[Any]]:
    """Join several collections of references into one, keeping order, dropping repetitions."""
    merged: dict[type[Model], dict[Any, None]] = defaultdict(dict)
    for collection in references:
        for model, keys in collection.items():
            merged[model].update(dict.fromkeys(keys))
    return {model: list(keys) for model, keys in merged.items()}


def _collect(definition: blocks.Block, raw: Any, found: dict[type[Model], dict[Any, None]]) -> None:
    if raw is None:
        return
    for model in getattr(definition, "whole_tables", ()):
        found[model][EVERY] = None
    if isinstance(definition, blocks.ChooserBlock):
        found[definition.model_class][raw] = None
    if isinstance(definition, blocks.RichTextBlock):
        _collect_from_text(raw, found)
    for child, value in _children(definition, raw):
        _collect(child, value, found)


def _collect_from_text(html: str, found: dict[type[Model], dict[Any, None]]) -> None:
    handlers = features.get_embed_types()
    for tag in FIND_EMBED_TAG.findall(html):
        attributes = extract_attrs(tag)
        handler = handlers.get(attributes.get("embedtype"))
        for model, key, _model_path, _content_path in handler.extract_references(attributes) if handler else ():
            found[model][model._meta.pk.to_python(key)] = None


def _children(definition: blocks.Block, raw: Any) -> Iterator[tuple[blocks.Block, Any]]:
    if isinstance(definition, blocks.BaseStructBlock):
        yield from ((child, raw.get(name)) for name, child in definition.child_blocks.items())
    elif isinstance(definition, blocks.ListBlock):
        yield from ((definition.child_block, _list_item(item)) for item in raw)
    elif isinstance(definition, blocks.BaseStreamBlock):
        known = definition.child_blocks
        yield from ((known[item["type"]], item["value"]) for item in raw if item["type"] in known)


def _list_item(item: Any) -> Any:
    is_stored_with_id = isinstance(item, dict) and "value" in item and "type" in item
    return item["value"] if is_stored_with_id else item
