"""Every fact of the first site, on every page it touches, says its scope, its period and its base."""

import re

import pytest
from django.db import transaction
from django.utils import translation

from exports.enums import Comparison, Scope
from exports.models import ExportCase, ExportFact, ExportsIndexPage, TradeEvent
from exports.wording.bases import base_text
from industries.models import Market
from industries.tests.factories import EnterpriseFactory, make_entrance
from portal.accounts.tests.factories import make_editor
from portal.core.numbers import Period
from portal.demo.loading.exports import load_export_figures, load_exports
from portal.demo.loading.figures import load_figures
from portal.demo.loading.industries import load_industries, load_markets

pytestmark = pytest.mark.django_db

# The forms of each market's name, written out by hand: nominative, genitive, accusative with its preposition.
FORMS = {
    "saudi-arabia": ("Саудовская Аравия", "Саудовской Аравии", "в Саудовскую Аравию", "в Саудовской Аравии"),
    "turkey": ("Турция", "Турции", "в Турцию", "в Турции"),
    "belarus": ("Беларусь", "Беларуси", "в Беларусь", "в Беларуси"),
    "kazakhstan": ("Казахстан", "Казахстана", "в Казахстан", "в Казахстане"),
    "china": ("Китай", "Китая", "в Китай", "в Китае"),
    "myanmar": ("Мьянма", "Мьянмы", "в Мьянму", "в Мьянме"),
    "azerbaijan": ("Азербайджан", "Азербайджана", "в Азербайджан", "в Азербайджане"),
    "serbia": ("Сербия", "Сербии", "в Сербию", "в Сербии"),
    "uae": ("ОАЭ", "ОАЭ", "в ОАЭ", "в ОАЭ"),
    "uzbekistan": ("Узбекистан", "Узбекистана", "в Узбекистан", "в Узбекистане"),
    "armenia": ("Армения", "Армении", "в Армению", "в Армении"),
    "egypt": ("Египет", "Египта", "в Египет", "в Египте"),
    "congo": ("Конго", "Конго", "в Конго", "в Конго"),
    "nigeria": ("Нигерия", "Нигерии", "в Нигерию", "в Нигерии"),
    "iran": ("Иран", "Ирана", "в Иран", "в Иране"),
    "india": ("Индия", "Индии", "в Индию", "в Индии"),
    "tajikistan": ("Таджикистан", "Таджикистана", "в Таджикистан", "в Таджикистане"),
    "mongolia": ("Монголия", "Монголии", "в Монголию", "в Монголии"),
}


@pytest.fixture(scope="module")
def records(django_db_setup, django_db_blocker):
    """The records of the first site without its pages and pictures, loaded once for the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_figures()
        load_export_figures()
        load_industries()
        load_markets()
        for slug in ("ochakovo", "niime", "elta"):
            EnterpriseFactory(slug=slug)
        load_exports(make_editor())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def facts(records, db):
    return list(ExportFact.objects.for_display())


def readings(facts):
    """Yield each fact with each of its markets."""
    for fact in facts:
        for market in fact.ordered_markets:
            yield fact, market


def has_a_name(text, market):
    names = [market.name, market.genitive, market.accusative.partition(" ")[2]]
    return any(re.search(rf"\b{name}\b", text) for name in names)


def test_the_forms_of_all_markets_are_right(records, db):
    kept = {
        market.slug: (market.name, market.genitive, market.accusative, market.locative)
        for market in Market.objects.all()
    }
    assert kept == FORMS


def test_every_fact_on_every_market_says_its_scope(facts):
    assert len(facts) == 31
    for fact, market in readings(facts):
        text = fact.sentence("ru", market)
        named = {other.slug for other in Market.objects.all() if has_a_name(text, other)}
        if fact.scope == Scope.TOGETHER:
            assert named == {one.slug for one in fact.ordered_markets}, text
            assert " вместе" in text
        else:
            assert named == {market.slug}, text
            assert " вместе" not in text


def test_every_fact_on_every_market_says_its_period(facts):
    for fact, market in readings(facts):
        period = fact.period_wording or fact.typed_period.in_sentence("ru")
        assert re.search(r"20\d\d", period)
        assert period in fact.sentence("ru", market)


def test_every_growth_says_what_it_is_compared_with(facts):
    growths = [pair for pair in readings(facts) if pair[0].metric == "growth"]
    assert len(growths) == 22
    for fact, market in growths:
        text = fact.sentence("ru", market)
        if fact.comparison == Comparison.PERIOD:
            assert base_text(Period.parse(fact.base_period), "ru") in text
        else:
            assert "с чем сравнивает источник, не сказано" in text


def test_in_english_no_cyrillic_letter_stands_in_any_sentence(facts):
    for fact, market in readings(facts):
        for text in (fact.sentence("en"), fact.sentence("en", market)):
            assert text
            assert not re.search("[а-яё]", text, re.IGNORECASE), text


def test_in_english_cases_and_events_hold_no_cyrillic_letter(records, db):
    with translation.override("en"):
        for case in ExportCase.objects.all():
            assert not re.search("[а-яё]", f"{case.shown_title} {case.shown_story} {case.period_text}", re.IGNORECASE)
        for event in TradeEvent.objects.all():
            told = f"{event.shown_name} {event.shown_place} {event.shown_description} {event.dates_text}"
            assert not re.search("[а-яё]", told, re.IGNORECASE)


def test_the_two_numbers_of_instruments_stand_side_by_side(records, db, client):
    make_entrance(ExportsIndexPage)
    for slug in ("turkey", "belarus", "kazakhstan", "china", "myanmar"):
        page = client.get(f"/exports/markets/{slug}/").content.decode().replace("\N{NO-BREAK SPACE}", " ")
        together = "в Турцию, Беларусь, Казахстан, Китай и Мьянму вместе"
        assert f"{together}: рост более чем в 3 раза в I полугодии 2025 года к I полугодию 2024 года." in page
        assert f"{together}: рост на 122 % за девять месяцев 2025 года к девяти месяцам 2024 года." in page


def test_what_is_not_clear_stays_a_draft(records, db):
    drafts = ExportFact.objects.filter(live=False).values_list("slug", flat=True)
    assert set(drafts) == {"congo-medicines", "uzbekistan-equipment", "uzbekistan-food"}


def test_every_live_fact_has_a_source_or_is_the_owner_s(records, db):
    without = ExportFact.objects.live().filter(source=None)
    assert [fact.kind for fact in without] == ["owners-claim"]
    assert not ExportFact.objects.exclude(review_on__gt="2026-01-01").exists()
