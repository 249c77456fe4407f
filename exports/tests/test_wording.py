"""Sentences are grammatical and leave neither scope nor period nor base unsaid, whatever the fact."""

from decimal import Decimal

import pytest

from exports.enums import Comparison, Metric, Scope
from exports.wording import FactWords, MarketNames, sentence
from exports.wording.amounts import Amount
from exports.wording.bases import a_year_earlier, base_text
from exports.wording.market_names import direction, joined
from portal.core.numbers import CHANGE_PERCENT, MULTIPLE, PERCENT, ROUBLES, Comparator, Period, Scale

TURKEY = MarketNames("Турция", "Турции", "в Турцию", "Turkey")
CHINA = MarketNames("Китай", "Китая", "в Китай", "China")
CUBA = MarketNames("Куба", "Кубы", "на Кубу", "Cuba")
THREE = Amount(Comparator.MORE_THAN, Decimal(3), MULTIPLE)
GROWTH = {"comparison": Comparison.PERIOD, "base_period": Period.parse("2024H1")}


def words(metric=Metric.GROWTH, scope=Scope.TOGETHER, markets=(TURKEY, CHINA), amount=THREE, **more):
    return FactWords(
        metric=metric,
        scope=scope,
        markets=tuple(markets),
        subject="Поставки станков",
        subject_english="Deliveries of machine tools",
        period=more.pop("period", Period.parse("2025H1")),
        amount=amount,
        **more,
    )


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def say(fact, language="ru"):
    return plain(sentence(fact, language))


@pytest.mark.parametrize(
    ("fact", "russian", "english"),
    [
        (
            words(**GROWTH),
            "Поставки станков в Турцию и Китай вместе: рост более чем в 3 раза в I полугодии 2025 года "
            "к I полугодию 2024 года.",
            "Deliveries of machine tools to Turkey and China taken together: growth by a factor of more than 3 in the "
            "first half of 2025, compared with the first half of 2024.",
        ),
        (
            words(scope=Scope.EACH, amount=Amount("exactly", Decimal(-5), CHANGE_PERCENT), **GROWTH),
            "Поставки станков в Турцию и Китай (каждая страна в отдельности): снижение на 5 % в I полугодии 2025 года "
            "к I полугодию 2024 года.",
            "Deliveries of machine tools to Turkey and China (each on its own): a decline of 5% in the first half of "
            "2025, compared with the first half of 2024.",
        ),
        (
            words(markets=[TURKEY], scope=Scope.EACH, comparison=Comparison.SAME_PERIOD),
            "Поставки станков в Турцию: рост более чем в 3 раза в I полугодии 2025 года к I полугодию 2024 года.",
            "Deliveries of machine tools to Turkey: growth by a factor of more than 3 in the first half of 2025, "
            "compared with the first half of 2024.",
        ),
        (
            words(markets=[CHINA], scope=Scope.EACH, comparison=Comparison.NOT_STATED),
            "Поставки станков в Китай: рост более чем в 3 раза в I полугодии 2025 года; с чем сравнивает источник, "
            "не сказано.",
            "Deliveries of machine tools to China: growth by a factor of more than 3 in the first half of 2025; "
            "the source does not say what it is compared with.",
        ),
        (
            words(Metric.SHARE, amount=Amount("about", Decimal(16), PERCENT)),
            "Поставки станков: на Турцию и Китай вместе приходится около 16 % в I полугодии 2025 года.",
            "Deliveries of machine tools: Turkey and China taken together account for about 16% in the first half of "
            "2025.",
        ),
        (
            words(
                Metric.AMOUNT,
                markets=[CUBA, CHINA],
                amount=Amount("exactly", Decimal("1.5"), ROUBLES.with_scale(Scale.BILLION)),
            ),
            "Поставки станков на Кубу и в Китай вместе: 1,5 млрд руб. в I полугодии 2025 года.",
            "Deliveries of machine tools to Cuba and China taken together: 1.5 billion roubles in the first half of "
            "2025.",
        ),
        (
            words(Metric.TURNOVER, amount=Amount("about", Decimal(2), ROUBLES.with_scale(Scale.BILLION))),
            "Поставки станков и группы стран — Турции и Китая — вместе: около 2 млрд руб. в I полугодии 2025 года.",
            "Deliveries of machine tools with Turkey and China taken together: about 2 billion roubles in the first "
            "half of 2025.",
        ),
        (
            words(Metric.STATEMENT, statement="среди лидеров роста", statement_english="among the leaders in growth"),
            "Поставки станков: Турция и Китай вместе — среди лидеров роста в I полугодии 2025 года.",
            "Deliveries of machine tools: Turkey and China taken together — among the leaders in growth in the first "
            "half of 2025.",
        ),
    ],
)
def test_a_fact_of_each_kind_reads_in_both_languages(fact, russian, english):
    assert say(fact) == russian
    assert say(fact, "en") == english


