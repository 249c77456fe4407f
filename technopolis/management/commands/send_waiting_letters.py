"""Sends the letters about enquiries that could not be sent when they came."""

import logging
from typing import Any

from django.core.management.base import BaseCommand

from media.jobs import AlreadyRunning, only_run
from technopolis.enquiries.letters import send_enquiry_letter
from technopolis.models import Enquiry

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Safe to repeat and to start on several machines."""

    help = "Sends waiting letters about enquiries; run every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send what waits; a letter that still can't be sent waits on."""
        try:
            with only_run("send_waiting_letters"):
                self._send()
        except AlreadyRunning:
            self.stdout.write("Already running.")

    def _send(self) -> None:
        waiting = Enquiry.objects.filter(letter_sent_at__isnull=True, erased_at__isnull=True).order_by("created_at")
        sent = sum(_is_sent(key) for key in waiting.values_list("pk", flat=True))
        self.stdout.write(f"Sent: {sent}.")


def _is_sent(key: int) -> bool:
    """Send one letter; one that fails keeps no other from going out."""
    try:
        return send_enquiry_letter.call(key)
    except Exception:
        logger.exception("The letter about enquiry %s could not be sent; it is tried again next time.", key)
        return False
