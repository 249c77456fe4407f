import pytest

from portal.core.numbers import Comparator, UnitKind
from portal.figures.models import Unit
from portal.figures.rich_text.editor import chosen_data
from portal.figures.rich_text.repeated_words import words_after, words_before
from portal.figures.tests.factories import FigureFactory


def test_each_form_of_the_noun_is_known_the_longest_first():
    unit = Unit(kind=UnitKind.COUNT, one="специалист", few="специалиста", many="специалистов")
    assert words_after(unit) == ["специалистов", "специалиста", "специалист"]


def test_a_scale_is_known_with_the_unit_and_without_it():
    unit = Unit(kind=UnitKind.MONEY, one="рубль", few="рубля", many="рублей", symbol="руб.", scale="billion")
    words = words_after(unit)
    assert {"млрд рублей", "миллиардов рублей", "млрд руб.", "миллиарда рубля", "млрд", "рублей"} <= set(words)
    assert words.index("млрд рублей") < words.index("млрд")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("comparator", "known", "unknown"),
    [(Comparator.EXACTLY, {"более", "свыше", "около", "ровно"}, {"до", "превысил", ""}),
     (Comparator.UP_TO, {"до", "не более", "почти"}, {"ровно", "в раз"})],
)  # fmt: skip
def test_words_of_exactness_are_known_unless_they_mean_something_else_as_often(comparator, known, unknown):
    words = set(words_before(FigureFactory(comparator=comparator)))
    assert known <= words
    assert not unknown & words


@pytest.mark.django_db
def test_the_chooser_tells_the_editor_of_both():
    data = chosen_data(FigureFactory())
    assert (data["after"][0], "свыше" in data["before"]) == ("специалистов", True)
