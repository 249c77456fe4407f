"""The words of a text as search compares them: one case, ё as е, no punctuation, stems instead of endings.

A record keeps its words in one column (:func:`indexed_words`); any database finds them there alike.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer
from django.db.models import Q

from portal.core.transliteration import transliterate

SHORTEST_PREFIX = 3
FUNCTION_WORDS = frozenset(
    {"а", "в", "во", "для", "до", "за", "и", "из", "или", "к", "на", "о", "от", "по", "с", "со", "у"}
)
_CYRILLIC = "Ѐ-ӿ"
_IDEOGRAPHS = "㐀-鿿"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[{_CYRILLIC}]+|[0-9]+|[^\W\d_{_CYRILLIC}{_IDEOGRAPHS}]+")
_JOINED = re.compile(r"(?<=\w)[-‐-―.&](?=\w)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_russian = snowballstemmer.stemmer("russian")
_english = snowballstemmer.stemmer("english")


def normalise(text: str) -> str:
    """Return ``text`` with one spelling for what readers take for the same: case, ё, forms of a character."""
    return _CONTROL.sub(" ", unicodedata.normalize("NFKC", text)).casefold().replace("ё", "е")


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` in order; quotation marks and other punctuation are no part of them."""
    return _WORD.findall(normalise(text))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a normalised word without its ending."""
    if "\u0400" <= word[0] <= "\u04ff":
        return _russian.stemWord(word)
    return _english.stemWord(word) if word.isascii() and word.isalpha() else word


def indexed_words(texts: Iterable[str], names: Iterable[str] = ()) -> str:
    """Return what a record is found by, each word between spaces: words, stems, parted words also in one.

    ``names`` are found in Latin letters too.
    """
    found: dict[str, None] = {}
    spelt = list(names)
    for text in dict.fromkeys((*spelt, *map(transliterate, spelt), *texts)):
        joined = _JOINED.sub("", text)
        for word in words_of(text) if joined == text else (*words_of(text), *words_of(joined)):
            if word not in found:
                found.update({word: None, stem(word): None})
    return f" {' '.join(found)} " if found else ""


def search_words(text: str, ignored: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return the words to look for, each as the beginning and the stem a word may match by.

    ``ignored`` words, prepositions and conjunctions are left out unless there are no others.
    A word of one or two letters matches whole only.
    """
    passed_over = FUNCTION_WORDS.union(ignored)
    given = list(dict.fromkeys(words_of(text)))
    kept = [word for word in given if word not in passed_over] or given
    return [(word if len(word) >= SHORTEST_PREFIX else "", stem(word)) for word in kept]


def words_filter(field: str, words: Iterable[tuple[str, str]]) -> Q:
    """Return the condition that ``field``, made by :func:`indexed_words`, holds every one of ``words``."""
    condition = Q()
    for beginning, word_stem in words:
        matches = Q(**{f"{field}__contains": f" {word_stem} "})
        if beginning:
            matches |= Q(**{f"{field}__contains": f" {beginning}"})
        condition &= matches
    return condition
