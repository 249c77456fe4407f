"""Publishing what is due: each page or record by itself, what may not be public yet is held."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.html import strip_tags
from django_tasks import task
from wagtail.log_actions import log, registry
from wagtail.models import Revision

from media.letters import tell_of_hold

HELD = "media.held"

logger = logging.getLogger("media.publishing")


@dataclass(frozen=True)
class HeldRevision:
    """A due revision that stays on the schedule, and why."""

    revision: Revision
    reasons: str


def publish_due() -> Iterator[HeldRevision]:
    """Publish each due revision in a transaction of its own; yield those that are held.

    A held one stays on the schedule. The lock on its row lets two runs at once publish it only once.
    """
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at")
    for key in list(due.values_list("pk", flat=True)):
        held = _publish(key)
        if held is not None:
            yield held


@task()
def release_held() -> int:
    """Publish what is due as soon as a credit is approved; return how many stay held."""
    return len(list(publish_due()))


def _publish(key: int) -> HeldRevision | None:
    try:
        with transaction.atomic():
            waiting = Revision.objects.select_for_update(of=("self",)).filter(approved_go_live_at__isnull=False)
            revision = waiting.filter(pk=key).first()
            if revision is not None:
                revision.publish(log_action="wagtail.publish.scheduled")
    except ValidationError as refusal:
        return hold(Revision.objects.get(pk=key), refusal)
    return None


def hold(revision: Revision, refusal: ValidationError) -> HeldRevision:
    """Say in the log, in the record's history and to whoever wrote the version why it waits; each only once."""
    reasons = "; ".join(str(message) for message in refusal.messages)
    logger.warning("held: %s (revision %s): %s", revision.object_str, revision.pk, reasons)
    record = revision.content_object
    known = registry.get_logs_for_instance(record).filter(action=HELD, revision=revision)
    if not known.exists():
        log(instance=record, action=HELD, revision=revision, data={"reasons": strip_tags(reasons)})
        transaction.on_commit(lambda: tell_of_hold.enqueue(revision.pk, strip_tags(reasons)))
    return HeldRevision(revision, reasons)
