"""A storage nobody waits for longer than a request may last: one that answers too late is as one that refuses.

A disk of the network or a distant storage may hang for minutes. Each call is made in a thread of its own; whoever has
waited long enough goes on without it, and for a while nobody asks again.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotInTime
from time import monotonic
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage

logger = logging.getLogger(__name__)


class StorageTooSlow(OSError):
    """The storage has not answered in time, or is being left alone because it has not a moment ago."""


class Patience:
    """How long a storage is waited for, and how long it is left alone while calls nobody waits for still hang."""

    def __init__(self, seconds: float = 10.0, pause: float = 30.0, most_hanging: int = 8) -> None:
        self.seconds, self.pause, self.most_hanging = seconds, pause, most_hanging
        self._hanging: set[Future[Any]] = set()
        self._left_alone_until = 0.0

    def wait_for(self, work: Callable[[], Any], undo: Callable[[Any], Any] | None = None) -> Any:
        """Return what ``work`` gives; ``undo`` takes back what comes of it once nobody waits any more.

        Raises:
            StorageTooSlow: it takes too long, or one before it still does.
            Exception: whatever ``work`` raises.
        """
        if not self._may_ask():
            raise StorageTooSlow("The storage is left alone: it has not answered in time.")
        answer: Future[Any] = Future()
        threading.Thread(target=_work, args=(work, answer), name="storage", daemon=True).start()
        try:
            return answer.result(self.seconds)
        except NotInTime as error:
            if answer.done():
                return answer.result()
            self._give_up(answer, undo)
            raise StorageTooSlow("The storage has not answered in time.") from error

    def _may_ask(self) -> bool:
        """Tell whether the storage is asked; after a pause one call finds out for all whether it answers again."""
        if not self._hanging:
            return True
        now = monotonic()
        if now < self._left_alone_until or len(self._hanging) >= self.most_hanging:
            return False
        self._left_alone_until = now + self.pause
        return True

    def _give_up(self, answer: "Future[Any]", undo: Callable[[Any], Any] | None) -> None:
        logger.warning("The storage has not answered within %s seconds.", self.seconds)
        self._left_alone_until = monotonic() + self.pause
        self._hanging.add(answer)
        if undo is not None:
            answer.add_done_callback(lambda late: _take_back(late, undo))
        answer.add_done_callback(self._hanging.discard)


def _work(work: Callable[[], Any], answer: "Future[Any]") -> None:
    try:
        answer.set_result(work())
    except BaseException as error:  # whatever a storage raises: it is told to whoever waits
        answer.set_exception(error)


def _take_back(late: "Future[Any]", undo: Callable[[Any], Any]) -> None:
    if late.exception() is None:
        undo(late.result())


class PatientFileSystemStorage(FileSystemStorage):
    """Files on a disk that may hang. Small enough to be held in memory, they are read and written whole."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.patience = Patience()

    def exists(self, name: str) -> bool:
        """Tell whether there is such a file."""
        ask = super().exists
        return bool(self.patience.wait_for(lambda: ask(name)))

    def size(self, name: str) -> int:
        """Return the size of a file in bytes."""
        ask = super().size
        return int(self.patience.wait_for(lambda: ask(name)))

    def delete(self, name: str) -> None:
        """Delete a file; where the disk hangs, it goes once the disk goes on."""
        ask = super().delete
        self.patience.wait_for(lambda: ask(name))

    def _open(self, name: str, mode: str = "rb") -> File:
        open_file: Callable[[str, str], File] = super()._open  # type: ignore[misc]
        if mode != "rb":
            return open_file(name, mode)
        return ContentFile(self.patience.wait_for(lambda: _read(open_file(name, mode))), name=name)

    def _save(self, name: str, content: File) -> str:
        copied = ContentFile(b"".join(content.chunks()))  # the given file is closed when its request ends
        store: Callable[[str, File], str] = super()._save  # type: ignore[misc]
        return str(self.patience.wait_for(lambda: store(name, copied), undo=super().delete))


def _read(opened: File) -> bytes:
    with opened as file:
        return bytes(file.read())
