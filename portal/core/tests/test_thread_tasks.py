import threading

import pytest
from django_tasks import task, task_backends
from django_tasks.base import TaskResultStatus

SECONDS = 10
begun, may_go_on, done = threading.Event(), threading.Event(), threading.Event()
ran_in = []


@task()
def note_the_thread(number: int) -> None:
    ran_in.append((number, threading.current_thread().name))
    begun.set()
    may_go_on.wait(SECONDS)
    done.set()


@task()
def fail() -> None:
    raise ValueError("task")


@pytest.fixture
def in_a_thread(settings):
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
