"""Switches off the demonstration logins."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.accounts.demo_logins import remove_demo_logins


class Command(BaseCommand):
    help = "Switches off the demonstration logins; what they have written stays."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Demonstration logins switched off: {remove_demo_logins()}")
