"""Publishes what is due; what may not be public yet is held and blocks nobody."""

import logging
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as PublishScheduled
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger("media.publishing")


class Command(PublishScheduled):
    """Wagtail's command with every due revision published by itself.

    A refused revision stays on the schedule, so each run tries it again: it goes live by the first run after the
    last of its credits is approved.
    """

    help = "Unpublishes what has expired and publishes what is due; refused pages are held and tried again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Unpublish what has expired, then publish each due revision in a transaction of its own."""
        if options["dryrun"]:
            super().handle(*args, **options)
            return
        for record in self._expired():
            record.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        for revision in self._due():
            self._publish(revision)

    def _expired(self) -> list[Any]:
        drafted = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
        models = [Page, *(model for model in drafted if not issubclass(model, Page))]
        now = timezone.now()
        return [record for model in models for record in model._default_manager.filter(live=True, expire_at__lt=now)]

    def _due(self) -> list[Revision]:
        due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
        return list(due.order_by("approved_go_live_at"))

    def _publish(self, revision: Revision) -> None:
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
        except ValidationError as refusal:
            reasons = "; ".join(str(message) for message in refusal.messages)
            logger.warning("held: %s (revision %s): %s", revision.object_str, revision.pk, reasons)
            self.stdout.write(f"held: {revision.object_str}: {reasons}")
