"""Goes on making the files of photos that a storage or a worker has failed."""

from typing import Any

from django.core.management.base import BaseCommand

from media.file_work import is_due, make_waiting_files
from media.jobs import AlreadyRunning, only_run


class Command(BaseCommand):
    """Safe to repeat and to start on several machines: the work itself is a task of the worker."""

    help = "Hands the worker the photos whose files are still to be made, when a pause after a failure is over."

    def handle(self, *args: Any, **options: Any) -> None:
        """Start the task where something is due."""
        try:
            with only_run("retry_photo_files"):
                is_waiting = is_due()
                if is_waiting:
                    make_waiting_files.enqueue()
                self.stdout.write("started" if is_waiting else "nothing is due")
        except AlreadyRunning:
            self.stdout.write("already running")
