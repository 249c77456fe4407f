"""Closes imports nobody went on with, and forgets the rows of those too old to be undone."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.imports.enums import OPEN, RunStatus
from portal.imports.models import ImportRun
from portal.imports.services import reject

DAYS_KEPT = 30
DAYS_TO_UNDO = 180


class Command(BaseCommand):
    help = "Close imports that were left open and drop the rows of those too old to be undone."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        for run in ImportRun.objects.filter(status__in=OPEN, touched_at__lt=now - timedelta(days=DAYS_KEPT)):
            reject(run, None)
        ended = ImportRun.objects.filter(touched_at__lt=now - timedelta(days=DAYS_TO_UNDO)).exclude(status__in=OPEN)
        for run in ended.filter(status__in=(RunStatus.UNDONE, RunStatus.REJECTED, RunStatus.APPLIED)):
            run.rows.all()._raw_delete(run.rows.db)
