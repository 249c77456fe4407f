"""Brings a loaded demo site into the database and folders of the running tests in a fraction of its loading time."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Site

TABLES = "SELECT name FROM demo.sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
KEPT = {"django_migrations"}


@contextmanager
def copied_demo(folder: Path) -> Iterator[None]:
    """Show the demo site loaded in ``folder`` until the block ends, then what was there before.

    Both databases are SQLite and have the same tables; the full-text index follows its table by triggers.
    """
    with connection.cursor() as cursor:
        cursor.execute("ATTACH DATABASE %s AS demo", [str(folder / "portal.sqlite3")])
    try:
        with transaction.atomic():
            copy_rows()
            copy_files(folder)
            know_content_types()
            Site.clear_site_root_paths_cache()
            yield
            transaction.set_rollback(True)
    finally:
        ContentType.objects.clear_cache()
        with connection.cursor() as cursor:
            cursor.execute("DETACH DATABASE demo")


def copy_rows() -> None:
    """Replace the rows of every table by those of the attached database."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        names = [name for (name,) in cursor.fetchall() if name not in KEPT and not is_internal(name)]
        for name in names:
            cursor.execute(f'DELETE FROM main."{name}"')
        for name in names:
            cursor.execute(f'INSERT INTO main."{name}" SELECT * FROM demo."{name}"')


def know_content_types() -> None:
    """Have every content type in memory, as in a process that has worked for a while."""
    ContentType.objects.clear_cache()
    ContentType.objects.get_for_models(*apps.get_models(include_auto_created=True))


def is_internal(name: str) -> bool:
    """Tell whether SQLite keeps a table itself: of sequences, or of a full-text index."""
    return name.startswith("sqlite_") or "_fts_" in name


def copy_files(folder: Path) -> None:
    """Put the uploads and their renditions where the tests' settings look for them."""
    for name, target in (("media", settings.MEDIA_ROOT), ("private", settings.PRIVATE_MEDIA_ROOT)):
        if (folder / name).exists():
            shutil.copytree(folder / name, target, dirs_exist_ok=True)
