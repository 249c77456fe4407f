"""Sends the letters about enquiries that could not be sent when they came."""

import logging
from typing import Any

from django.core.management.base import BaseCommand

from technopolis.enquiries.letters import send_enquiry_letter
from technopolis.models import Enquiry

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Sends waiting letters about enquiries; run every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
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
