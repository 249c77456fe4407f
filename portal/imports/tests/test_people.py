"""Who may look into an import, and who decides what of it."""

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction
from wagtail.contrib.redirects.models import Redirect

from portal.accounts.tests.factories import make_administrator, make_person
from portal.imports.enums import SHARED, EventKind, RunStatus
from portal.imports.models import ImportRun
from portal.imports.services import (
    StepRefused,
    approve_undo,
    begin_undo,
    begin_writing,
    check_again,
    choose_columns,
    choose_words,
    drop_undo,
    reject,
    resume,
    send_for_approval,
)

pytestmark = pytest.mark.django_db

TABLE = "Прежний адрес;Куда ведёт\n/a;/x/\n"
CLOSED = [status for status in RunStatus if status not in SHARED]
ADDRESSES = ("", "state/", "columns/", "words/", "problems/csv/")
RIGHTS = ["access_admin", "add_importrun", "view_importrun", "add_redirect"]


def make_importer(name):
    """Return a person who may import redirects and is no administrator."""
    person = make_person(name)
    person.user_permissions.set(Permission.objects.filter(codename__in=RIGHTS))
    return person


@pytest.fixture
def person():
    return make_importer("uploader")


@pytest.fixture
def other():
    return make_importer("other")


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
def written(checked, kind, person, work):
    """A table one person has brought in and another has approved."""
    kind.needs_second_person = True
    run = work(send_for_approval, checked(TABLE), person)
    return work(begin_writing, run, make_importer("approver"))


def decided(run):
    return [(event.event, event.person) for event in run.events.all() if event.person]


@pytest.mark.parametrize("status", CLOSED)
def test_an_import_in_the_making_is_seen_by_its_uploader_and_administrators(client, checked, person, other, status):
    run = checked(TABLE, name="тайная.csv")
    ImportRun.objects.filter(pk=run.pk).update(status=status)
    client.force_login(other)
    for address in ADDRESSES:
        answer = client.get(f"/admin/imports/{run.pk}/{address}")
        assert answer.status_code == 403
        assert "ещё готовит тот, кто её загрузил" in answer.content.decode()
        assert "тайная" not in answer.content.decode()
    assert "тайная.csv" not in client.get("/admin/imports/").content.decode()
    assert "тайная.csv" not in b"".join(client.get("/admin/imports/?export=csv")).decode()
    for one in (person, make_administrator()):
        client.force_login(one)
        assert client.get(f"/admin/imports/{run.pk}/").status_code == 200
        assert "тайная.csv" in client.get("/admin/imports/").content.decode()


@pytest.mark.parametrize("status", SHARED)
def test_an_import_that_waits_or_is_written_is_seen_by_all_who_import_such_tables(client, checked, other, status):
    run = checked(TABLE, name="общая.csv")
    ImportRun.objects.filter(pk=run.pk).update(status=status)
    client.force_login(other)
    assert client.get(f"/admin/imports/{run.pk}/").status_code == 200
    assert "общая.csv" in client.get("/admin/imports/").content.decode()
    for address in ("columns/", "words/"):
        assert client.get(f"/admin/imports/{run.pk}/{address}")["Location"] == f"/admin/imports/{run.pk}/"


@pytest.mark.parametrize("step", ["check", "send", "write", "write-good", "reject", "resume", "undo"])
def test_no_step_is_taken_with_an_import_one_may_not_see(client, checked, other, step):
    run = checked(TABLE)
    client.force_login(other)
    answer = client.post(f"/admin/imports/{run.pk}/step/{step}/", {"seen": run.attempt})
    run.refresh_from_db()
    assert (answer.status_code, run.status, run.attempt) == (403, RunStatus.CHECKED, 1)


def test_only_the_uploader_prepares_sends_and_writes_a_table(checked):
    run, chief = checked(TABLE), make_administrator()
    steps = [
        lambda: choose_columns(run, {"old_path": 0}, chief),
        lambda: choose_words(run, {("site", "слово"): ""}, chief),
        lambda: check_again(run, chief),
        lambda: send_for_approval(run, chief),
        lambda: begin_writing(run, chief),
    ]
    for step in steps:
        with pytest.raises(StepRefused, match="только тот, кто загрузил"):
            step()
    run.refresh_from_db()
    assert (run.status, run.columns) == (RunStatus.CHECKED, {"old_path": 0, "redirect_link": 1})


