import pytest

from portal.listing.text_query import MOST_WORDS, TextQuery


@pytest.mark.parametrize("given", [" ", "\u00a0", "\t", "«»", "\x00", "!" * 5000])
def test_a_query_without_words_gives_a_hint(given):
    query = TextQuery.parse(given)
    assert query.words == ()
    assert "Напишите слово" in query.notice


def test_an_unclosed_quotation_mark_is_no_syntax():
    assert [stem for _beginning, stem in TextQuery.parse('ООО "Ромашка', {"ооо"}).words] == ["ромашк"]


@pytest.mark.parametrize("given", ["слово " * 1000, "я" * 1_000_000, " ".join(f"слово{n}" for n in range(25))])
def test_a_long_query_is_cut_and_says_so(given):
    query = TextQuery.parse(given)
    assert len(query.words) <= MOST_WORDS
    assert "Запрос длинный" in query.notice


def test_nothing_asked_needs_no_notice():
    assert TextQuery.parse("") == TextQuery()
