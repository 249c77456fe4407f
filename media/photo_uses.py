"""Where a photo is used: on the site, in drafts, on the schedule."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import ReferenceIndex, Revision

from media.models import Photo
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
    """Return every page and record that uses the photo, saved or only drafted; each state once."""
    found: dict[tuple[Any, Any, str], PhotoUse] = {}
    for use in [*_stored_uses(photo), *_many_to_many_uses(photo), *_drafted_uses(photo)]:
        found.setdefault((type(use.record), use.record.pk, str(use.state)), use)
    return list(found.values())


def is_used() -> models.Exists:
    """Return the condition of photos that some saved page or record uses."""
    photo_type = ContentType.objects.get_for_model(Photo)
    key = Cast(models.OuterRef("pk"), models.CharField())
    return models.Exists(ReferenceIndex.objects.filter(to_content_type=photo_type, to_object_id=key))


def _stored_uses(photo: Photo) -> Iterator[PhotoUse]:
    for record, _references in ReferenceIndex.get_grouped_references_to(Photo(pk=photo.pk)):
        yield PhotoUse(record, _saved_state(record))


def _many_to_many_uses(photo: Photo) -> Iterator[PhotoUse]:
    """Yield what points to the photo among many others, which the reference index leaves out."""
    relations: list[Any] = list(Photo._meta.related_objects)
    for relation in relations:
        if relation.many_to_many:
            for record in relation.related_model._base_manager.filter(**{relation.field.name: photo.pk}):
                yield PhotoUse(record, _saved_state(record))


def _drafted_uses(photo: Photo) -> Iterator[PhotoUse]:
    """Yield drafts and scheduled versions: candidates are found by the key in their text, then read properly."""
    unread = models.Q(approved_go_live_at__isnull=False) | models.Q(pk__in=_newest_revisions())
    texts = Revision.objects.filter(unread).annotate(text=Cast("content", models.TextField()))
    for revision in texts.filter(text__contains=str(photo.pk)).order_by("-pk"):
        record = revision.as_object()
        if any(place.photo_key == photo.pk and not place.through for place in photo_places(record)):
            yield PhotoUse(record, SCHEDULED if revision.approved_go_live_at else DRAFT)


def _newest_revisions() -> models.QuerySet:
    """Return the newest revision of each record: what an editor goes on with."""
    newer = Revision.objects.filter(
        base_content_type=models.OuterRef("base_content_type"),
        object_id=models.OuterRef("object_id"),
        pk__gt=models.OuterRef("pk"),
    )
    return Revision.objects.filter(~models.Exists(newer)).values("pk")


def _saved_state(record: models.Model) -> str | Promise:
    return LIVE if getattr(record, "live", True) else DRAFT
