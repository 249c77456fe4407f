"""Rates never contradict one another, and a change of one reaches every page."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.forms import model_to_dict

from portal.accounts.tests.factories import make_editor
from portal.figures.enums import ValueStatus
from technopolis.enums import Regime, Tax
from technopolis.models import TaxRate
from technopolis.rate_display import display_rate, tax_steps, term_text
from technopolis.tests.factories import TaxRateFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    "values",
    [
        {"percent": Decimal(-1)},
        {"percent": Decimal(101)},
        {"valid_from": date(2026, 1, 1), "valid_until": date(2025, 12, 31)},
        {"federal_percent": Decimal(2), "regional_percent": Decimal(5)},
        {"source": None},
    ],
)
def test_the_database_refuses_what_cannot_be(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        TaxRateFactory(**values)


@pytest.mark.parametrize(
    ("since", "until"),
    [(None, None), (date(2027, 12, 31), None), (None, date(2020, 1, 1)), (date(2025, 5, 1), date(2025, 5, 1))],
)
def test_two_published_rates_never_hold_at_one_time_on_any_path(since, until):
    TaxRateFactory(valid_until=date(2027, 12, 31))
    with pytest.raises(ValidationError, match="В это время уже действует другая ставка"):
        TaxRateFactory(valid_from=since, valid_until=until)
    TaxRateFactory(valid_from=since, valid_until=until, is_published=False)
    TaxRateFactory(valid_from=since, valid_until=until, tax=Tax.LAND)
    TaxRateFactory(valid_from=date(2028, 1, 1))


def test_the_database_holds_two_rates_apart_even_without_the_model():
    TaxRateFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        TaxRate.objects.bulk_create([TaxRateFactory.build(source=TaxRate.objects.get().source)])


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"valid_until": date(2027, 12, 31)}, "до конца 2027 года"),
        ({"valid_from": date(2028, 1, 1), "valid_until": date(2032, 12, 31)}, "2028–2032 годы"),
        ({"valid_from": date(2033, 1, 1)}, "с 2033 года"),
        ({"first_years": 10}, "первые 10 лет"),
        ({"valid_from": date(2026, 7, 1)}, "с 1\u00a0июля 2026\u00a0года"),
        ({"valid_until": date(2026, 6, 30)}, "по 30\u00a0июня 2026\u00a0года"),
        ({}, ""),
    ],
)
def test_a_term_is_told_in_words(fields, words):
    assert term_text(TaxRateFactory.build(**fields)) == words


@pytest.mark.parametrize(
    ("fields", "remarks"),
    [
        ({"verified_on": date(2026, 1, 1), "status": ValueStatus.CONFIRMED}, ()),
        (
            {"verified_on": date(2025, 1, 1), "status": ValueStatus.CONFIRMED},
            ("сверено 1\u00a0января 2025\u00a0года, пора сверить снова",),
        ),
        ({"status": ValueStatus.UNCHECKED}, ("не проверено", "с текстом закона не сверено")),
        (
            {"valid_until": date(2026, 11, 26), "verified_on": date(2026, 1, 1), "status": ValueStatus.CONFIRMED},
            ("срок истёк",),
        ),
    ],
)  # fmt: skip
def test_a_rate_past_its_term_or_verification_is_flagged(fields, remarks):
    assert display_rate(TaxRateFactory.build(**fields), TODAY).remarks == remarks


def test_steps_of_a_tax_always_stand_together(shared_demo_site):
    profit = next(
        tax for tax in tax_steps(TaxRate.objects.published()) if (tax.regime, tax.tax) == (Regime.RESIDENT, Tax.PROFIT)
    )
    assert [(step.percent, step.term) for step in profit.steps] == [
        ("2\u00a0%", "до конца 2027 года"),
        ("7\u00a0%", "2028–2032 годы"),
        ("14,5\u00a0%", "с 2033 года"),
    ]


def test_the_unverified_tax_on_imports_is_not_published(shared_demo_site):
    assert not TaxRate.objects.get(regime=Regime.ORDINARY, tax=Tax.IMPORT_VAT).is_published


def test_a_change_in_the_admin_reaches_the_article_the_pages_and_the_calculator_at_once(shared_demo_site, client):
    addresses = ("/", "/technopolis/", "/technopolis/miet/", "/technopolis/benefits/", "/figures/profit-tax-resident/")
    assert all("11\u00a0%" not in client.get(address).content.decode() for address in addresses)
    rate = TaxRate.objects.get(regime=Regime.RESIDENT, tax=Tax.PROFIT, percent=Decimal(7))
    client.force_login(make_editor())
    form = {name: "" if value is None else value for name, value in model_to_dict(rate).items()}
    changed = {**form, "percent": "11", "regional_percent": "9", "is_published": "on", "verified_on": "2026-11-20"}
    answer = client.post(f"/admin/snippets/technopolis/taxrate/edit/{rate.pk}/", changed)
    assert answer.status_code == 302
    client.logout()
    # 11 % of 1 000 roubles.
    calculated = client.get("/technopolis/calculator/?profit=1000&start_year=2028&years=1").content.decode()
    assert "110\u00a0₽" in calculated
    for address in addresses:
        html = client.get(address).content.decode()
        assert "11\u00a0%" in html, address
        assert "7\u00a0%" not in html.split("2028–2032 годы")[0][-400:], address


def test_a_rate_is_verified_on_a_day_that_has_come():
    rate = TaxRateFactory(is_published=False)
    rate.verified_on = date(9999, 12, 31)
    with pytest.raises(ValidationError, match="Эта дата ещё не наступила"):
        rate.full_clean()
    assert not rate.needs_verification(TODAY)
