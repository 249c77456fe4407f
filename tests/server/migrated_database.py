"""A migrated, empty SQLite database made once and copied, as running all migrations takes far longer than any test."""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = ROOT / "var" / "migrated"


def copy_migrated_database(target: Path) -> None:
    """Put a database with every migration applied at ``target``; processes that ask at once wait for the first."""
    KEPT.mkdir(parents=True, exist_ok=True)
    database = KEPT / f"{state_of_migrations()}.sqlite3"
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not database.exists():
            make_migrated_database(database)
    shutil.copy(database, target)


def state_of_migrations() -> str:
    """Return a word that changes with every migration of the project and with every package it uses."""
    digest = hashlib.sha256((ROOT / "requirements-dev.txt").read_bytes())
    for path in sorted(ROOT.glob("**/migrations/*.py")):
        if ".venv" not in path.parts and "node_modules" not in path.parts:
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:20]


def make_migrated_database(database: Path) -> None:
    """Migrate an empty database and give it its name once it is whole; older ones go, as nothing needs them."""
    for older in KEPT.glob("*.sqlite3*"):
        older.unlink()
    unfinished = database.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "DATABASE_URL": f"sqlite:///{unfinished}",
        "LOG_LEVEL": "WARNING",
    }
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, env=environment, check=True
    )  # fmt: skip
    with closing(sqlite3.connect(unfinished)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")  # the copy is one file, with nothing left in a log beside it
    unfinished.rename(database)
