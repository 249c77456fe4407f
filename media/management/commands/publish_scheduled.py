"""Publishes what is due; what may not be public yet is held and blocks nobody."""

from typing import Any

from django.apps import apps
from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as PublishScheduled
from wagtail.models import DraftStateMixin, Page

from media.jobs import finished_run
from media.scheduling import publish_due


class Command(PublishScheduled):
    """Wagtail's command with every due revision published by itself.

    A refused revision stays on the schedule: it goes live when the last of its credits is approved, by that
    approval or by the next run.
    """

    help = "Unpublishes what has expired and publishes what is due; refused pages are held and tried again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Unpublish what has expired, then publish each due revision in a transaction of its own."""
        if options["dryrun"]:
            super().handle(*args, **options)
            return
        for record in self._expired():
            record.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        for held in publish_due():
            self.stdout.write(f"held: {held.revision.object_str}: {held.reasons}")
        finished_run("publish_scheduled")

    def _expired(self) -> list[Any]:
        drafted = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
        models = [Page, *(model for model in drafted if not issubclass(model, Page))]
        now = timezone.now()
        return [record for model in models for record in model._default_manager.filter(live=True, expire_at__lt=now)]
