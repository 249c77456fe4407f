"""Which records a page's blocks point to, read from their stored form without touching the database."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Model
from wagtail import blocks

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
    for child, value in _children(definition, raw):
        _collect(child, value, found)


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
