import pytest
from django.core.files.storage import storages
from wagtail.contrib.redirects.models import Redirect

from portal.accounts.tests.factories import make_person
from portal.imports import writing
from portal.imports.enums import EventKind, RunStatus
from portal.imports.models import ImportEvent, ImportRun
from portal.imports.services import (
    StepRefused,
    begin_undo,
    begin_writing,
    check_again,
    choose_columns,
    reject,
    resume,
    send_for_approval,
)

pytestmark = pytest.mark.django_db

HEADER = "Прежний адрес;Куда ведёт;Постоянная\n"


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(writing, "ROWS_A_BATCH", 2)


@pytest.fixture
def work(django_capture_on_commit_callbacks):
    """Take a step and let the background work it begins be done."""

    def take(step, run, *arguments, **options):
        with django_capture_on_commit_callbacks(execute=True):
            step(run, *arguments, **options)
        run.refresh_from_db()
        return run

    return take


@pytest.fixture
def table(checked):
    Redirect.objects.create(old_path="/a", redirect_link="/b/")
    return checked(f"{HEADER}/a;/x/;да\n/c;/d/;нет\n/e;/f/;нет\n")


def links():
    return dict(Redirect.objects.order_by("old_path").values_list("old_path", "redirect_link"))


def test_a_clean_table_is_written_whole_and_its_file_thrown_away(table, work, person):
    name = table.file.name
    work(begin_writing, table, person)
    assert table.status == RunStatus.APPLIED
    assert links() == {"/a": "/x/", "/c": "/d/", "/e": "/f/"}
    assert [event.event for event in table.events.all()][-2:] == [EventKind.STARTED, EventKind.APPLIED]
    assert table.events.last().detail == "строк: 3"
    assert not table.file
    assert not storages["private"].exists(name)


def test_a_whole_import_is_taken_back(table, work, person):
    work(begin_writing, table, person)
    work(begin_undo, table, person)
    assert table.status == RunStatus.UNDONE
    assert links() == {"/a": "/b/"}
    assert Redirect.objects.get().is_permanent


def test_an_undo_tells_the_journal_what_stays(table, work, person, kind):
    work(begin_writing, table, person)
    kind.stays = "/c"
    work(begin_undo, table, person)
    assert (table.status, links()) == (RunStatus.UNDONE, {"/a": "/b/", "/c": "/d/"})
    assert table.events.last().detail == "строк: 3; остались нарочно: «/c»"


def test_a_long_list_of_names_is_cut(table, work, person, kind, monkeypatch):
    monkeypatch.setattr(writing, "MOST_NAMED", 1)
    work(begin_writing, table, person)
    Redirect.objects.filter(old_path__in=["/a", "/c"]).update(redirect_link="/later/")
    work(begin_undo, table, person)
    assert "«/a» и ещё 1." in table.fault


def test_an_undo_never_overwrites_what_somebody_has_changed_since(table, work, person):
    work(begin_writing, table, person)
    Redirect.objects.filter(old_path="/e").update(redirect_link="/later/")
    work(begin_undo, table, person)
    assert table.status == RunStatus.APPLIED
    assert "«/e»" in table.fault
    assert links() == {"/a": "/x/", "/c": "/d/", "/e": "/later/"}


def test_a_record_changed_after_the_check_stops_the_whole_write(table, work, person):
    Redirect.objects.filter(old_path="/a").update(redirect_link="/meanwhile/")
    work(begin_writing, table, person)
    assert table.status == RunStatus.CHECKED
    assert table.fault == "Записи изменены после проверки: «/a». Проверьте таблицу ещё раз."
    assert links() == {"/a": "/meanwhile/"}


def test_a_record_made_after_the_check_is_not_made_again(table, work, person):
    Redirect.objects.create(old_path="/e", redirect_link="/meanwhile/")
    work(begin_writing, table, person)
    assert table.status == RunStatus.CHECKED
    assert table.fault == "Такие записи появились после проверки: «/e». Проверьте таблицу ещё раз."
    assert links() == {"/a": "/b/", "/e": "/meanwhile/"}
    work(check_again, table, person)
    assert table.counts == {"changed": 2, "new": 1}


def test_the_second_look_at_new_rows_asks_by_the_batch(checked, work, person, kind, monkeypatch):
    run = checked(HEADER + "".join(f"/{number};/x/;да\n" for number in range(5)))
    asked, match = [], kind.match
    monkeypatch.setattr(kind, "match", lambda rows: asked.append(len(rows)) or match(rows))
    work(begin_writing, run, person)
    assert (run.status, asked) == (RunStatus.APPLIED, [2, 2, 1])


