"""Erases the personal data of enquiries that have served their time."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from technopolis.models import Enquiry


class Command(BaseCommand):
    help = "Erases the personal data of enquiries past their last day; run daily."

    def handle(self, *args: Any, **options: Any) -> None:
        due = Enquiry.objects.filter(erased_at__isnull=True, kept_until__lt=timezone.localdate())
        erased = 0
        for enquiry in due.iterator():
            enquiry.erase()
            erased += 1
        self.stdout.write(f"Erased: {erased}.")
