"""Whether a text names an organisation: the exact name, not a word that happens to look like it."""

import re
from functools import lru_cache

from portal.core.search_words import words_of

_OPENING, _CLOSING = "«\"„“‘'", "»\"“”’'"
_SPACES = re.compile(r"\s+")
_ONE_ORDINARY_WORD = re.compile(r"[^\W\d_]+")


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).replace("ё", "е").replace("Ё", "Е")


@lru_cache(maxsize=512)
def _pattern(name: str) -> re.Pattern[str]:
    spelt = re.escape(_plain(name.strip()))
    if _ONE_ORDINARY_WORD.fullmatch(name.strip()) and not name.strip().isupper():
        return re.compile(f"[{_OPENING}]{spelt}[{_CLOSING}]")
    return re.compile(rf"(?<![\w-]){spelt}(?![\w-])")


def is_named(name: str, text: str) -> bool:
    """Tell whether ``text`` holds the name as it is spelt.

    A name of one ordinary word («Полёт», «Свобода») counts only in quotation marks; an abbreviation, or a name of
    several words or parts, also without them.
    """
    return bool(name.strip()) and _pattern(name).search(_plain(text)) is not None


def words_in_order(text: str) -> str:
    """Return the normalised words of ``text`` in order between spaces, as :class:`PublicText` keeps them."""
    words = words_of(text)
    return f" {' '.join(words)} " if words else ""
