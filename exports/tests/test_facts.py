"""A fact without its period, scope, base, number or source is never public, on any path."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from exports.display import FactDisplay, group_facts
from exports.enums import Comparison, Metric, Scope
from exports.models import ExportFact
from exports.tests.factories import ExportFactFactory
from industries.tests.factories import MarketFactory
from media.gate import PublicationRefused
from portal.core.numbers import UnitKind
from portal.figures.tests.factories import UnitFactory

pytestmark = pytest.mark.django_db


def china():
    return MarketFactory(
        name="Китай", slug="china", iso_code="CN", genitive="Китая", accusative="в Китай", locative="в Китае",
        english_name="China",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        ({"period": ""}, "period"),
        ({"period": "когда-нибудь"}, "period"),
        ({"scope": ""}, "scope"),
        ({"scope": Scope.TOGETHER}, "scope"),
        ({"markets": []}, "markets"),
        ({"source": None}, "source"),
        ({"as_of": ""}, "as_of"),
        ({"value": None}, "value"),
        ({"unit": None}, "unit"),
        ({"comparison": Comparison.NONE}, "comparison"),
        ({"base_period": ""}, "base_period"),
        ({"metric": Metric.STATEMENT}, "statement"),
        ({"period_wording": "с начала года"}, "period_wording_english"),
    ],
)
def test_what_is_missing_is_named_at_its_field_and_nothing_is_published(broken, field):
    with pytest.raises(PublicationRefused) as refused:
        ExportFactFactory(**broken)
    assert field in {problem.path[0] for problem in refused.value.problems}
    assert not ExportFact.objects.exists()


def test_a_draft_may_lack_everything_but_its_subject():
    ExportFact(subject="Поставки станков", live=False).save()
    assert ExportFact.objects.get().live is False


@pytest.mark.parametrize(
    "lost",
    [
        {"period": ""}, {"scope": ""}, {"source": None}, {"comparison": Comparison.NONE}, {"base_period": ""},
    ],
)  # fmt: skip
def test_the_database_itself_refuses_a_public_fact_without_them(lost):
    fact = ExportFactFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        ExportFact.objects.filter(pk=fact.pk).update(**lost)


def test_growth_is_measured_in_percent_or_times_and_a_share_in_percent():
    people = UnitFactory()
    with pytest.raises(PublicationRefused):
        ExportFactFactory(unit=people)
    times = UnitFactory(slug="times", name="раз", kind=UnitKind.MULTIPLE)
    with pytest.raises(PublicationRefused):
        ExportFactFactory(metric=Metric.SHARE, unit=times, comparison=Comparison.NONE)
    assert ExportFactFactory(unit=times, value=Decimal(3)).live


def test_a_draft_published_through_its_revision_is_checked_too():
    fact = ExportFact(subject="Поставки станков", live=False)
    fact.save()
    with pytest.raises(PublicationRefused):
        fact.save_revision().publish()
    assert ExportFact.objects.get().live is False


def test_the_address_is_made_of_the_subject_and_stays_unique():
    assert [ExportFactFactory().slug, ExportFactFactory().slug] == [
        "postavki-stankov-2024",
        "postavki-stankov-2024-2",
    ]


def test_facts_on_one_thing_stand_side_by_side_the_latest_period_first():
    markets = [MarketFactory(), china()]
    common = {"markets": markets, "scope": Scope.TOGETHER}
    ExportFactFactory(**common, period="2025H1", base_period="2024H1", value=Decimal(300))
    ExportFactFactory(**common, period="2025 9M", base_period="2024 9M", value=Decimal(122))
    ExportFactFactory(subject="Поставки приборов")
    groups = group_facts(ExportFact.objects.for_display())
    assert [len(group.facts) for group in groups] == [2, 1]
    assert groups[0].is_compared
    assert "девять месяцев" in groups[0].facts[0].sentence
    assert "полугодии" in groups[0].facts[1].sentence


def test_reading_facts_takes_two_queries_however_many_there_are(django_assert_num_queries):
    markets = [MarketFactory(), china()]
    for _ in range(10):
        ExportFactFactory(markets=markets)
    with django_assert_num_queries(2):
        group_facts(ExportFact.objects.live().for_display())


def test_a_fact_without_english_words_is_left_out_in_english():
    fact = ExportFactFactory(subject_english="")
    with translation.override("en"):
        assert FactDisplay.of(fact) is None
    assert FactDisplay.of(fact).scope_text == ""


def test_the_preview_reads_the_fact_on_every_page_it_touches():
    fact = ExportFactFactory(markets=[MarketFactory(), china()])
    readings = fact.readings()
    assert [reading["place"] for reading in readings] == [
        "Страница «Экспорт»",
        "Страница рынка «Китай»",
        "Страница рынка «Турция»",
    ]
    assert "в Китай и Турцию (каждая страна в отдельности)" in readings[0]["russian"]
    assert "to China:" in readings[1]["english"]


def test_the_preview_of_an_unfinished_fact_says_what_is_missing():
    fact = ExportFact(subject="Поставки станков")
    assert fact.readings() == [{"place": "Страница «Экспорт»", "russian": "", "english": ""}]
