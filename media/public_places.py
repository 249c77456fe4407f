"""Where visitors meet photos: the public pages and records that use them, whatever the number of photos."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Page, ReferenceIndex

from media.models import Photo
from media.public_pages import open_pages

UsesByModel = dict[type[models.Model], dict[str, set[int]]]


@dataclass(frozen=True)
class PublicPlace:
    """A public page or record that shows a photo."""

    title: str
    url: str


def used_photo_keys() -> set[int]:
    """Return the photos that stand on something public. A query for each kind of thing that uses photos."""
    keys: set[int] = set()
    for model, uses in _uses().items():
        records = _public(model, uses)
        is_page = issubclass(model, Page)
        public = records.values_list("pk", flat=True) if is_page else [item.pk for item in records if _place(item)]
        keys.update(*(uses[str(key)] for key in public))
    return keys


def public_places(photo_keys: Collection[int]) -> dict[int, list[PublicPlace]]:
    """Return the public places of each photo, by title; the number of queries does not grow with either."""
    found: dict[int, list[PublicPlace]] = defaultdict(list)
    for model, uses in _uses(photo_keys).items():
        for record in _loaded(_public(model, uses)):
            place = _place(record)
            for key in uses[str(record.pk)]:
                if place and place not in found[key]:
                    found[key].append(place)
    return {key: sorted(places, key=lambda place: place.title) for key, places in found.items()}


def open_records(records: models.QuerySet) -> models.QuerySet:
    """Keep what visitors may see: by the queryset's own ``open_to_visitors``, else what is published."""
    if hasattr(records, "open_to_visitors"):
        return records.open_to_visitors()
    return records.filter(live=True) if hasattr(records.model, "live") else records


def _uses(photo_keys: Collection[int] | None = None) -> UsesByModel:
    """Return which records use which photos: the photos themselves, or records that have no address and use them."""
    rows = _references(Photo, None if photo_keys is None else map(str, photo_keys))
    uses = _by_model((model, key, {int(target)}) for model, key, target in rows)
    carriers = {model: keys for model, keys in uses.items() if not _has_address(model)}
    for model, keys in carriers.items():
        carried = ((user, key, keys[target]) for user, key, target in _references(model, keys))
        for user, places in _by_model(carried).items():
            for key, photos in places.items():
                uses.setdefault(user, defaultdict(set))[key] |= photos
    return {model: keys for model, keys in uses.items() if _has_address(model)}


def _references(target: type[models.Model], keys: Iterable[str] | None) -> list[tuple[type[models.Model], str, str]]:
    rows = ReferenceIndex.objects.filter(to_content_type=ContentType.objects.get_for_model(target))
    if keys is not None:
        rows = rows.filter(to_object_id__in=list(keys))
    found = rows.values_list("base_content_type", "object_id", "to_object_id").distinct()
    pairs = [(ContentType.objects.get_for_id(kind).model_class(), key, used) for kind, key, used in found]
    return [(model, key, used) for model, key, used in pairs if model is not None]


def _by_model(rows: Iterable[tuple[type[models.Model], str, set[int]]]) -> UsesByModel:
    uses: UsesByModel = defaultdict(lambda: defaultdict(set))
    for model, key, photos in rows:
        uses[model][key] |= photos
    return uses


def _has_address(model: type[models.Model]) -> bool:
    return issubclass(model, Page) or hasattr(model, "get_absolute_url")


def _public(model: type[models.Model], uses: Mapping[str, set[int]]) -> models.QuerySet:
    if issubclass(model, Page):
        return open_pages().filter(pk__in=list(uses))
    return open_records(model._default_manager.filter(pk__in=list(uses)))


def _loaded(records: models.QuerySet) -> Iterable[models.Model]:
    return _with_parents(list(records.specific())) if issubclass(records.model, Page) else records  # type: ignore[attr-defined]


def _with_parents(pages: list[Page]) -> list[Page]:
    """Give each page its parent, all read at once: a section's address is its article's."""
    above = {page.pk: Page._get_basepath(page.path, page.depth - 1) for page in pages}
    parents = {parent.path: parent for parent in Page.objects.filter(path__in=set(above.values()))}
    for page in pages:
        page._cached_parent_obj = parents.get(above[page.pk])
    return pages


def _place(record: models.Model) -> PublicPlace | None:
    url = record.get_url() if isinstance(record, Page) else record.get_absolute_url()  # type: ignore[attr-defined]
    return PublicPlace(str(record), url) if url else None
