"""What a moderator has seen of a credit, and whether it is still so when the decision arrives."""

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from media.models import CreditDecision, Photo

DIGEST_LENGTH = 24
CHANGED = _("Снимок или права изменились, пока вы смотрели: посмотрите ещё раз.")


class AlreadyDecided(ValidationError):
    """Somebody else has decided since the page was opened."""


class ChangedMeanwhile(AlreadyDecided):
    """The state is the same, but the file, its description or its rights are not those the page has shown."""


class Seen(NamedTuple):
    """The state a decision is made on, and the digest of the rights; empty where only the state matters."""

    status: str
    digest: str = ""

    @classmethod
    def of(cls, photo: Photo) -> "Seen":
        """Return what a page that shows ``photo`` now has to send back with the decision."""
        return cls(photo.credit_status, digest_of(photo))


def digest_of(photo: Photo) -> str:
    """Return the digest of all a decision rests on: the file, its description, the rights and the credit line."""
    values = photo.rights_snapshot() | {"is_decorative": photo.is_decorative}
    text = json.dumps(values, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def refusals_of_unseen(photos: Collection[Photo], seen: Mapping[int, Seen]) -> dict[int, AlreadyDecided]:
    """Return why it may not be decided on those photos that are no longer as they were seen, by their keys.

    A photo that was not seen at all counts as changed. One query when a state has moved on, else none.
    """
    marks = {photo.pk: seen.get(photo.pk) for photo in photos}
    moved = [photo.pk for photo in photos if (mark := marks[photo.pk]) and photo.credit_status != mark.status]
    decided = _newest_decisions(moved)
    refusals: dict[int, AlreadyDecided] = {}
    for photo in photos:
        mark = marks[photo.pk]
        if photo.pk in moved:
            refusals[photo.pk] = AlreadyDecided(_already_decided(photo, decided.get(photo.pk)))
        elif mark is None or (mark.digest and digest_of(photo) != mark.digest):
            refusals[photo.pk] = ChangedMeanwhile(CHANGED)
    return refusals


def _newest_decisions(keys: Collection[int]) -> Mapping[int, CreditDecision]:
    if not keys:
        return {}
    decisions = CreditDecision.objects.filter(photo_id__in=keys).select_related("decided_by").order_by("pk")
    return {decision.photo_id: decision for decision in decisions}


def _already_decided(photo: Photo, decided: CreditDecision | None) -> str:
    values = {"status": photo.get_credit_status_display(), "person": decided.decided_by if decided else None}
    if values["person"] is None:
        return _("Уже решено: сейчас состояние «%(status)s».") % values
    return _("Уже решено: сейчас состояние «%(status)s», решил(а) %(person)s.") % values
