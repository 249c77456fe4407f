"""An import of 100,000 enterprises, all of them plainly synthetic; run by ``make bench``.

Transactions are committed and background tasks put into the database's queue, as in production. The seconds of this
process are told beside those of the clock: on a busy machine only they can be compared.
"""

import resource
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from industries.enterprise_import.kind import EnterprisesKind
from industries.models import Enterprise
from industries.tests.factories import IndustryFactory, MarketFactory
from portal.accounts.tests.factories import make_administrator
from portal.core.spreadsheets import Sheet, stream_csv, stream_xlsx
from portal.imports.checking import check_run
from portal.imports.enums import RunStatus
from portal.imports.models import ImportRun
from portal.imports.services import start_import
from portal.imports.writing import undo_run, write_run

ROWS = 100_000
MOST_SECONDS = 90
MOST_SECONDS_TO_UNDO = 240
MOST_MEGABYTES = 400
HEADER = ["Название", "Отрасль", "Рынки", "Продукция", "Год основания", "На дату"]


def synthetic_rows():
    """Yield rows nobody could take for real ones."""
    for number in range(ROWS):
        yield [f"Синтетическая запись {number}", "instruments", "Турция", f"изделие {number % 100}", 2000, "2026-01"]


def peak_megabytes():
    """Return the most memory this process has used so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def timed(work, run, status):
    """Put the run into a state, do the work and return its seconds by the clock and of the processor."""
    ImportRun.objects.filter(pk=run.pk).update(status=status)
    began, processor = time.perf_counter(), time.process_time()
    work(run.pk)
    return time.perf_counter() - began, time.process_time() - processor


@pytest.mark.benchmark
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("stream", [stream_csv, stream_xlsx])
def test_a_hundred_thousand_enterprises_are_imported_in_time_and_memory(stream, settings, capsys):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    IndustryFactory()
    MarketFactory()
    content = b"".join(stream(Sheet("Записи", HEADER, synthetic_rows())))
    before = peak_megabytes()
    run = start_import(EnterprisesKind(), SimpleUploadedFile("записи", content), make_administrator())
    checked = timed(check_run, run, RunStatus.CHECKING)
    written = timed(write_run, run, RunStatus.APPLYING)
    made = Enterprise.objects.count()
    undone = timed(undo_run, run, RunStatus.UNDOING)
    with capsys.disabled():
        print(f"\n{connection.vendor} {stream.__name__}: {ROWS} rows, memory {before} to {peak_megabytes()} MB")  # noqa: T201
        for name, (clock, processor) in (("check", checked), ("write", written), ("undo", undone)):
            print(f"{name}: {clock:.1f} s, processor {processor:.1f} s")  # noqa: T201
    assert made == ROWS
    assert Enterprise.objects.count() == 0
    assert checked[0] + written[0] < MOST_SECONDS
    assert undone[0] < MOST_SECONDS_TO_UNDO
    assert peak_megabytes() < MOST_MEGABYTES
