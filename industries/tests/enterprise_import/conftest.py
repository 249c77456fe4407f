"""Steps of an import of enterprises, taken as an editor takes them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from industries.enterprise_import.kind import EnterprisesKind
from industries.tests.factories import IndustryFactory, MarketFactory
from portal.accounts.tests.factories import make_administrator
from portal.core.models import ContentVersion
from portal.figures.models import Source
from portal.imports.services import check_again, start_import

INN, OTHER_INN = "7700000009", "7700000016"
ADDRESS = "https://example.org/zavod"


def problem(run):
    """Return what the only row of an import is refused for."""
    return run.rows.get().problems[0]["text"]


def commit():
    """Do what the end of a transaction does."""
    entries, connection.run_on_commit = connection.run_on_commit, []
    for entry in entries:
        entry[1]()


def content_version():
    """Return the number that lists and kept pages are read anew by."""
    return ContentVersion.objects.values_list("number", flat=True).first() or 0


@pytest.fixture(autouse=True)
def vocabularies():
    IndustryFactory()
    MarketFactory()
    MarketFactory(
        name="Индия", slug="india", iso_code="IN", genitive="Индии", accusative="в Индию", locative="в Индии",
        english_name="India",
    )  # fmt: skip


@pytest.fixture
def source():
    return Source.objects.create(publisher="Вестник", title="О заводе", url=ADDRESS)


@pytest.fixture
def person():
    return make_administrator()


@pytest.fixture
def step(django_capture_on_commit_callbacks):
    def take(act, run, *arguments, **options):
        with django_capture_on_commit_callbacks(execute=True):
            act(run, *arguments, **options)
        run.refresh_from_db()
        return run

    return take


@pytest.fixture
def checked(step, person):
    def bring(table, name="заводы.csv"):
        content = table if isinstance(table, bytes) else table.encode()
        run = start_import(EnterprisesKind(), SimpleUploadedFile(name, content), person)
        return step(check_again, run, person)

    return bring
