"""Publishing what is due: each page or record by itself, what may not be public yet is held."""

import logging
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
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


@dataclass
class PublishingRun:
    """What was not published: held for a reason an editor can mend, or failed by the keys of the revisions."""

    held: list[HeldRevision] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)


def publish_due() -> PublishingRun:
    """Publish each due revision in a transaction of its own; return those that are not published.

    They stay on the schedule and stop no other. The lock on its row lets two runs at once publish one only once.
    """
    run = PublishingRun()
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at")
    for key in list(due.values_list("pk", flat=True)):
        try:
            held = _publish(key)
        except Exception:  # whatever a record's own code raises must stay with this one record
            logger.exception("not published: revision %s", key)
            run.failed.append(key)
        else:
            run.held += [held] if held else []
    return run


@task()
def release_held() -> int:
    """Publish what is due as soon as a credit is approved; return how many stay on the schedule."""
    run = publish_due()
    return len(run.held) + len(run.failed)


def _publish(key: int) -> HeldRevision | None:
    try:
        with transaction.atomic():
            waiting = Revision.objects.select_for_update(of=("self",)).filter(approved_go_live_at__isnull=False)
            revision = waiting.filter(pk=key).first()
            if revision is not None:
                revision.publish(log_action="wagtail.publish.scheduled")
    except ValidationError as refusal:
        return hold(Revision.objects.get(pk=key), refusal)
    except IntegrityError:
        revision = Revision.objects.get(pk=key)
        return hold(revision, _refusal_of_database(revision))
    return None


def _refusal_of_database(revision: Revision) -> ValidationError:
    """Say in the record's own words what the database would not take."""
    record = revision.as_object()
    try:
        record.validate_unique()
        record.validate_constraints()
    except ValidationError as refusal:
        return refusal
    return ValidationError(_("База данных не приняла запись: её значения спорят с другой записью."))


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
