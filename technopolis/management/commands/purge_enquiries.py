"""Erases the personal data of enquiries that have served their time."""

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from media.jobs import AlreadyRunning, only_run
from technopolis.models import Enquiry

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Safe to repeat and to start on several machines."""

    help = "Erases the personal data of enquiries past their last day; run daily."

    def handle(self, *args: Any, **options: Any) -> None:
        """Erase what is due; say how many.

        Raises:
            CommandError: some could not be erased; the others are.
        """
        try:
            with only_run("purge_enquiries"):
                self._erase()
        except AlreadyRunning:
            self.stdout.write("Already running.")

    def _erase(self) -> None:
        due = Enquiry.objects.filter(erased_at__isnull=True, kept_until__lt=timezone.localdate())
        outcomes = [_is_erased(enquiry) for enquiry in due]
        self.stdout.write(f"Erased: {sum(outcomes)}.")
        if not all(outcomes):
            raise CommandError(f"Could not erase {outcomes.count(False)}; see the log.")


def _is_erased(enquiry: Enquiry) -> bool:
    """Erase one enquiry; one that fails keeps no other from being erased."""
    try:
        enquiry.erase()
    except Exception:
        logger.exception("Enquiry %s could not be erased; it is tried again next time.", enquiry.pk)
        return False
    return True
