"""Where a photo is used: on the site, in drafts, on the schedule."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import ReferenceIndex, Revision

from media.models import Photo, Rendition
from media.photo_places import photo_places

LIVE, DRAFT, SCHEDULED = _("на сайте"), _("в черновике"), _("по расписанию")


@dataclass(frozen=True)
class PhotoUse:
    """One page or record that uses a photo, and in which of its states."""

    record: models.Model
    state: str | Promise

    @property
    def kind(self) -> str:
        """What the record is."""
        return capfirst(str(self.record._meta.verbose_name))


def uses_of(photo: Photo) -> list[PhotoUse]:
    """Return every page and record that uses the photo, saved or only drafted; each state once.

    Reads the tables themselves: the reference index follows later, leaves out many-to-many fields and tracks only
    what the admin edits as a page or a snippet.
    """
    found: dict[tuple[Any, Any, str], PhotoUse] = {}
    for use in [*_stored_uses(photo), *_drafted_uses(photo)]:
        found.setdefault((type(use.record), use.record.pk, str(use.state)), use)
    return list(found.values())


def is_used() -> models.Q:
    """Return the condition of photos that some saved page or record uses."""
    photo_type = ContentType.objects.get_for_model(Photo)
    key = Cast(models.OuterRef("pk"), models.CharField())
    indexed = ReferenceIndex.objects.filter(to_content_type=photo_type, to_object_id=key)
    condition = models.Q(models.Exists(indexed))
    for model in _models_with_photos():
        for field in _pointing_fields(model):
            pointing = model._base_manager.filter(**{field.name: models.OuterRef("pk")})
            condition |= models.Q(models.Exists(pointing))
    return condition


def _stored_uses(photo: Photo) -> Iterator[PhotoUse]:
    for model in _models_with_photos():
        pointing = models.Q(pk__in=())
        for field in _pointing_fields(model):
            pointing |= models.Q(**{field.name: photo.pk})
        certain = set(model._base_manager.filter(pointing).values_list("pk", flat=True))
        texts = {f"text_of_{field.name}": Cast(field.name, models.TextField()) for field in _content_fields(model)}
        written = models.Q(pk__in=certain)
        for name in texts:
            written |= models.Q(**{f"{name}__contains": str(photo.pk)})
        for record in model._base_manager.annotate(**texts).filter(written):
            if record.pk in certain or _holds(record, photo):
                owner = _owner(record)
                yield PhotoUse(owner, LIVE if getattr(owner, "live", True) else DRAFT)


def _drafted_uses(photo: Photo) -> Iterator[PhotoUse]:
    """Yield drafts and scheduled versions: candidates are found by the key in their text, then read properly."""
    unread = models.Q(approved_go_live_at__isnull=False) | models.Q(pk__in=_newest_revisions())
    texts = Revision.objects.filter(unread).annotate(text=Cast("content", models.TextField()))
    for revision in texts.filter(text__contains=str(photo.pk)).order_by("-pk"):
        record = revision.as_object()
        is_unpublished = getattr(record, "has_unpublished_changes", True) or not getattr(record, "live", True)
        if (revision.approved_go_live_at or is_unpublished) and _holds(record, photo):
            yield PhotoUse(record, SCHEDULED if revision.approved_go_live_at else DRAFT)


def _newest_revisions() -> models.QuerySet:
    """Return the newest revision of each record: what an editor goes on with."""
    newer = Revision.objects.filter(
        base_content_type=models.OuterRef("base_content_type"),
        object_id=models.OuterRef("object_id"),
        pk__gt=models.OuterRef("pk"),
    )
    return Revision.objects.filter(~models.Exists(newer)).values("pk")


def _holds(record: models.Model, photo: Photo) -> bool:
    return any(place.photo_key == photo.pk and not place.through for place in photo_places(record))


def _owner(record: models.Model) -> models.Model:
    """Return the page or record an inline child belongs to."""
    for field in record._meta.concrete_fields:
        if isinstance(field, ParentalKey):
            parent = getattr(record, field.name)
            return record if parent is None else _owner(getattr(parent, "specific", parent))
    return record


@lru_cache(maxsize=1)
def _models_with_photos() -> tuple[type[models.Model], ...]:
    own = {Photo, Rendition}
    return tuple(
        model
        for model in apps.get_models()
        if model not in own and not model._meta.proxy and (_pointing_fields(model) or _content_fields(model))
    )


def _pointing_fields(model: type[models.Model]) -> list[Any]:
    fields: list[Any] = [*model._meta.local_fields, *model._meta.local_many_to_many]
    return [
        field
        for field in fields
        if isinstance(field.remote_field and field.related_model, type)
        and issubclass(field.related_model, Photo)
        and not field.auto_created
        and not getattr(field, "wagtail_reference_index_ignore", False)
        and not getattr(field.remote_field, "parent_link", False)
    ]


def _content_fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.local_fields if hasattr(field, "extract_references")]
