"""Publishes what is due; what may not be public yet is held and blocks nobody."""

import logging
from typing import Any

from django.apps import apps
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as PublishScheduled
from wagtail.models import DraftStateMixin, Page

from media.jobs import finished_run
from media.scheduling import publish_due

logger = logging.getLogger("media.publishing")


class Command(PublishScheduled):
    """Wagtail's command with every due revision published by itself.

    A refused revision stays on the schedule: it goes live when the last of its credits is approved, by that
    approval or by the next run.
    """

    help = "Unpublishes what has expired and publishes what is due; refused pages are held and tried again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Unpublish what has expired, then publish each due revision in a transaction of its own.

        Raises:
            CommandError: something could be neither done nor held. All the rest is done; the run does not count as
                finished, so that the desk's alarm tells of it too.
        """
        if options["dryrun"]:
            super().handle(*args, **options)
            return
        failed = [str(record) for record in self._expired() if not unpublished(record)]
        run = publish_due()
        for held in run.held:
            self.stdout.write(f"held: {held.revision.object_str}: {held.reasons}")
        failed += [f"revision {key}" for key in run.failed]
        if failed:
            raise CommandError(f"Not done, see the log: {'; '.join(failed)}")
        finished_run("publish_scheduled")

    def _expired(self) -> list[Any]:
        drafted = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
        models = [Page, *(model for model in drafted if not issubclass(model, Page))]
        now = timezone.now()
        return [record for model in models for record in model._default_manager.filter(live=True, expire_at__lt=now)]


def unpublished(record: Any) -> bool:
    """Take an expired record off the site; say whether it could be done, as one that can't be stops no other."""
    try:
        with transaction.atomic():
            record.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    except Exception:
        logger.exception("not unpublished: %s %s", record._meta.label, record.pk)
        return False
    return True
