"""Writes the error pages a proxy shows by itself."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from portal.core.errors import error_body

STATUSES = (413, 429, 503)


class Command(BaseCommand):
    help = "Writes the error pages a proxy shows by itself into the folder «errors» of VAR_DIR."

    def handle(self, *args: Any, **options: Any) -> None:
        folder = settings.VAR_DIR / "errors"
        folder.mkdir(parents=True, exist_ok=True)
        with translation.override(settings.LANGUAGE_CODE):
            for status in STATUSES:
                (folder / f"{status}.html").write_text(error_body(status, settings.LANGUAGE_CODE), encoding="utf-8")
        self.stdout.write(f"Error pages written to {folder}.")
