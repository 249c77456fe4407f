"""Compile the catalogues of interface strings without gettext; with --check tell what is not translated."""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
PATTERNS = ("locale/*/LC_MESSAGES/*.po", "*/locale/*/LC_MESSAGES/*.po", "portal/*/locale/*/LC_MESSAGES/*.po")


def main() -> int:
    """Compile every catalogue; return the number of strings that lack a translation."""
    untranslated = 0
    sources = [path for pattern in PATTERNS for path in ROOT.glob(pattern) if ".venv" not in path.parts]
    for source in sorted(sources):
        with source.open("rb") as file:
            catalogue = read_po(file)
        missing = [message.id for message in catalogue if message.id and not is_translated(message.string)]
        for text in missing:
            print(f"{source.parent.relative_to(ROOT)}: no translation of {text!r}")
        untranslated += len(missing)
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)
    return untranslated if "--check" in sys.argv else 0


def is_translated(text: object) -> bool:
    """Tell whether every form of a message has a text."""
    return all(text) if isinstance(text, (list, tuple)) else bool(text)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
