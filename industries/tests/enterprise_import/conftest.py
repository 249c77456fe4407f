"""Steps of an import of enterprises, taken as an editor takes them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from industries.enterprise_import.kind import EnterprisesKind
from industries.tests.factories import IndustryFactory, MarketFactory
from portal.accounts.tests.factories import make_administrator
from portal.figures.models import Source
from portal.imports.services import check_again, start_import

ADDRESS = "https://example.org/zavod"


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
