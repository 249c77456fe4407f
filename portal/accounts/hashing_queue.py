"""Lets only one password at a time be hashed in a process, so that a flood of sign-ins can't eat the CPU."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

PARALLEL_HASHES = 1
LONGEST_QUEUE = 3
LONGEST_WAIT = 5.0

places = BoundedSemaphore(LONGEST_QUEUE)
hashing = BoundedSemaphore(PARALLEL_HASHES)


class HashingQueueFullError(Exception):
    """Too many people are signing in at this moment; ask to try again shortly."""


@contextmanager
def place_in_hashing_queue() -> Iterator[None]:
    """Wait for the turn to hash a password.

    Raises :class:`HashingQueueFullError` at once when the queue is full, and after ``LONGEST_WAIT``
    seconds when the turn does not come.
    """
    if not places.acquire(blocking=False):
        raise HashingQueueFullError
    try:
        if not hashing.acquire(timeout=LONGEST_WAIT):
            raise HashingQueueFullError
        try:
            yield
        finally:
            hashing.release()
    finally:
        places.release()
