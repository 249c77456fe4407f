"""An import of 100,000 enterprises, all of them plainly synthetic; run by ``make bench``."""

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
from portal.imports.writing import write_run

ROWS = 100_000
MOST_SECONDS = 90
MOST_MEGABYTES = 400
HEADER = ["Название", "Отрасль", "Рынки", "Продукция", "Год основания", "На дату"]


def synthetic_rows():
    """Yield rows nobody could take for real ones."""
    for number in range(ROWS):
        yield [f"Синтетическая запись {number}", "instruments", "Турция", f"изделие {number % 100}", 2000, "2026-01"]


def peak_megabytes():
    """Return the most memory this process has used so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@pytest.mark.benchmark
@pytest.mark.django_db
@pytest.mark.parametrize("stream", [stream_csv, stream_xlsx])
def test_a_hundred_thousand_enterprises_are_imported_in_time_and_memory(stream, capsys):
    IndustryFactory()
    MarketFactory()
    content = b"".join(stream(Sheet("Записи", HEADER, synthetic_rows())))
    before = peak_megabytes()
    began = time.perf_counter()
    run = start_import(EnterprisesKind(), SimpleUploadedFile("записи", content), make_administrator())
    ImportRun.objects.filter(pk=run.pk).update(status=RunStatus.CHECKING)
    check_run(run.pk)
    checked = time.perf_counter()
    ImportRun.objects.filter(pk=run.pk).update(status=RunStatus.APPLYING)
    write_run(run.pk)
    written = time.perf_counter()
    with capsys.disabled():
        print(  # noqa: T201
            f"\n{connection.vendor} {stream.__name__}: {ROWS} rows, check {checked - began:.1f} s, "
            f"write {written - checked:.1f} s, peak {peak_megabytes()} MB (before {before} MB)"
        )
    assert Enterprise.objects.count() == ROWS
    assert written - began < MOST_SECONDS
    assert peak_megabytes() < MOST_MEGABYTES
