"""Checks the chains of decisions on credits."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from media.journal import broken_links


class Command(BaseCommand):
    help = "Tells whether any decision on a credit was changed or removed past the site."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what is broken.

        Raises:
            CommandError: something is.
        """
        found = list(broken_links())
        for line in found:
            self.stdout.write(line)
        if found:
            raise CommandError(f"{len(found)} broken links")
        self.stdout.write("whole")
