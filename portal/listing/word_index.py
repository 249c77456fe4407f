"""Which records hold which words, so that a search reads no record."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Words = Iterable[tuple[str, str]]
LAST_CHARACTER = "\U0010ffff"


@dataclass(frozen=True)
class WordIndex:
    """The positions of records by word, and the words in order, so that a beginning finds its words.

    It answers what :func:`portal.core.search_words.words_filter` answers: both read the same column.
    """

    places: dict[str, array]
    words: Sequence[str]
    size: int

    @classmethod
    def build(cls, texts: Iterable[str]) -> "WordIndex":
        """Take in what records are found by, in the order of their positions."""
        places: dict[str, array] = {}
        size = 0
        for position, text in enumerate(texts):
            size += 1
            for word in text.split():
                if word in places:
                    places[word].append(position)
                else:
                    places[word] = array("I", (position,))
        return cls(places, sorted(places), size)

    def with_added(self, texts: Iterable[str]) -> "WordIndex":
        """Return the index with further records at its end; this one stays."""
        part = WordIndex.build(texts)
        places = dict(self.places)
        for word, positions in part.places.items():
            moved = array("I", (self.size + position for position in positions))
            places[word] = places[word] + moved if word in places else moved
        return WordIndex(places, sorted(places), self.size + part.size)

    def holding(self, words: Words, base: int) -> int:
        """Return the bits of those of the ``base`` records that hold every one of ``words``."""
        for beginning, stem in words:
            base &= self._bits(set(self._matching(beginning, stem)))
        return base

    def _matching(self, beginning: str, stem: str) -> Iterator[str]:
        if stem in self.places:
            yield stem
        if beginning:
            first = bisect_left(self.words, beginning)
            yield from self.words[first : bisect_left(self.words, beginning + LAST_CHARACTER, first)]

    def _bits(self, words: Iterable[str]) -> int:
        line = bytearray(self.size // 8 + 1)
        for word in words:
            for position in self.places[word]:
                line[position >> 3] |= 1 << (position & 7)
        return int.from_bytes(line, "little")
