from hypothesis import given, settings
from hypothesis import strategies as st

from portal.core.search_words import indexed_words, search_words
from portal.listing.word_index import WordIndex

TEXTS = st.lists(st.sampled_from(["Насосы", "насосный завод", "НМ-Тех", "датчики, насосы", "", "ёлка 7"]), max_size=9)
QUERIES = st.sampled_from(["насос", "насосами", "нас", "на", "завод насосный", "нмтех", "елка", "7", "дат нас", "кот"])


def held(text, words):
    return all(f" {stem} " in text or (beginning and f" {beginning}" in text) for beginning, stem in words)


@settings(max_examples=60, deadline=None)
@given(first=TEXTS, added=TEXTS, query=QUERIES)
def test_it_finds_what_the_column_itself_would(first, added, query):
    texts = [indexed_words([text]) for text in (*first, *added)]
    words = search_words(query)
    index = WordIndex.build(texts[: len(first)]).with_added(texts[len(first) :])
    everything = (1 << len(texts)) - 1
    expected = sum(1 << place for place, text in enumerate(texts) if held(text, words))
    assert index.holding(words, everything) == expected


def test_a_record_that_is_no_longer_there_is_not_found():
    index = WordIndex.build([" насос ", " насос "])
    assert index.holding([("нас", "насос")], 0b10) == 0b10
