"""Health of the site: is the process alive, and can it do its work."""

import shutil
import uuid
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

OK = "ok"
FAILED = "failed"
DEGRADED = "degraded"
STORAGES_TO_CHECK = ("default", "private")
LEAST_FREE_BYTES = 500 * 1024 * 1024


def database_file() -> Path | None:
    """Return the database's file, or nothing when the database is a server or lives in memory."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or "memory" in name:
        return None
    return Path(name)


def database_is_present() -> bool:
    """Tell whether there is a database to ask; SQLite would silently make an empty one."""
    file = database_file()
    return file is None or file.is_file()


def database_answers() -> bool:
    """Tell whether the database is there and answers."""
    if not database_is_present():
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def migrations_are_applied() -> bool:
    """Tell whether the database has the form this release expects."""
    if not database_is_present():
        return False
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def storages_are_writable() -> bool:
    """Tell whether a file can be written to and removed from each storage."""
    for alias in STORAGES_TO_CHECK:
        storage = storages[alias]
        name = storage.save(f"health/{uuid.uuid4().hex}", ContentFile(b"ok"))
        storage.delete(name)
    return True


def disk_has_space() -> bool:
    """Tell whether at least 500 MB are free where uploads are kept."""
    place = Path(settings.MEDIA_ROOT)
    while not place.exists():
        place = place.parent
    return shutil.disk_usage(place).free >= LEAST_FREE_BYTES


def cache_answers() -> bool:
    """Tell whether the cache gives back what it was given."""
    key = f"health-{uuid.uuid4().hex}"
    cache.set(key, OK, timeout=10)
    answered = cache.get(key) == OK
    cache.delete(key)
    return answered


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "migrations": migrations_are_applied,
    "storage": storages_are_writable,
    "disk": disk_has_space,
    "cache": cache_answers,
}
OPTIONAL_CHECKS = frozenset({"cache"})


def outcome_of(name: str) -> str:
    """Run one check; what exactly went wrong stays in the log."""
    try:
        passed = CHECKS[name]()
    except (DatabaseError, OSError, ValueError):
        passed = False
    if passed:
        return OK
    return DEGRADED if name in OPTIONAL_CHECKS else FAILED


@require_safe
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process lives; looks at nothing else."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """Tell part by part whether the site can serve; 503 when a part it can't do without fails.

    Without the cache the site is slower but works, so that part only makes the answer "degraded".
    """
    outcomes = {name: outcome_of(name) for name in CHECKS}
    failed = FAILED in outcomes.values()
    status = FAILED if failed else DEGRADED if DEGRADED in outcomes.values() else OK
    return JsonResponse({"status": status, "checks": outcomes}, status=503 if failed else 200)
