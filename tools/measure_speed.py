"""Measure the article on this machine: requests per second kept and made anew, Lighthouse on a simulated phone.

The site is the demo, served by gunicorn with two workers on SQLite from a folder of its own, which is thrown away.
"""

import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.performance.lighthouse import AuditFailedError, audit  # noqa: E402
from tests.server.demo_server import DemoServer, build_demo, copy_demo, serve  # noqa: E402

SECONDS = 10
READERS = 4
WORKERS = 2


def requests_per_second(url: str) -> float:
    """Return how many answers four readers get from ``url`` in a second, measured for ten."""
    deadline = time.monotonic() + SECONDS
    counts = [0] * READERS

    def read(reader: int) -> None:
        while time.monotonic() < deadline:
            with urllib.request.urlopen(url) as response:  # noqa: S310
                response.read()
            counts[reader] += 1

    threads = [threading.Thread(target=read, args=[reader]) for reader in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def measure_lighthouse(server: DemoServer, folder: Path) -> str:
    """Return the scores of one audit in a line."""
    try:
        report = audit(server.url, folder / "lighthouse.json")
    except AuditFailedError as error:
        return f"no result: {error}"
    scores = ", ".join(f"{name} {score}" for name, score in report.scores.items())
    return f"{scores}; largest paint {report.largest_paint / 1000:.2f} s"


def main() -> None:
    """Build the demo, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say("· building the demo site")
        built = build_demo(folder / "built")
        with serve(copy_demo(built, folder / "kept"), WORKERS) as server:
            say("· measuring the kept article")
            say(f"kept article:      {requests_per_second(server.url):7.0f} requests/s")
            if (ROOT / "node_modules" / "lighthouse").exists():
                say(f"Lighthouse, phone: {measure_lighthouse(server, folder)}")
        with serve(copy_demo(built, folder / "anew"), WORKERS, "tests.server.recomposing_settings") as server:
            say("· measuring the article made anew for every request")
            say(f"article made anew: {requests_per_second(server.url):7.0f} requests/s")


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
