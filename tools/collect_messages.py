"""Collect interface strings into each app's locale/: English translates all, Russian holds plural forms.

The catalogue of the project itself holds what Wagtail's Russian catalogue lacks.
"""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PROJECT_LOCALE = ROOT / "locale"
OVERRIDES = PROJECT_LOCALE / "wagtail_in_russian.po"
APPS = [
    "portal/accounts", "portal/core", "portal/figures", "portal/imports", "portal/listing", "portal/longread",
    "exports", "industries", "media", "technopolis",
]  # fmt: skip
IGNORED = [".venv", "node_modules", "var", "tests", "*/tests", "tools", "portal/demo", "portal/content"]
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Collect with Django's own command, then keep in each catalogue what its language needs."""
    for app in APPS:
        (ROOT / app / "locale").mkdir(exist_ok=True)
    ignored = [argument for pattern in IGNORED for argument in ("--ignore", pattern)]
    command = [sys.executable, "manage.py", "makemessages", "-l", "en", "-l", "ru", "--no-location", "--no-wrap"]
    subprocess.run([*command, *ignored], cwd=ROOT, check=True)  # noqa: S603
    for folder in [ROOT / app / "locale" for app in APPS]:
        write(folder, "ru", plural_forms(folder))
        write(folder, "en", current_messages(folder, "en"))
    write(PROJECT_LOCALE, "ru", what_wagtail_lacks())


def catalogue_path(folder: Path, language: str) -> Path:
    """Return the file of a language's catalogue in a folder of catalogues."""
    return folder / language / "LC_MESSAGES" / "django.po"


def read(path: Path, language: str) -> Catalog:
    """Return the catalogue kept in ``path``, an empty one where there is none."""
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def current_messages(folder: Path, language: str) -> Catalog:
    """Return the catalogue without obsolete messages and without translations that were only guessed."""
    kept = Catalog(locale=language, project="portal", charset="utf-8")
    for message in read(catalogue_path(folder, language), language):
        if message.id:
            text = "" if message.fuzzy and not message.pluralizable else message.string
            kept.add(message.id, text, context=message.context, flags=message.flags - {"fuzzy"})
    return kept


def plural_forms(folder: Path) -> Catalog:
    """Return the Russian plural forms of an app's own strings; the other strings are Russian as they stand."""
    kept = Catalog(locale="ru", project="portal", charset="utf-8")
    for message in current_messages(folder, "ru"):
        if message.id and message.pluralizable:
            kept.add(message.id, message.string, context=message.context, flags=message.flags)
    return kept


def what_wagtail_lacks() -> Catalog:
    """Return the strings that Wagtail's own Russian catalogue leaves in English."""
    kept = Catalog(locale="ru", project="portal", charset="utf-8")
    for message in read(OVERRIDES, "ru"):
        if message.id:
            kept.add(message.id, message.string, context=message.context)
    return kept


def write(folder: Path, language: str, catalogue: Catalog) -> None:
    """Write a language's catalogue, sorted, without dates and places, so that only real changes show."""
    catalogue.creation_date = NO_DATE
    path = catalogue_path(folder, language)
    if not any(message.id for message in catalogue):
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.header_comment = "# Interface strings; `make messages` collects them, a person translates them."
    with path.open("wb") as file:
        write_po(file, catalogue, width=0, sort_output=True, omit_header=False, ignore_obsolete=True)


if __name__ == "__main__":
    main()
