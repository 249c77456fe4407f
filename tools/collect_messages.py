"""Collect interface strings into locale/: English translates all, Russian holds plural forms and Wagtail's gaps."""

import subprocess
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE_DIR = ROOT / "locale"
OVERRIDES = LOCALE_DIR / "wagtail_in_russian.po"
IGNORED = [".venv", "node_modules", "var", "tests", "*/tests", "tools", "portal/demo", "portal/content"]


def main() -> None:
    """Collect with Django's own command, then keep in each catalogue what its language needs."""
    ignored = [argument for pattern in IGNORED for argument in ("--ignore", pattern)]
    command = [
        sys.executable,
        "manage.py",
        "makemessages",
        "-l",
        "en",
        "-l",
        "ru",
        "--no-location",
        "--no-wrap",
        *ignored,
    ]
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603
    write("ru", russian_catalogue())
    write("en", current_messages("en"))


def catalogue_path(language: str) -> Path:
    """Return the file of a language's catalogue."""
    return LOCALE_DIR / language / "LC_MESSAGES" / "django.po"


def read(path: Path, language: str) -> Catalog:
    """Return the catalogue kept in ``path``."""
    with path.open("rb") as file:
        return read_po(file, locale=language)


def current_messages(language: str) -> Catalog:
    """Return the catalogue without obsolete messages and without translations that were only guessed."""
    kept = Catalog(locale=language, project="portal", charset="utf-8")
    for message in read(catalogue_path(language), language):
        if message.id:
            text = "" if message.fuzzy and not message.pluralizable else message.string
            kept.add(message.id, text, context=message.context, flags=message.flags - {"fuzzy"})
    return kept


def russian_catalogue() -> Catalog:
    """Return plural forms of our own strings, and the strings Wagtail's Russian catalogue lacks."""
    kept = Catalog(locale="ru", project="portal", charset="utf-8")
    for message in current_messages("ru"):
        if message.id and message.pluralizable:
            kept.add(message.id, message.string, context=message.context, flags=message.flags)
    for message in read(OVERRIDES, "ru"):
        if message.id:
            kept.add(message.id, message.string, context=message.context)
    return kept


def write(language: str, catalogue: Catalog) -> None:
    """Write a language's catalogue, sorted, without dates and places, so that only real changes show."""
    catalogue.header_comment = "# Interface strings; `make messages` collects them, a person translates them."
    with catalogue_path(language).open("wb") as file:
        write_po(file, catalogue, width=0, sort_output=True, omit_header=False, ignore_obsolete=True)


if __name__ == "__main__":
    main()
