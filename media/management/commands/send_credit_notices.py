"""Sends the daily letters of the moderators' desk."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import override

from media.jobs import AlreadyRunning, only_run
from media.notices import send_digest, send_expiry_notices


class Command(BaseCommand):
    """Safe to repeat and to start on several machines: each letter has a key and goes out once."""

    help = "Sends the digest of the queue and the notices of rights that end in 30, 14 and 3 days."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send what has not been sent."""
        try:
            with only_run("send_credit_notices"), override(settings.LANGUAGE_CODE):
                self.stdout.write(f"digest: {send_digest()}, expiry: {send_expiry_notices()}")
        except AlreadyRunning:
            self.stdout.write("already running")
