import pytest

from portal.core.search_words import indexed_words, normalise, search_words, words_of


@pytest.mark.parametrize(
    ("written", "same"),
    [("Лёгкая", "легкая"), ("МИКРОН", "микрон"), ("ﬁltr", "filtr"), ("за\x00вод", "за вод"), ("Ё", "е")],
)
def test_what_readers_take_for_the_same_is_spelt_the_same(written, same):
    assert normalise(written) == same


def test_punctuation_is_no_part_of_a_word():
    assert words_of("ООО «Ромашка», (завод №2)") == ["ооо", "ромашка", "завод", "no", "2"]


def test_ideographs_are_words_of_their_own():
    assert words_of("中国") == ["中", "国"]


@pytest.mark.parametrize("query", ["предприятия", "предприятие", "Предприятиями"])
def test_word_forms_share_a_stem(query):
    [(_beginning, stem)] = search_words(query)
    assert f" {stem} " in indexed_words(["Предприятие"])


def test_parted_words_are_found_in_one():
    assert " нмтех " in indexed_words(["НМ-Тех"])


def test_names_are_found_in_latin_letters():
    assert " mikron " in indexed_words([], names=["Микрон"])


def test_ignored_words_are_left_out_unless_there_are_no_others():
    assert [stem for _beginning, stem in search_words("ООО Элта", {"ооо"})] == ["элт"]
    assert [stem for _beginning, stem in search_words("ООО", {"ооо"})] == ["оо"]


def test_conjunctions_are_left_out():
    assert [stem for _beginning, stem in search_words("шоколад и карамель")] == ["шоколад", "карамел"]


def test_a_short_word_matches_whole_only():
    assert [beginning for beginning, _stem in search_words("эм микрон")] == ["", "микрон"]


@pytest.mark.parametrize("text", ["", "   ", "\x00", "«»—…"])
def test_a_text_without_words_has_none(text):
    assert indexed_words([text]) == ""
    assert search_words(text) == []
