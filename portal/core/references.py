"""Which records a page's blocks point to, read from their stored form without touching the database."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model
from wagtail import blocks


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
    if isinstance(definition, blocks.ChooserBlock):
        found[definition.model_class][raw] = None
    elif isinstance(definition, blocks.BaseStructBlock):
        for name, child in definition.child_blocks.items():
            _collect(child, raw.get(name), found)
    elif isinstance(definition, blocks.ListBlock):
        for item in raw:
            _collect(definition.child_block, item["value"] if isinstance(item, dict) and "value" in item and "type" in item else item, found)
    elif isinstance(definition, blocks.BaseStreamBlock):
        for item in raw:
            child_definition = definition.child_blocks.get(item["type"])
            if child_definition is not None:
                _collect(child_definition, item["value"], found)
