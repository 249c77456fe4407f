"""What an uploaded file may ask of the server. Plain values: the child process that decodes pictures reads them too."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of one inspection; sizes in bytes, times in seconds.

    ``places`` is how many files a process has in hand at once: one picture decoded, others waiting, documents being
    looked at by clamd. Each holds one of the server's threads, and one thread must always be left for everybody else.
    """

    most_pixels: int = 40_000_000
    least_side: int = 100
    address_space: int = 768 * 1024 * 1024
    data_memory: int = 352 * 1024 * 1024
    processor_time: int = 4
    wall_time: float = 15.0
    queue_time: float = 30.0
    places: int = 3
    place_time: float = 3.0
    scan_time: float = 10.0
    memory_kept: int = 160 * 1024 * 1024


LIMITS = Limits()
MASTER_SIDE = 4096
LARGEST_DOCUMENT = 20 * 1024**2
