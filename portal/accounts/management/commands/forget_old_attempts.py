"""Deletes attempts and security events that have served their time."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.accounts.attempts import forget_old_counters
from portal.accounts.models import SecurityEvent


class Command(BaseCommand):
    help = "Deletes attempt counters quiet for a day and security events older than a number of days."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--keep-days", type=int, default=365, help="how long security events are kept")

    def handle(self, *args: Any, **options: Any) -> None:
        oldest = timezone.now() - timedelta(days=options["keep_days"])
        events, _ = SecurityEvent.objects.filter(happened_at__lt=oldest).delete()
        self.stdout.write(f"Forgotten: {forget_old_counters()} counter(s), {events} event(s).")
