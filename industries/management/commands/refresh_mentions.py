from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from industries.mentions.keeping import keep_all_texts


class Command(BaseCommand):
    """Read anew all public texts that cards look for names of organisations in."""

    help = "Read anew every public text that enterprise cards are mentioned in."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say how many texts there are."""
        self.stdout.write(_("Публичных текстов: %(count)d.") % {"count": keep_all_texts()})
