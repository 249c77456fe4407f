"""The process that decodes pictures for the server: bounded in memory and time, without its secrets.

Started as ``python -m media.uploads.child``. Reads one file after another from its input, each preceded by a line
with its length; answers each with a line of JSON and, where the picture was made anew, its bytes. Ends when its
input does, or after a file that took much memory.
"""

import json
import resource
import sys
from pathlib import Path
from typing import Any, BinaryIO

from PIL import Image

from media.uploads.limits import LIMITS
from media.uploads.masters import Master, Refused, make_master


def bound_process() -> None:
    """Take away what decoding does not need; what goes beyond fails or is killed here, not in the server."""
    resource.setrlimit(resource.RLIMIT_AS, (LIMITS.address_space, LIMITS.address_space))
    resource.setrlimit(resource.RLIMIT_DATA, (LIMITS.data_memory, LIMITS.data_memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def allow_processor_time() -> None:
    """Allow the next file its share of processor time; the system ends the process when it is used up."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used + LIMITS.processor_time, resource.RLIM_INFINITY))


def highest_memory() -> int:
    """Return the most memory this process has held, in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def answer(content: bytes, output: BinaryIO) -> bool:
    """Write what became of one file; return whether the process may go on."""
    try:
        master = make_master(content)
        told: dict[str, Any] = {
            "format": master.format,
            "width": master.width,
            "height": master.height,
            "rights": master.file_rights,
        }
    except Refused as refusal:
        master, told = Master("", 0, 0), {"refused": refusal.code}
    peak = highest_memory()
    goes_on = peak < LIMITS.memory_kept
    told |= {"length": len(master.content), "goes_on": goes_on, "peak": peak}
    output.write(json.dumps(told).encode() + b"\n" + master.content)
    output.flush()
    return goes_on


def main() -> None:
    """Serve files until the input ends."""
    bound_process()
    Image.MAX_IMAGE_PIXELS = None  # masters.py has its own limit, checked before anything is decoded
    while line := sys.stdin.buffer.readline():
        content = sys.stdin.buffer.read(int(line))
        allow_processor_time()
        if not answer(content, sys.stdout.buffer):
            return


if __name__ == "__main__":
    main()