def test_a_row_refused_half_way_leaves_nothing(checked, work, person):
    run = checked(f"{HEADER}/1;/x/;да\n/2;/x/;да\n/3;/refused/;да\n")
    work(begin_writing, run, person)
    assert (run.status, run.fault, links()) == (RunStatus.CHECKED, "Строка 4: нельзя.", {})


def test_a_fault_of_ours_leaves_nothing_and_says_so(table, work, person, monkeypatch, kind):
    monkeypatch.setattr(kind, "finish", lambda run: 1 / 0)
    work(begin_writing, table, person)
    assert table.status == RunStatus.CHECKED
    assert "Внутренняя ошибка" in table.fault
    assert links() == {"/a": "/b/"}


def test_a_write_that_died_leaves_the_old_data_and_is_resumed(table, work, person, kind):
    kind.dies_at = 4
    with pytest.raises(KeyboardInterrupt):
        work(begin_writing, table, person)
    table.refresh_from_db()
    assert (table.status, links()) == (RunStatus.APPLYING, {"/a": "/b/"})
    kind.dies_at = None
    work(resume, table, person)
    assert (table.status, links()) == (RunStatus.APPLIED, {"/a": "/x/", "/c": "/d/", "/e": "/f/"})


def test_work_taken_up_twice_is_done_once(table, work, person):
    work(begin_writing, table, person)
    before = ImportEvent.objects.count()
    writing.write_run(table.pk)
    assert ImportEvent.objects.count() == before


def test_bad_rows_hold_the_table_unless_they_are_knowingly_left_out(checked, work, person):
    run = checked(f"{HEADER}/a;/x/;да\n/b;/x/;как-нибудь\n")
    with pytest.raises(StepRefused):
        work(begin_writing, run, person)
    assert links() == {}
    work(begin_writing, run, person, good_rows_only=True)
    assert links() == {"/a": "/x/"}


def test_a_kind_that_skips_nothing_can_t_be_talked_into_it(checked, work, person, kind):
    kind.may_skip_bad_rows = False
    run = checked(f"{HEADER}/a;/x/;да\n/b;/x/;как-нибудь\n")
    with pytest.raises(StepRefused):
        work(begin_writing, run, person, good_rows_only=True)
    assert links() == {}


def test_the_same_file_again_changes_nothing(table, work, person, checked):
    work(begin_writing, table, person)
    again = checked(f"{HEADER}/a;/x/;да\n/c;/d/;нет\n/e;/f/;нет\n")
    assert again.counts == {"same": 3}
    with pytest.raises(StepRefused):
        work(begin_writing, again, person)


def test_two_imports_of_a_kind_are_not_written_at_once(table, checked, person):
    other = checked(f"{HEADER}/z;/x/;да\n")
    ImportRun.objects.filter(pk=other.pk).update(status=RunStatus.APPLYING)
    with pytest.raises(StepRefused, match="другая загрузка"):
        begin_writing(table, person)
    table.refresh_from_db()
    assert table.status == RunStatus.CHECKED


def test_where_it_is_asked_another_person_approves(table, work, person, kind):
    kind.needs_second_person = True
    with pytest.raises(StepRefused):
        work(begin_writing, table, person)
    work(send_for_approval, table, person)
    with pytest.raises(StepRefused, match="другой человек"):
        work(begin_writing, table, person)
    other = make_person("other")
    work(begin_writing, table, other)
    assert (table.status, table.approved_by) == (RunStatus.APPLIED, other)
    assert EventKind.APPROVED in [event.event for event in table.events.filter(person=other)]


def test_who_approves_gets_the_table_they_saw_and_no_other(table, work, person, kind):
    kind.needs_second_person = True
    work(send_for_approval, table, person)
    seen = table.attempt
    work(choose_columns, table, {"old_path": 0, "redirect_link": 0}, person)
    work(send_for_approval, table, person)
    with pytest.raises(StepRefused, match="проверили заново"):
        work(begin_writing, table, make_person("other"), seen)
    assert (table.status, table.approved_by, links()) == (RunStatus.WAITING, None, {"/a": "/b/"})


def test_a_rejected_import_is_over_and_its_file_gone(table, work, person):
    name = table.file.name
    work(reject, table, person)
    assert table.status == RunStatus.REJECTED
    assert not storages["private"].exists(name)
    with pytest.raises(StepRefused, match="«отклонён»"):
        work(begin_writing, table, person)


def test_the_journal_can_t_be_rewritten(table):
    event = table.events.first()
    event.detail = "иначе"
    with pytest.raises(Exception, match="нельзя изменить"):
        event.save()
