"""Serves a site as deployed: gunicorn with its own configuration, production settings, a worker beside it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 60
# What nginx says of a request that has come by HTTPS.
FROM_NGINX = {"Host": "portal.example", "X-Forwarded-Proto": "https", "Referer": "https://portal.example/admin/"}


@dataclass(frozen=True)
class DeployedSite:
    """A running site: its address behind the proxy, its folder and the process of its server."""

    url: str
    folder: Path
    process: int

    @property
    def log(self) -> str:
        """What the server and the worker have said so far."""
        return (self.folder / "server.log").read_text()

    def workers(self) -> list[int]:
        """Return the processes that answer requests."""
        return children_of(self.process)


def children_of(process: int) -> list[int]:
    """Return the processes started by ``process``."""
    lists = [path.read_text() for path in Path(f"/proc/{process}/task").glob("*/children")]  # one for each thread
    return [int(key) for keys in lists for key in keys.split()]


def peak_of(process: int) -> int:
    """Return the most memory a running process has held, in bytes."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except FileNotFoundError:  # it has ended
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


class Person:
    """A browser without pictures: keeps cookies, sends forms with their token."""

    def __init__(self, site: DeployedSite, username: str, password: str) -> None:
        self.site, self.cookies, self.connection = site, {}, requests.Session()
        self.get("/admin/login/")
        answer = self.post("/admin/login/", {"login": username, "password": password})
        if answer.status_code != 302:
            raise RuntimeError(f"{username} was not let in: {answer.status_code}")

    def get(self, path: str) -> requests.Response:
        """Ask for an address."""
        return self._send("GET", path)

    def post(self, path: str, data: dict, files: dict | None = None) -> requests.Response:
        """Send a form."""
        return self._send("POST", path, data={**data, "csrfmiddlewaretoken": self.cookies["__Host-csrf"]}, files=files)

    def _send(self, method: str, path: str, **content: object) -> requests.Response:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = self.connection.request(
            method, f"{self.site.url}{path}", headers={**FROM_NGINX, "Cookie": kept}, allow_redirects=False,
            timeout=60, **content,
        )  # fmt: skip
        self.cookies.update(answer.cookies.get_dict())
        self.connection.cookies.clear()
        return answer


@contextmanager
def deployed(folder: Path, workers: int = 2) -> Iterator[DeployedSite]:
    """Serve the migrated site in ``folder`` on SQLite until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = environment_of(folder) | {"GUNICORN_BIND": f"127.0.0.1:{port}", "GUNICORN_WORKERS": str(workers)}
    commands = [["-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"], ["manage.py", "db_worker"]]
    with (folder / "server.log").open("w") as log:
        processes = [
            subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment, stdout=log, stderr=log)
            for command in commands
        ]
        site = DeployedSite(f"http://127.0.0.1:{port}", folder, processes[0].pid)
        try:
            wait_until_ready(site, processes[0])
            yield site
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait(timeout=60)


def environment_of(folder: Path) -> dict[str, str]:
    """Return the environment of a deployed site whose database and files lie in ``folder``."""
    return {
        **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}},
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "ENV_FILE": str(folder / "none.env"),
        "SECRET_KEY": "a-key-for-one-test-that-no-site-has-0123456789-abcdefghij",
        "ALLOWED_HOSTS": "portal.example",
        "BASE_URL": "https://portal.example",
        "TRUSTED_PROXIES": "127.0.0.1",
        "SECOND_FACTOR_REQUIRED": "False",
        "VAR_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "REDIS_URL": "",
        "EMAIL_URL": "dummymail://",
        "LOG_LEVEL": "WARNING",
    }


def manage(folder: Path, *command: str) -> str:
    """Run a management command on the site in ``folder`` and return what it says; raise when it fails."""
    result = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment_of(folder), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if result.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{result.stdout}{result.stderr}")
    return result.stdout


def wait_until_ready(site: DeployedSite, process: subprocess.Popen) -> None:
    """Return once the server answers; raise with its log if it ends or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if requests.get(f"{site.url}/healthz", headers=FROM_NGINX, timeout=2).ok:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The server did not start:\n{site.log}")
