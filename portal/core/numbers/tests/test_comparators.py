import pytest

from portal.core.numbers import Comparator, GrammaticalCase

NOMINATIVE, GENITIVE = GrammaticalCase.NOMINATIVE, GrammaticalCase.GENITIVE


@pytest.mark.parametrize(
    ("comparator", "russian", "english", "before_phrase", "sign", "english_sign", "case"),
    [
        ("exactly", "", "", "", "", "", NOMINATIVE),
        ("more-than", "более", "more than", "более чем", ">", ">", GENITIVE),
        ("about", "около", "about", "примерно", "≈", "≈", GENITIVE),
        ("less-than", "менее", "less than", "менее чем", "<", "<", GENITIVE),
        ("up-to", "до", "up to", "до", "до", "up to", GENITIVE),
        ("times", "", "", "", "×", "×", NOMINATIVE),
        ("almost", "почти", "almost", "почти", "почти", "almost", NOMINATIVE),
        ("at-least", "не менее", "at least", "не менее чем", "не менее", "at least", GENITIVE),
    ],
)
def test_each_comparator_has_its_words_sign_and_case(
    comparator, russian, english, before_phrase, sign, english_sign, case
):
    chosen = Comparator(comparator)
    assert (chosen.word("ru"), chosen.word("en")) == (russian, english)
    assert (chosen.phrase_word("ru"), chosen.phrase_word("en")) == (before_phrase, english)
    assert (chosen.sign("ru"), chosen.sign("en")) == (sign, english_sign)
    assert chosen.case is case


def test_choices_fit_a_model_field_and_are_labelled_in_russian():
    assert dict(Comparator.choices) == {
        "exactly": "ровно",
        "more-than": "более (>)",
        "about": "около (≈)",
        "less-than": "менее (<)",
        "up-to": "до",
        "times": "в … раз (×)",
        "almost": "почти",
        "at-least": "не менее",
    }
    assert max(len(value) for value in Comparator.values) <= 20


@pytest.mark.parametrize(
    ("wording", "comparator"),
    [
        ("", Comparator.EXACTLY),
        ("свыше", Comparator.MORE_THAN),
        (" Более ", Comparator.MORE_THAN),
        ("больше", Comparator.MORE_THAN),
        ("превысил", Comparator.MORE_THAN),
        (">", Comparator.MORE_THAN),
        ("порядка", Comparator.ABOUT),
        ("около", Comparator.ABOUT),
        ("≈", Comparator.ABOUT),
        ("почти", Comparator.ALMOST),
        ("менее", Comparator.LESS_THAN),
        ("до", Comparator.UP_TO),
        ("не более", Comparator.UP_TO),
        ("не менее", Comparator.AT_LEAST),
        ("×", Comparator.TIMES),
    ],
)
def test_press_wordings_are_understood(wording, comparator):
    assert Comparator.from_wording(wording) is comparator


def test_unknown_wording_is_refused_not_taken_for_exact():
    with pytest.raises(ValueError, match="«вроде» is not a known way"):
        Comparator.from_wording("вроде")
