import threading

import pytest
from django.db import connection, transaction
from django_tasks import task, task_backends
from django_tasks.base import TaskResultStatus

SECONDS = 10
begun, may_go_on, done = threading.Event(), threading.Event(), threading.Event()
ran_in, noted = [], []
all_noted = {number: threading.Event() for number in range(4)}


@task()
def note_the_thread(number: int) -> None:
    ran_in.append((number, threading.current_thread().name))
    begun.set()
    may_go_on.wait(SECONDS)
    done.set()


@task()
def note(number: int) -> None:
    noted.append(number)
    all_noted[number].set()


@task()
def fail() -> None:
    raise ValueError("task")


@pytest.fixture
def in_a_thread(settings, transactional_db):
    settings.TASKS = {"default": {"BACKEND": "portal.core.thread_tasks.ThreadBackend"}}


def test_a_task_runs_behind_the_request_and_one_that_fails_stops_no_other(in_a_thread):
    assert type(task_backends["default"]).__name__ == "ThreadBackend"
    failed = fail.enqueue()
    result = note_the_thread.enqueue(1)
    assert begun.wait(SECONDS)
    assert (result.status, done.is_set()) == (TaskResultStatus.RUNNING, False)
    may_go_on.set()
    assert done.wait(SECONDS)
    assert (ran_in, failed.status) == ([(1, "tasks")], TaskResultStatus.FAILED)


def enqueue_outside(number):
    """Ask for a task in a transaction of another connection, and wait until it has run."""

    def ask():
        note.enqueue(number)
        connection.close()

    other = threading.Thread(target=ask)
    other.start()
    other.join(SECONDS)
    assert all_noted[number].wait(SECONDS)


def test_a_task_begins_after_the_commit_and_never_after_a_rollback(in_a_thread):
    with transaction.atomic():
        note.enqueue(0)
        enqueue_outside(1)
        assert noted == [1]
    assert all_noted[0].wait(SECONDS)
    with transaction.atomic():
        note.enqueue(2)
        transaction.set_rollback(True)
    enqueue_outside(3)
    assert noted == [1, 0, 3]