@pytest.mark.parametrize("metric", Metric)
@pytest.mark.parametrize("comparator", [each for each in Comparator if each != Comparator.TIMES])
@pytest.mark.parametrize("comparison", Comparison)
def test_scope_period_and_base_are_said_in_every_combination(metric, comparator, comparison):
    fact = words(
        metric,
        amount=Amount(comparator, Decimal(24), PERCENT),
        statement="среди лидеров",
        statement_english="among the leaders",
        comparison=comparison,
        base_period=Period.parse("2024H1"),
    )
    russian, english = say(fact), say(fact, "en")
    assert " вместе" in russian
    assert " taken together" in english
    assert "в I полугодии 2025 года" in russian
    assert "in the first half of 2025" in english
    if comparison is Comparison.NONE:
        assert "к I полугодию" not in russian
    elif comparison is Comparison.NOT_STATED:
        assert "с чем сравнивает источник, не сказано" in russian
    else:
        assert "к I полугодию 2024 года" in russian
        assert "compared with the first half of 2024" in english
    assert not any("а" <= letter.lower() <= "я" for letter in english)


def test_a_fact_of_several_together_is_never_said_of_one_of_them():
    fact = words(**GROWTH)
    assert fact.for_market(TURKEY) == fact
    assert "Турцию и Китай вместе" in say(fact.for_market(TURKEY))


def test_a_fact_about_each_is_said_of_the_page_s_market_alone():
    fact = words(scope=Scope.EACH, **GROWTH)
    assert say(fact.for_market(CHINA)).startswith("Поставки станков в Китай: рост")


def test_the_editor_s_words_for_a_period_take_the_place_of_the_typed_one():
    fact = words(
        period=Period.parse("2025"),
        period_wording="в январе–июле 2025 года",
        period_wording_english="in January–July 2025",
        comparison=Comparison.SAME_PERIOD,
    )
    assert "в январе–июле 2025 года к тому же периоду годом ранее" in say(fact)
    assert "in January–July 2025, compared with the same period a year earlier" in say(fact, "en")


@pytest.mark.parametrize(
    "missing",
    [
        {"subject_english": ""},
        {"period_wording": "с начала года"},
        {"markets": (MarketNames("Турция", "Турции", "в Турцию", ""),)},
    ],
)
def test_without_english_words_nothing_is_said_in_english(missing):
    fact = FactWords(**{**words(**GROWTH).__dict__, **missing})
    assert sentence(fact, "en") == ""
    assert sentence(fact, "ru") != ""


def test_nothing_is_said_of_no_market():
    assert sentence(words(markets=[]), "ru") == ""


@pytest.mark.parametrize(
    ("comparator", "value", "unit", "russian", "english"),
    [
        ("exactly", 6, MULTIPLE, "рост в 6 раз", "growth by a factor of 6"),
        ("times", 34, PERCENT, "рост в 34 раза", "growth by a factor of 34"),
        ("up-to", 3, MULTIPLE, "рост не более чем в 3 раза", "growth by a factor of up to 3"),
        ("almost", 50, PERCENT, "рост почти на 50 %", "growth of almost 50%"),
        ("at-least", 50, PERCENT, "рост не менее чем на 50 %", "growth of at least 50%"),
        ("about", "12.5", CHANGE_PERCENT, "рост примерно на 12,5 %", "growth of about 12.5%"),
        ("exactly", 0, CHANGE_PERCENT, "без изменений", "no change"),
    ],
)
def test_a_change_is_said_with_its_exactness(comparator, value, unit, russian, english):
    amount = Amount(comparator, Decimal(value), unit)
    assert plain(amount.change("ru")) == russian
    assert amount.change("en") == english


@pytest.mark.parametrize(
    ("period", "russian", "english"),
    [
        ("2024", "к 2024 году", "compared with 2024"),
        ("2024H2", "к II полугодию 2024 года", "compared with the second half of 2024"),
        ("2024 9M", "к девяти месяцам 2024 года", "compared with the first nine months of 2024"),
        ("2023Q3", "к III кварталу 2023 года", "compared with the third quarter of 2023"),
        ("2024-08", "к августу 2024 года", "compared with August 2024"),
        ("2024-05", "к маю 2024 года", "compared with May 2024"),
        ("2024-06", "к июню 2024 года", "compared with June 2024"),
        ("2024-03", "к марту 2024 года", "compared with March 2024"),
    ],
)
def test_the_base_stands_in_the_dative(period, russian, english):
    assert plain(base_text(Period.parse(period), "ru")) == russian
    assert plain(base_text(Period.parse(period), "en")) == english


def test_nothing_is_compared_with_an_open_period():
    with pytest.raises(ValueError, match="Nothing is compared"):
        base_text(Period.parse("с 2022"), "ru")


def test_a_year_earlier_is_a_period_of_the_same_kind():
    assert a_year_earlier(Period.parse("2024-02")) == Period.parse("2023-02")
    with pytest.raises(ValueError, match="without a first day"):
        a_year_earlier(Period.parse("до 2028"))


def test_names_are_listed_as_a_sentence_lists_them():
    assert joined(["Иран"], "и") == "Иран"
    assert joined(["Иран", "Китай", "Беларусь"], "и") == "Иран, Китай и Беларусь"
    assert direction([TURKEY, CHINA]) == "в Турцию и Китай"
    assert direction([CHINA, CUBA]) == "в Китай и на Кубу"
