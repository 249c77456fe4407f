"""Words of a table that must be entries of a vocabulary: found by their spelling, or by what an editor has said."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.functional import cached_property

LEAST_LIKENESS = 0.75
Term = tuple[str, str]


def plain_word(text: str) -> str:
    """Return the spelling two writings of one word share: case, ё, punctuation and spaces do not count, unless there is
    nothing else.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return "".join(letter for letter in folded if letter.isalnum()) or folded.strip()


@dataclass
class Vocabulary:
    """The entries a cell may name.

    ``load`` gives each entry as its key and its name; ``load_spellings`` gives other writings of a key. Entries are
    read once a vocabulary's life, which is one check or one page.
    """

    title: str
    load: Callable[[], Iterable[Term]]
    load_spellings: Callable[[], Iterable[Term]] = tuple

    @cached_property
    def terms(self) -> dict[str, str]:
        """The names of the entries by their keys."""
        return {key: str(name) for key, name in self.load()}

    @cached_property
    def keys(self) -> dict[str, str]:
        """The keys of the entries by every spelling that is known."""
        spellings = [(key, key) for key in self.terms] + list(self.terms.items()) + list(self.load_spellings())
        return {plain_word(word): key for key, word in reversed(spellings)}

    def find(self, word: str) -> str | None:
        """Return the key of the entry a word names."""
        return self.keys.get(plain_word(word))

    def closest(self, word: str) -> str:
        """Return the key of the entry whose spelling is nearest to the word, to be offered; nothing if none is."""
        near = get_close_matches(plain_word(word), self.keys, n=1, cutoff=LEAST_LIKENESS)
        beginning = [spelling for spelling in self.keys if spelling.startswith(plain_word(word))]
        return self.keys[(near or beginning)[0]] if near or beginning else ""

    def name(self, key: str) -> str:
        """Return the name of an entry; its key if it is gone."""
        return self.terms.get(key, key)
