"""Fixtures of import tests: a kind of import that exists only here, and runs made from text."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.accounts.tests.factories import make_administrator
from portal.imports import kinds
from portal.imports.checking import check_run
from portal.imports.enums import RunStatus
from portal.imports.services import start_import
from portal.imports.tests.sample_kind import RedirectsKind


@pytest.fixture
def kind(monkeypatch):
    sample = RedirectsKind()
    monkeypatch.setattr(kinds, "_kinds", {sample.slug: sample})
    return sample


@pytest.fixture
def person(db):
    return make_administrator()


@pytest.fixture
def upload(kind, person):
    """Bring a table in without checking it."""

    def bring(text, name="таблица.csv", encoding=""):
        content = text.encode() if isinstance(text, str) else text
        return start_import(kind, SimpleUploadedFile(name, content), person, encoding)

    return bring


@pytest.fixture
def checked(upload):
    """Bring a table in and check it."""

    def bring(text, **options):
        run = upload(text, **options)
        run.status = RunStatus.CHECKING
        run.save()
        check_run(run.pk)
        run.refresh_from_db()
        return run

    return bring
