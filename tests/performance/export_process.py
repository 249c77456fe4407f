"""Takes one file of the directory as a visitor's download does, in a process of its own, and tells what that took.

Run as ``python -m tests.performance.export_process FACE`` with ``DATABASE_URL``; prints one line of JSON.
"""

import json
import re
import sys
import time
from pathlib import Path

import django


def peak_megabytes() -> int:
    """Return the most memory this process has had so far."""
    [kilobytes] = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(kilobytes) // 1024


def download(face: str) -> dict[str, float]:
    """Read a whole file; return the seconds to its first and last bytes, its megabytes and the peak of memory."""
    client = django.test.Client()
    before, started = peak_megabytes(), time.perf_counter()
    pieces = iter(client.get(f"/enterprises/{face}/").streaming_content)
    size = len(next(pieces))
    first = time.perf_counter() - started
    size += sum(map(len, pieces))
    return {
        "first_byte": round(first, 2),
        "seconds": round(time.perf_counter() - started, 1),
        "cpu_seconds": round(time.process_time(), 1),
        "megabytes": round(size / 1024 / 1024, 1),
        "before": before,
        "peak": peak_megabytes(),
    }


if __name__ == "__main__":
    django.setup()
    import django.test

    print(json.dumps(download(sys.argv[1])))  # noqa: T201