def test_an_administrator_is_offered_to_close_somebody_s_import_and_nothing_else(client, checked):
    run = checked(TABLE)
    client.force_login(make_administrator())
    text = client.get(f"/admin/imports/{run.pk}/").content.decode()
    assert text.count("/step/") == text.count("/step/reject/") == 1
    client.post(f"/admin/imports/{run.pk}/step/reject/", {"seen": run.attempt})
    run.refresh_from_db()
    assert run.status == RunStatus.REJECTED


def test_who_rejects_what_waited_for_them_is_led_back_to_the_list(client, checked, kind, person, other, work):
    kind.needs_second_person = True
    run = work(send_for_approval, checked(TABLE), person)
    client.force_login(other)
    answer = client.post(f"/admin/imports/{run.pk}/step/reject/", {"seen": run.attempt})
    assert answer["Location"] == "/admin/imports/"
    run.refresh_from_db()
    assert run.status == RunStatus.REJECTED


def test_an_undo_needs_two_people_where_the_import_does(written, work, other):
    third = make_importer("third")
    work(begin_undo, written, other)
    assert (written.status, written.undone_by) == (RunStatus.UNDO_WAITING, other)
    with pytest.raises(StepRefused, match=r"Утвердить отмену может только другой человек\."):
        work(approve_undo, written, other)
    work(approve_undo, written, third)
    assert (written.status, written.undone_by, written.undo_approved_by) == (RunStatus.UNDONE, other, third)
    assert (written.uploaded_by.username, written.approved_by.username) == ("uploader", "approver")
    assert decided(written)[-2:] == [(EventKind.UNDO_SENT, other), (EventKind.UNDO_APPROVED, third)]
    assert Redirect.objects.count() == 0


def test_an_undo_nobody_wants_after_all_leaves_all_as_it_was(written, work, other):
    work(begin_undo, written, other)
    work(drop_undo, written, written.uploaded_by)
    assert (written.status, written.undone_by) == (RunStatus.APPLIED, None)
    assert decided(written)[-1] == (EventKind.UNDO_DROPPED, written.uploaded_by)
    assert Redirect.objects.count() == 1


def test_an_undo_that_fails_forgets_who_asked_and_keeps_who_had_approved_the_import(written, work, other):
    Redirect.objects.update(redirect_link="/later/")
    work(begin_undo, written, other)
    work(approve_undo, written, written.uploaded_by)
    assert (written.status, written.undone_by, written.undo_approved_by) == (RunStatus.APPLIED, None, None)
    assert written.approved_by.username == "approver"
    assert "«/a»" in written.fault


def test_an_undo_taken_up_again_is_still_theirs_who_decided_on_it(written, work, other, kind, monkeypatch):
    seen = []
    monkeypatch.setattr(kind, "undo", lambda _rows, run: seen.append((run.undone_by, run.undo_approved_by)) or [])
    begin_undo(written, other)
    approve_undo(written, written.uploaded_by)
    work(resume, written, written.approved_by)
    assert (written.status, seen) == (RunStatus.UNDONE, [(other, written.uploaded_by)])


def test_where_one_person_is_enough_an_undo_begins_at_once(checked, work, person, other):
    run = work(begin_writing, checked(TABLE), person)
    work(begin_undo, run, other)
    assert (run.status, run.undone_by, run.undo_approved_by) == (RunStatus.UNDONE, other, None)
    assert decided(run)[-1] == (EventKind.UNDO_STARTED, other)


def test_the_database_itself_knows_no_undo_approved_by_who_asked_for_it(written, other):
    with pytest.raises(IntegrityError), transaction.atomic():
        ImportRun.objects.filter(pk=written.pk).update(undone_by=other, undo_approved_by=other)


def test_the_screen_offers_each_person_their_part_in_an_undo(client, written, work, other):
    def offered(one):
        client.force_login(one)
        text = client.get(f"/admin/imports/{written.pk}/").content.decode()
        return [step for step in ("undo", "approve-undo", "drop-undo") if f"/step/{step}/" in text]

    assert offered(other) == ["undo"]
    work(begin_undo, written, other)
    assert offered(other) == ["drop-undo"]
    assert offered(written.uploaded_by) == ["approve-undo", "drop-undo"]


@pytest.mark.parametrize("step", [reject, approve_undo, drop_undo])
def test_a_step_of_another_state_is_refused(written, other, step):
    with pytest.raises(StepRefused, match="«записан»"):
        step(written, other)
    assert Redirect.objects.count() == 1
