"""Every place of the portal's models that can hold a photo, found by looking at the models themselves."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageChooserBlock

from media.models import Photo, Rendition

SHOWCASE = "showcase"


class EmptyPlaceError(Exception):
    """The demo has no record of a model that can hold a photo; load one there."""


@dataclass(frozen=True)
class Place:
    """One field, or one block within a field; ``value`` makes what the field holds with a photo in that place."""

    model: type[models.Model]
    field: Any
    value: Any
    name: str

    def fill(self, photo: Photo) -> models.Model:
        """Put the photo there past everything but the database; return the record it belongs to."""
        record = self.model._base_manager.first() or self.new_child(photo)
        if self.field.many_to_many:
            getattr(record, self.field.name).set([photo])
            record.save()
        else:
            values = {self.field.name: self.value(photo)}
            self.model._base_manager.filter(pk=record.pk).update(**values)
        return owner_of(record)

    def new_child(self, photo: Photo) -> models.Model:
        """Make an inline child of the first record it can belong to."""
        parent = next((field for field in self.model._meta.local_fields if isinstance(field, ParentalKey)), None)
        above = parent and parent.related_model._base_manager.first()
        if above is None:
            raise EmptyPlaceError(self.name)
        (child,) = self.model._base_manager.bulk_create([self.model(**{parent.name: above, self.field.name: photo})])
        return child


def owner_of(record: models.Model) -> models.Model:
    """Return the record an inline child belongs to, or the record itself."""
    parent = next((field for field in record._meta.local_fields if isinstance(field, ParentalKey)), None)
    return getattr(record, parent.name) if parent else record


def photo_models() -> list[type[models.Model]]:
    """Return the portal's own models; photos and what is made from them hold no photos."""
    own = [model for model in apps.get_models() if model._meta.app_label != SHOWCASE and not model._meta.proxy]
    return [model for model in own if model not in {Photo, Rendition} and "wagtail" not in model.__module__]


def all_places() -> list[Place]:
    """Return every place of every model."""
    return [place for model in photo_models() for place in places_of(model)]


def places_of(model: type[models.Model]) -> list[Place]:
    """Return the places of one model: links to photos, blocks, texts that can show pictures."""
    found = []
    for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
        label = f"{model._meta.label_lower}.{field.name}"
        if isinstance(field, StreamField):
            found += [
                Place(
                    model,
                    field,
                    lambda photo, make=make, field=field: field.to_python(make(photo.pk)),
                    f"{label}:{path}",
                )
                for path, make in block_places(field.stream_block, "")
            ]
        elif isinstance(field, RichTextField):
            found.append(Place(model, field, embedded, label))
        elif is_link_to_photo(field):
            found.append(Place(model, field, lambda photo: photo, label))
    return found


def is_link_to_photo(field: Any) -> bool:
    """Tell whether a field points to a photo as something shown; the history of decisions is no use of a photo."""
    is_ignored = getattr(field, "wagtail_reference_index_ignore", False)
    return field.is_relation and field.related_model is Photo and not is_ignored


def embedded(photo: Photo) -> str:
    """Return a text with the photo in it."""
    return f'<embed embedtype="image" id="{photo.pk}" alt="" format="fullwidth"/>'


def block_places(block: blocks.Block, path: str) -> list[tuple[str, Any]]:
    """Return each way down a block to a photo, with what makes the block's stored value for a photo's key."""
    if isinstance(block, ImageChooserBlock):
        return [(path, lambda key: key)]
    if isinstance(block, blocks.RichTextBlock):
        return [(path, lambda key: embedded(Photo(pk=key)))]
    if isinstance(block, blocks.BaseStructBlock):
        return [
            (below, lambda key, name=name, make=make: {**defaults(block), name: make(key)})
            for name, child in block.child_blocks.items()
            for below, make in block_places(child, f"{path}.{name}")
        ]
    if isinstance(block, blocks.ListBlock):
        return [
            (below, lambda key, make=make: [stored("item", make(key))])
            for below, make in block_places(block.child_block, f"{path}[]")
        ]
    if isinstance(block, blocks.BaseStreamBlock):
        return [
            (below, lambda key, name=name, make=make: [stored(name, make(key))])
            for name, child in block.child_blocks.items()
            for below, make in block_places(child, f"{path}/{name}")
        ]
    return []


def defaults(block: blocks.BaseStructBlock) -> dict[str, Any]:
    """Return a struct block's stored value with nothing filled in."""
    return {name: child.get_prep_value(child.get_default()) for name, child in block.child_blocks.items()}


def stored(kind: str, value: Any) -> dict[str, Any]:
    """Return a block as a stream or a list stores it."""
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}
