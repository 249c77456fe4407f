"""The texts read well: no number typed into them, Russian typography, no shouting, nothing said twice."""

import re
from collections import Counter

import pytest

from portal.demo.loading.content import read
from portal.demo.tests.reading import sections, texts_of, without_tags

# Years, dates and names with digits in them are no published numbers.
EXEMPT = re.compile(r"\b(?:19|20)\d\d(?:[–-](?:19|20)\d\d)?\b|«?Москвич 3е»?|№\s*\d+")
SHORT_WORDS = "в|к|с|о|у|и|а|на|за|до|от|из|по|об|не|ни|но"
# Words that are often typed with «е» where «ё» is due.
WITHOUT_YO = re.compile(
    r"\b(?:еще|ее|свое|нем|ведет|дает|идет|растет|придет|начнется|ученые|ученых|учет|"
    r"самолет\w*|трех|четырех|объем\w*|партнер\w*|вернемся)\b",
    re.IGNORECASE,
)

every_section = pytest.mark.parametrize("one", sections(), ids=lambda one: one["slug"])


def read_texts(one):
    return [without_tags(text) for text in texts_of(one)]


def opening_texts():
    article = read("article.json")["article"]
    return [article[name] for name in ("kicker", "lead", "question", "plate_caption", "search_description")]


def every_text():
    return [*opening_texts(), *(text for one in sections() for text in read_texts(one))]


@every_section
def test_no_published_number_is_typed_into_the_text(one):
    assert [text for text in read_texts(one) if re.search(r"\d", EXEMPT.sub("", text))] == []


def test_no_published_number_is_typed_into_the_opening():
    assert [text for text in opening_texts() if re.search(r"\d", EXEMPT.sub("", text))] == []


@every_section
def test_a_section_is_long_enough_to_say_something_and_short_enough_to_be_read(one):
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(read_texts(one)))
    assert 80 <= len(words) <= 220


@every_section
def test_a_lead_is_one_or_two_sentences(one):
    assert len(re.findall(r"[.!?…](?:\s|$)", without_tags(one["lead"]).strip())) in (1, 2)


def texts_with(fault):
    return [text for text in every_text() if re.search(fault, text)]


def test_quotes_dashes_and_spaces_are_russian():
    assert texts_with(r"[\"“”„]|\.\.\.| - |--|\s,| {2}") == []
    assert [text for text in every_text() if text.count("«") != text.count("»")] == []


def test_nobody_shouts():
    assert texts_with("!") == []


def test_a_dash_begins_no_line():
    assert texts_with(r"(?<!\u00a0)—") == []


def test_a_short_word_ends_no_line():
    labels = {label for one in sections() for label in (one["title"], one["nav_label"])}
    left = texts_with(rf"(?<![\w-])(?:{SHORT_WORDS}) (?=[\w«])")
    assert [text for text in left if text not in labels] == []


def test_yo_is_written():
    assert texts_with(WITHOUT_YO) == []


def test_no_sentence_stands_twice():
    sentences = Counter(
        sentence.strip(" .")
        for text in every_text()
        for sentence in re.split(r"(?<=[.?])\s", text)
        if len(sentence.split()) > 4
    )
    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_the_conclusion_comes_back_to_the_question_of_the_opening():
    question = read("article.json")["article"]["question"]
    asked = question.removeprefix("Как").strip()
    assert asked in sections()[-1]["lead"]
