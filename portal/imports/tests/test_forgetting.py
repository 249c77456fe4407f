from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.core.management import call_command
from django.utils import timezone

from portal.imports.enums import RunStatus
from portal.imports.models import ImportRun
from portal.imports.services import StepRefused, begin_undo

pytestmark = pytest.mark.django_db

TABLE = "Прежний адрес;Куда ведёт\n/a;/x/\n"


def grow_old(run, days, **values):
    ImportRun.objects.filter(pk=run.pk).update(touched_at=timezone.now() - timedelta(days=days), **values)


def test_an_import_left_open_for_a_month_is_closed_and_its_file_gone(checked):
    old, fresh = checked(TABLE), checked(TABLE)
    name = old.file.name
    grow_old(old, 31)
    grow_old(fresh, 29)
    call_command("forget_abandoned_imports")
    old.refresh_from_db()
    fresh.refresh_from_db()
    assert (old.status, fresh.status) == (RunStatus.REJECTED, RunStatus.CHECKED)
    assert not storages["private"].exists(name)
    assert storages["private"].exists(fresh.file.name)


def test_the_former_values_of_an_old_import_are_forgotten_and_it_stays_written(checked, person):
    run = checked(TABLE)
    grow_old(run, 181, status=RunStatus.APPLIED)
    call_command("forget_abandoned_imports")
    assert not run.rows.exists()
    with pytest.raises(StepRefused, match="слишком давняя"):
        begin_undo(run, person)


def test_work_in_the_background_is_never_forgotten(checked):
    run = checked(TABLE)
    grow_old(run, 400, status=RunStatus.APPLYING)
    call_command("forget_abandoned_imports")
    assert run.rows.exists()
