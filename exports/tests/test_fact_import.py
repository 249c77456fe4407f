"""Statistics brought as a table: tried out, written whole or not at all, taken back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from exports.enums import Scope
from exports.fact_import.kind import ExportFactsKind
from exports.models import ExportFact
from exports.tests.factories import ExportFactFactory, PercentFactory
from industries.tests.factories import MarketFactory
from portal.accounts.models import User
from portal.accounts.tests.factories import make_administrator
from portal.figures.tests.factories import SourceFactory
from portal.imports.checking import check_run
from portal.imports.enums import RowState, RunStatus
from portal.imports.services import start_import
from portal.imports.writing import undo_run, write_run

pytestmark = pytest.mark.django_db

HEADER = (
    "Код;Предмет;Рынки;Область;О чём факт;Число;Единица;Период;С чем сравнивается;Период сравнения;Источник;"
    "На дату;На сайте"
)
GOOD = (
    "{code};Поставки приборов;Турция;каждый;рост;24;change-percent;2024;с названным периодом;2023;{source};2025-03;да"
)


@pytest.fixture
def source():
    MarketFactory()
    PercentFactory()
    return SourceFactory(url="https://example.org/fact")


def check(*lines):
    """Bring a table in and try it out."""
    file = SimpleUploadedFile("факты.csv", "\n".join([HEADER, *lines]).encode())
    person = User.objects.first() or make_administrator()
    run = start_import(ExportFactsKind(), file, person)
    run.status = RunStatus.CHECKING
    run.save()
    check_run(run.pk)
    run.refresh_from_db()
    return run


def carry_out(run, status, step):
    run.status = status
    run.save()
    step(run.pk)
    run.refresh_from_db()
    return run


def test_a_dry_run_changes_nothing_and_a_write_publishes_what_is_complete(source):
    run = check(GOOD.format(code="", source=source.url), "draft;Поставки станков;Турция;;;;;;;;;;")
    assert run.counts == {RowState.NEW: 2}
    assert not ExportFact.objects.exists()
    carry_out(run, RunStatus.APPLYING, write_run)
    assert run.status == RunStatus.APPLIED
    public = ExportFact.objects.live().get()
    assert (public.subject, public.scope, str(public.value.normalize())) == ("Поставки приборов", Scope.EACH, "24")
    assert "рост на\N{NO-BREAK SPACE}24" in public.sentence("ru")
    assert ExportFact.objects.get(slug="draft").live is False


@pytest.mark.parametrize(
    ("old", "new", "column", "words"),
    [
        (";2024;", ";;", "period", "Укажите период"),
        (";каждый;", ";;", "scope", "относится ли факт"),
        (";каждый;", ";вместе;", "scope", "назван один"),
        (";Турция;", ";;", "markets", "Назовите хотя бы один рынок"),
        (";Турция;", ";Атлантида;", "markets", "нет в справочнике"),
        (";24;", ";много;", "value", "Это не число"),
        (";2023;", ";с 2022;", "base_period", "Сравнивают с месяцем"),
        (";2025-03;", ";;", "as_of", "на какую дату"),
    ],
)
def test_the_cell_at_fault_is_named(source, old, new, column, words):
    run = check(GOOD.format(code="", source=source.url).replace(old, new, 1))
    [row] = run.rows.all()
    assert row.state == RowState.FAULTY
    assert any(words in str(problem) and column in str(problem) for problem in row.problems), row.problems


def test_a_fact_that_is_there_is_changed_and_the_change_taken_back(source):
    fact = ExportFactFactory(slug="known", subject="Поставки приборов", source=source)
    run = check(GOOD.format(code="known", source=source.url).replace(";24;", ";30;"))
    assert run.counts == {RowState.CHANGED: 1}
    carry_out(run, RunStatus.APPLYING, write_run)
    fact.refresh_from_db()
    assert (fact.live, fact.value) == (True, 30)
    carry_out(run, RunStatus.UNDOING, undo_run)
    fact.refresh_from_db()
    assert (fact.live, fact.value) == (True, 24)


def test_new_facts_are_taken_back(source):
    run = check(GOOD.format(code="", source=source.url), "draft;Поставки станков;Турция;;;;;;;;;;")
    carry_out(run, RunStatus.APPLYING, write_run)
    carry_out(run, RunStatus.UNDOING, undo_run)
    assert run.status == RunStatus.UNDONE
    assert [(fact.subject, fact.live) for fact in ExportFact.objects.all()] == [("Поставки приборов", False)]


def test_the_same_table_again_changes_nothing(source):
    line = GOOD.format(code="", source=source.url)
    carry_out(check(line), RunStatus.APPLYING, write_run)
    assert check(line).counts == {RowState.SAME: 1}


def test_what_is_downloaded_is_what_can_be_brought(source):
    ExportFactFactory(slug="known", source=source)
    [values] = ExportFactsKind().current_rows()
    assert set(values) == {column.key for column in ExportFactsKind.columns}
    assert (values["markets"], values["value"], values["live"]) == (["turkey"], "24", True)
