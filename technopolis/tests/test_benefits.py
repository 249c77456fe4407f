"""Benefits are records: shown with steps, sources and flags wherever a resident looks for them, unknown as unknown."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string

from portal.accounts.tests.factories import make_editor
from portal.figures.enums import ValueStatus
from portal.figures.tests.factories import SourceFactory
from technopolis.benefit_display import benefits_by_scope, display_benefits
from technopolis.enums import BenefitScope
from technopolis.models import Benefit, BenefitStep
from technopolis.rate_display import tax_steps
from technopolis.tests.factories import BenefitFactory, TaxRateFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    "values",
    [
        {"source": None},
        {"name": ""},
        {"valid_from": date(2026, 1, 1), "valid_until": date(2025, 12, 31)},
    ],
)
def test_the_database_refuses_what_cannot_be(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        BenefitFactory(**values)


def test_the_database_refuses_the_same_benefit_twice_and_a_step_below_nought():
    benefit = BenefitFactory(name="Аренда земли")
    with pytest.raises(IntegrityError), transaction.atomic():
        BenefitFactory(name="Аренда земли")
    BenefitFactory(name="Аренда земли", scope=BenefitScope.CITY)
    with pytest.raises(IntegrityError), transaction.atomic():
        BenefitStep.objects.create(benefit=benefit, amount=Decimal(-1), unit="%")


def test_steps_are_shown_in_their_order_with_exact_amounts():
    benefit = BenefitFactory(text="")
    for position, (period, amount) in enumerate([("первый год", "0.400"), ("второй год", "10")]):
        BenefitStep.objects.create(
            benefit=benefit, period=period, amount=Decimal(amount), unit="ставки", sort_order=position
        )
    shown = display_benefits(Benefit.objects.for_display(), TODAY)[0]
    assert [(step.period, step.amount) for step in shown.steps] == [
        ("первый год", "0,4\u00a0ставки"),
        ("второй год", "10\u00a0ставки"),
    ]
    assert shown.is_known


def test_a_benefit_past_its_term_or_verification_is_flagged_and_one_without_words_is_unknown():
    past = BenefitFactory.build(valid_until=date(2026, 11, 26), status=ValueStatus.CONFIRMED, verified_on=TODAY)
    stale = BenefitFactory.build(status=ValueStatus.CONFIRMED, verified_on=date(2025, 1, 1), text="")
    flagged = [shown.remarks for shown in display_benefits([past, stale], TODAY)]
    assert flagged == [("срок истёк",), ("сверено 1\u00a0января 2025\u00a0года, пора сверить снова",)]
    assert [shown.is_known for shown in display_benefits([past, stale], TODAY)] == [True, False]


def test_residents_come_first_and_each_group_once():
    BenefitFactory(scope=BenefitScope.CITY)
    BenefitFactory(scope=BenefitScope.RESIDENT)
    BenefitFactory(scope=BenefitScope.ORDINARY)
    BenefitFactory(scope=BenefitScope.RESIDENT)
    groups = benefits_by_scope(Benefit.objects.for_display(), TODAY)
    assert [(group.title, len(group.benefits)) for group in groups] == [
        ("резидент зоны", 2),
        ("обычные условия", 1),
        ("другие режимы города", 1),
    ]


def test_benefits_are_read_in_two_queries_however_many(django_assert_num_queries):
    for _number in range(3):
        BenefitStep.objects.create(benefit=BenefitFactory(), amount=Decimal(1), unit="%")
    with django_assert_num_queries(2):
        assert len(display_benefits(Benefit.objects.published().for_display(), TODAY)) == 3


def test_editors_see_in_their_lists_what_is_past_or_stale(client):
    BenefitFactory(valid_until=date(2020, 1, 1), status=ValueStatus.CONFIRMED, verified_on=date(2019, 1, 1))
    TaxRateFactory(status=ValueStatus.CONFIRMED)
    client.force_login(make_editor())
    benefits = client.get("/admin/snippets/technopolis/benefit/").content.decode()
    rates = client.get("/admin/snippets/technopolis/taxrate/").content.decode()
    assert "срок истёк; сверено 1\u00a0января 2019\u00a0года, пора сверить снова" in benefits
    assert "с текстом закона не сверено" in rates
    assert "по 1\u00a0января 2020\u00a0года" in benefits
    assert "25 %" in rates


def test_an_editor_adds_a_benefit_with_its_steps_in_the_admin(client):
    client.force_login(make_editor())
    source = SourceFactory()
    step = {"steps-0-period": "первый год", "steps-0-amount": "0,4", "steps-0-unit": "ставки", "steps-0-ORDER": "1"}
    management = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    form = {
        "name": "Аренда", "scope": "resident", "position": "1", "source": source.pk, "status": "unchecked",
        "verify_every_months": "12", "is_published": "on", **step,
        **{f"steps-{name}": value for name, value in management.items()},
    }  # fmt: skip
    refused = client.post("/admin/snippets/technopolis/benefit/add/", {**form, "source": ""}).content.decode()
    assert "Льготу без источника нельзя показать." in refused
    assert client.post("/admin/snippets/technopolis/benefit/add/", form).status_code == 302
    [benefit] = display_benefits(Benefit.objects.for_display(), TODAY)
    assert [(one.period, one.amount) for one in benefit.steps] == [("первый год", "0,4\u00a0ставки")]
    history = client.get(f"/admin/snippets/technopolis/benefit/history/{benefit.benefit.pk}/").content.decode()
    assert "vera" in history


def test_each_source_of_a_tax_is_named_with_its_date_and_only_an_address_is_a_link():
    paper, page = (
        SourceFactory(publisher="Вестник", url=""),
        SourceFactory(publisher="Сайт", url="https://example.org/a"),
    )
    rates = [
        TaxRateFactory.build(source=paper, as_of="2025-10", valid_until=date(2027, 12, 31)),
        TaxRateFactory.build(source=page, as_of="", valid_from=date(2028, 1, 1)),
    ]
    [tax] = tax_steps(rates, TODAY)
    html = " ".join(render_to_string("technopolis/components/rate_origin.html", {"tax": tax}).split())
    assert '<span class="conditions__source"> Вестник, октябрь 2025 года </span>' in html
    assert '<a href="https://example.org/a" rel="external nofollow">Сайт</a>, дата не названа' in html


@pytest.fixture
def visitor(shared_demo_site, db, client):
    return client


def html_of(visitor, address):
    response = visitor.get(address)
    assert response.status_code == 200
    return response.content.decode()


def published(**wanted):
    return list(Benefit.objects.published().filter(**wanted).values_list("name", flat=True))


@pytest.mark.parametrize("address", ["/", "/technopolis/", "/technopolis/miet/", "/technopolis/calculator/"])
def test_every_benefit_of_residents_stands_where_a_resident_looks(visitor, address):
    html = html_of(visitor, address)
    listed = html.split('class="conditions"')[1].split("</dl>")[0]
    assert re.findall(r"<dt>(.*?)</dt>", listed) == published(scope=BenefitScope.RESIDENT)
    assert len(published(scope=BenefitScope.RESIDENT)) == 8
    assert "0,4\u00a0базовой ставки" in listed
    assert 'href="/technopolis/benefits/"' in html


def test_the_page_of_benefits_holds_all_rates_with_every_step_and_all_published_benefits(visitor):
    html = html_of(visitor, "/technopolis/benefits/")
    assert sorted(re.findall(r"<dt>(.*?)</dt>", html)) == sorted(published())
    percents = re.findall(r'class="rates__percent">\s*([\d,]+\u00a0?%)', html)
    assert [percent.replace("\u00a0", "") for percent in percents] == [
        *("0%", "0%", "0%", "2%", "7%", "14,5%", "0%", "0%"),
        *("1,5%", "25%", "2,2%"),
    ]
    assert all(words in html for words in ("до конца 2027 года", "2028–2032 годы", "с 2033 года", "срок истёк"))
    assert "Транспортный налог: ступени для легковых машин" not in html
    minimum = html.split("<dt>Минимальный объём инвестиций</dt>")[1].split("</dd>")[0]
    assert "нет данных" in minimum


def test_the_page_of_benefits_takes_exactly_these_queries(visitor, django_assert_num_queries):
    with django_assert_num_queries(8):
        html_of(visitor, "/technopolis/benefits/")


def test_a_change_of_a_benefit_reaches_the_article_at_once(visitor):
    assert "Выкуп земли" in html_of(visitor, "/")
    benefit = Benefit.objects.get(name="Выкуп земли")
    benefit.name = "Покупка участка"
    benefit.save()
    html = html_of(visitor, "/")
    assert "Покупка участка" in html
    assert "Выкуп земли" not in html
