"""Marks credits whose last day has passed; pages have hidden their photos from that midnight on anyway."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from media.decisions import decide
from media.enums import CreditStatus
from media.jobs import AlreadyRunning, only_run
from media.models import Photo
from media.seen_credits import Seen


class Command(BaseCommand):
    """Safe to repeat and to start on several machines."""

    help = "Moves approved credits whose term is over to «срок истёк» and tells the uploaders."

    def handle(self, *args: Any, **options: Any) -> None:
        """Decide on each photo by itself, so that one changed meanwhile stops no other."""
        try:
            with only_run("expire_credits"):
                self.stdout.write(str(self._expire()))
        except AlreadyRunning:
            self.stdout.write("already running")

    def _expire(self) -> int:
        over = Photo.objects.filter(credit_status=CreditStatus.APPROVED, rights_valid_until__lt=timezone.localdate())
        count = 0
        for photo in over.order_by("pk"):
            try:
                reason = _("Последний день прав был %(day)s.") % {"day": f"{photo.rights_valid_until:%d.%m.%Y}"}
                decide(photo, CreditStatus.EXPIRED, None, reason, seen=Seen(CreditStatus.APPROVED))
            except ValidationError as error:
                self.stderr.write(f"{photo.pk}: {' '.join(error.messages)}")
                continue
            count += 1
        return count
