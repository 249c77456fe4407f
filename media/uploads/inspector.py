"""Has pictures decoded by the child process, one at a time, and ends it when it takes too long."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field

from django.conf import settings

from media.uploads.limits import LIMITS, Limits
from media.uploads.places import PLACES


@dataclass(frozen=True)
class InspectedPicture:
    """A picture that may be kept, with what its file says of it; ``content`` is what to keep."""

    format: str
    width: int
    height: int
    content: bytes
    file_rights: dict[str, str] = field(default_factory=dict)


class UploadRefused(Exception):
    """The file can't become a photo; ``code`` names the reason, ``refusals.py`` has its words."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Inspector:
    """Keeps one child process for the files that come one after another; makes another when it has ended."""

    def __init__(self, limits: Limits = LIMITS, places: threading.BoundedSemaphore | None = None) -> None:
        self.limits = limits
        self.highest_peak = 0
        self._places = places or threading.BoundedSemaphore(limits.places)
        self._turn = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def inspect(self, content: bytes) -> InspectedPicture:
        """Return the picture in ``content`` as it may be kept.

        Raises:
            UploadRefused: it is no picture, is damaged, or asks too much; or too many others are being looked at.
        """
        if not self._places.acquire(timeout=self.limits.place_time):
            raise UploadRefused("busy")
        try:
            told, made = self._in_turn(content)
        finally:
            self._places.release()
        if "refused" in told:
            raise UploadRefused(told["refused"])
        return InspectedPicture(told["format"], told["width"], told["height"], made or content, told["rights"])

    def _in_turn(self, content: bytes) -> tuple[dict, bytes]:
        if not self._turn.acquire(timeout=self.limits.queue_time):
            raise UploadRefused("busy")
        try:
            return self._exchange(content)
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the child process."""
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        child.communicate()

    def _exchange(self, content: bytes) -> tuple[dict, bytes]:
        child = self._running_child()
        alarm = threading.Timer(self.limits.wall_time, child.kill)
        alarm.start()
        try:
            assert child.stdin is not None  # noqa: S101 - both are pipes, see _running_child
            assert child.stdout is not None  # noqa: S101
            child.stdin.write(b"%d\n" % len(content) + content)
            child.stdin.flush()
            line = child.stdout.readline()
            told = json.loads(line) if line.endswith(b"\n") else {}
            made = child.stdout.read(told.get("length", 0))
        except (BrokenPipeError, ValueError):
            told, made = {}, b""
        finally:
            alarm.cancel()
        if not told:
            return {"refused": self._why_it_ended()}, b""
        self.highest_peak = max(self.highest_peak, told["peak"])
        if not told["goes_on"]:
            self.close()
        return told, made

    def _running_child(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._owner != os.getpid() or self._child.poll() is not None:
            self._owner = os.getpid()
            self._child = subprocess.Popen(
                [sys.executable, "-m", "media.uploads.child"],
                cwd=settings.BASE_DIR,
                env={"PATH": os.defpath, "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._child

    def _why_it_ended(self) -> str:
        child = self._child
        if child is None:
            return "damaged"
        with suppress(subprocess.TimeoutExpired):
            child.wait(1)
        self.close()
        ended_by = child.returncode
        return "too-slow" if ended_by in {-signal.SIGXCPU, -signal.SIGKILL} else "damaged"


INSPECTOR = Inspector(places=PLACES)
