import pytest

from portal.core.numbers import HECTARES, ROUBLES, NounForms, Scale, UnitForms


@pytest.mark.parametrize(
    ("scale", "power", "abbreviation", "after_five"),
    [
        (Scale.NONE, 0, "", ""),
        (Scale.THOUSAND, 3, "тыс.", "тысяч"),
        (Scale.MILLION, 6, "млн", "миллионов"),
        (Scale.BILLION, 9, "млрд", "миллиардов"),
        (Scale.TRILLION, 12, "трлн", "триллионов"),
    ],
)
def test_each_scale_knows_its_power_and_words(scale, power, abbreviation, after_five):
    assert (scale.power, scale.abbreviation, scale.forms.genitive_plural) == (power, abbreviation, after_five)


def test_unit_with_a_common_symbol_and_no_words_borrows_them():
    bare = UnitForms("measure", symbol="га")
    assert bare.spoken_forms == HECTARES.forms
    assert bare.completed().english_symbol == "ha"


def test_words_given_by_an_editor_come_before_borrowed_ones():
    own = UnitForms("measure", NounForms("сотка", "сотки", "соток"), "га", english_one="acre", english_other="acres")
    assert own.spoken_forms.one == "сотка"
    assert own.completed() == own


def test_unit_with_an_unknown_symbol_stays_as_it_is():
    unit = UnitForms("measure", symbol="млг")
    assert unit.completed() == unit
    assert not unit.spoken_forms


def test_symbol_and_scale_change_without_touching_the_words():
    changed = ROUBLES.with_symbol("₽").with_scale(Scale.MILLION)
    assert (changed.symbol, changed.scale, changed.forms) == ("₽", "million", ROUBLES.forms)
    assert ROUBLES.symbol == "руб."
