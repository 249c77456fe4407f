"""A process that writes an import is killed for real, half-way."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from wagtail.contrib.redirects.models import Redirect

from portal.imports.enums import RowState, RunStatus
from portal.imports.models import ImportRow, ImportRun
from portal.imports.writing import write_run

ROOT = Path(__file__).resolve().parents[3]
WRITE_AND_DIE = """
import os, signal, sys
import django
django.setup()
from portal.imports import kinds, writing
from portal.imports.tests.sample_kind import RedirectsKind
from wagtail.contrib.redirects.models import Redirect
writing.ROWS_A_BATCH = 5
kind = RedirectsKind()
write = kind.write
def write_and_die(rows, run):
    write(rows, run)
    if Redirect.objects.count() > 10:
        os.kill(os.getpid(), signal.SIGKILL)
kind.write = write_and_die
kinds.register_import_kind(kind)
writing.write_run(int(sys.argv[1]))
"""


def address_of_database():
    """Return the address of the database this test runs on."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return f"postgresql://{settings['USER']}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"


@pytest.mark.django_db(transaction=True)
def test_an_import_killed_half_way_leaves_the_old_data_and_is_resumed(kind):
    Redirect.objects.create(old_path="/1", redirect_link="/old/")
    run = ImportRun.objects.create(kind=kind.slug, status=RunStatus.APPLYING, file_name="таблица.csv")
    known = Redirect.objects.get().pk
    rows = [
        ImportRow(
            run=run,
            number=number,
            state=RowState.CHANGED if number == 1 else RowState.NEW,
            record=known if number == 1 else None,
            values={"old_path": f"/{number}", "redirect_link": "/new/"},
            before={"redirect_link": "/old/"} if number == 1 else {},
        )
        for number in range(1, 41)
    ]
    ImportRow.objects.bulk_create(rows)
    killed = subprocess.run(
        [sys.executable, "-c", WRITE_AND_DIE, str(run.pk)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": address_of_database(), "DJANGO_SETTINGS_MODULE": "portal.settings.test"},
        check=False,
        timeout=120,
    )
    assert killed.returncode == -signal.SIGKILL
    run.refresh_from_db()
    assert run.status == RunStatus.APPLYING
    assert list(Redirect.objects.values_list("old_path", "redirect_link")) == [("/1", "/old/")]
    write_run(run.pk)
    run.refresh_from_db()
    assert run.status == RunStatus.APPLIED
    assert Redirect.objects.filter(redirect_link="/new/").count() == 40
