"""Sends the letters about enquiries that could not be sent when they came."""

from typing import Any

from django.core.management.base import BaseCommand

from technopolis.enquiries.letters import send_enquiry_letter
from technopolis.models import Enquiry


class Command(BaseCommand):
    help = "Sends waiting letters about enquiries; run every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        waiting = Enquiry.objects.filter(letter_sent_at__isnull=True, erased_at__isnull=True)
        sent = sum(send_enquiry_letter.call(key) for key in waiting.values_list("pk", flat=True))
        self.stdout.write(f"Sent: {sent}.")
