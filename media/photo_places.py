"""Where a page or a record uses photos: in its fields, its content, its children and the records it shows."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from media.models import Photo

# Records of these apps are not content: following them would lead from a page to users and files of the system.
NOT_FOLLOWED = frozenset(
    {"accounts", "auth", "contenttypes", "taggit", "wagtailadmin", "wagtailcore", "wagtaildocs", "wagtailimages"}
)


@dataclass(frozen=True)
class PhotoPlace:
    """One place of a photo.

    ``path`` begins with a field's name and goes down through block ids and names; ``through`` names the record the
    photo stands in when that is not the examined one itself.
    """

    photo_key: int
    path: str
    through: str = ""


@dataclass(frozen=True)
class _Reference:
    model: type[models.Model]
    key: Any
    path: str


def photo_places(instance: models.Model) -> list[PhotoPlace]:
    """Return the places where ``instance``, as it is in memory, uses photos.

    Follows records, not other pages, level by level: one query for each model of a level, whatever the number of
    records; models that lead to no photo cost nothing.
    """
    found: list[PhotoPlace] = []
    seen: set[tuple[type[models.Model], Any]] = {(instance._meta.concrete_model or type(instance), instance.pk)}
    level: list[tuple[models.Model, list[tuple[str, str]]]] = [(instance, [("", "")])]
    while level:
        wanted: dict[type[models.Model], dict[Any, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
        for record, origins in level:
            for reference in _references(record):
                places = [(path or reference.path, through) for path, through in origins]
                if issubclass(reference.model, Photo):
                    found += [PhotoPlace(int(reference.key), path, through) for path, through in places]
                elif (reference.model, reference.key) not in seen and leads_to_photos(reference.model):
                    wanted[reference.model][reference.key] += places
        level = list(_next_level(wanted, seen))
    return found


def _next_level(
    wanted: dict[type[models.Model], dict[Any, list[tuple[str, str]]]], seen: set[tuple[type[models.Model], Any]]
) -> Iterator[tuple[models.Model, list[tuple[str, str]]]]:
    for model, places_by_key in wanted.items():
        seen |= {(model, key) for key in places_by_key}
        for record in model._base_manager.filter(pk__in=list(places_by_key)):
            yield record, [(path, through or str(record)) for path, through in places_by_key[record.pk]]


@lru_cache(maxsize=512)
def leads_to_photos(model: type[models.Model]) -> bool:
    """Tell whether a record of ``model`` may hold a photo, itself or through the records it points to.

    Rich text and streams count as holding one: what is in them is known only from the record.
    """
    waiting, known = [model], {model}
    while waiting:
        for field in waiting.pop()._meta.get_fields():
            target = _pointed_to(field)
            if hasattr(field, "extract_references") or (target and issubclass(target, Photo)):
                return True
            if target and target not in known and _is_followed(target):
                known.add(target)
                waiting.append(target)
    return False


def _references(record: models.Model) -> Iterator[_Reference]:
    fields: list[Any] = list(record._meta.get_fields())
    for field in fields:
        if hasattr(field, "extract_references"):
            yield from _content_references(record, field)
            continue
        target = _pointed_to(field)
        if target is None or not (issubclass(target, Photo) or (_is_followed(target) and leads_to_photos(target))):
            continue
        if _is_child_relation(field):
            yield from _child_references(record, field)
        elif field.many_to_many:
            yield from (_Reference(target, other.pk, field.name) for other in field.value_from_object(record))
        elif (key := field.value_from_object(record)) is not None:
            yield _Reference(target, key, field.name)


def _content_references(record: models.Model, field: Any) -> Iterator[_Reference]:
    value = field.value_from_object(record)
    if value is None:
        return
    for model, key, _model_path, content_path in field.extract_references(value):
        if issubclass(model, Photo) or _is_followed(model):
            yield _Reference(model, model._meta.pk.to_python(key), f"{field.name}.{content_path}")


def _child_references(record: models.Model, relation: Any) -> Iterator[_Reference]:
    name = relation.get_accessor_name()
    for position, child in enumerate(getattr(record, name).all()):
        for reference in _references(child):
            yield _Reference(reference.model, reference.key, f"{name}.{child_key(child, position)}.{reference.path}")


def child_key(child: models.Model, position: int) -> str:
    """Return what a place calls an inline child: its key, or its position among the children while it has none."""
    return f"new-{position}" if child.pk is None else str(child.pk)


def _pointed_to(field: Any) -> type[models.Model] | None:
    """Return the model a field leads to in the direction from a record to what it shows."""
    if not field.is_relation or not isinstance(field.related_model, type):
        return None
    if _is_child_relation(field):
        return field.related_model
    leads_back = field.auto_created or isinstance(field, ParentalKey)
    is_ignored = getattr(field, "wagtail_reference_index_ignore", False)
    leads_on = field.many_to_one or field.one_to_one or field.many_to_many
    return field.related_model if leads_on and not leads_back and not is_ignored else None


def _is_child_relation(field: Any) -> bool:
    return field.auto_created and field.one_to_many and isinstance(field.remote_field, ParentalKey)


def _is_followed(model: type[models.Model]) -> bool:
    return not issubclass(model, Page) and model._meta.app_label not in NOT_FOLLOWED
