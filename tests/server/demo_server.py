"""Builds the demo site once and serves copies of it, each with its own database and files."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.server.migrated_database import copy_migrated_database

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 60


@dataclass(frozen=True)
class DemoServer:
    """A running site: its address and the folder of its database and files."""

    url: str
    folder: Path

    @property
    def log(self) -> str:
        """What the server has said so far."""
        return (self.folder / "server.log").read_text()

    @property
    def media_files(self) -> set[str]:
        """The names of all uploads and renditions."""
        return {str(path.relative_to(self.folder)) for path in (self.folder / "media").rglob("*") if path.is_file()}


def environment_of(folder: Path) -> dict[str, str]:
    """Return the environment of a site whose database and files lie in ``folder``."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.server.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "VAR_DIR": str(folder),
        "REDIS_URL": "",
        "LOG_LEVEL": "WARNING",
        "PYTHONPATH": str(ROOT),
    }


def load_demo(folder: Path) -> Path:
    """Return ``folder`` with a migrated, loaded demo site in it; processes that ask at once wait for the first."""
    with once(folder, "loaded") as first:
        if first:
            copy_migrated_database(folder / "portal.sqlite3")
            for command in ("migrate", "load_demo"):
                run_command(folder, command)
    return folder


def build_demo(folder: Path) -> Path:
    """Return ``folder`` with a loaded demo site and its static files in it, ready to be served."""
    load_demo(folder)
    with once(folder, "static-files") as first:
        if first:
            run_command(folder, "collectstatic", "--no-input")
    return folder


@contextmanager
def once(folder: Path, step: str) -> Iterator[bool]:
    """Hold ``folder`` for a step and tell whether it is still to be done; it is done when the block ends well."""
    folder.mkdir(parents=True, exist_ok=True)
    done = folder / f"{step}.done"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not done.exists()
        done.touch()


def run_command(folder: Path, *command: str) -> None:
    """Run a management command on the site in ``folder``; raise with its output when it fails."""
    result = subprocess.run(
        [sys.executable, "manage.py", *command, "--verbosity", "0"],
        cwd=ROOT, env=environment_of(folder), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if result.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{result.stdout}{result.stderr}")


def copy_demo(built: Path, target: Path) -> Path:
    """Copy the built site to ``target``; static files are shared, as nobody changes them."""
    target.mkdir(parents=True)
    for database in built.glob("portal.sqlite3*"):
        shutil.copy(database, target)
    for name in ("media", "private"):
        if (built / name).exists():
            shutil.copytree(built / name, target / name)
    (target / "static").symlink_to(built / "static")
    return target


@contextmanager
def serve(folder: Path, workers: int = 1, settings: str = "tests.server.settings") -> Iterator[DemoServer]:
    """Serve the site in ``folder`` with gunicorn until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    environment = {**environment_of(folder), "BASE_URL": url, "DJANGO_SETTINGS_MODULE": settings}
    command = [
        sys.executable, "-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", str(workers),
        "--worker-class", "gthread", "--threads", "4", "--preload", "--no-control-socket",
    ]  # fmt: skip
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        server = DemoServer(url, folder)
        try:
            wait_until_ready(server, process)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=30)


def wait_until_ready(server: DemoServer, process: subprocess.Popen) -> None:
    """Return once the server answers; raise with its log if it ends or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{server.url}/healthz", timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The demo server did not start:\n{server.log}")
