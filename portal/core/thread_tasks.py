"""Runs tasks in a thread of the server's own process: for one person's machine, where no worker runs beside it."""

import threading
from functools import partial
from queue import SimpleQueue
from typing import Any

from django.db import connections, transaction
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import TaskResult


class ThreadBackend(ImmediateBackend):
    """Executes tasks one after another behind the requests, which wait for none of them.

    A task begins when the transaction that asks for it is committed, so that it finds what was written there; if the
    transaction is taken back, it never begins.
    What is waiting when the process ends is lost; work that must not be keeps its own list, as files of photos do.
    """

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        super().__init__(alias, params)
        self._waiting: SimpleQueue[TaskResult] = SimpleQueue()
        self._start = threading.Lock()
        self._thread: threading.Thread | None = None

    def _execute_task(self, task_result: TaskResult) -> None:
        transaction.on_commit(partial(self._hand_over, task_result))

    def _hand_over(self, task_result: TaskResult) -> None:
        self._waiting.put(task_result)
        with self._start:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, name="tasks", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while True:
            super()._execute_task(self._waiting.get())
            connections.close_all()
