"""A site's record refuses what can't be true, whoever writes it."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from portal.figures.enums import ValueStatus
from portal.figures.tests.factories import SourceFactory
from technopolis.enums import FactKind, Measure
from technopolis.models import Site, SiteEvent, SiteFact, Zone
from technopolis.site_parts import (
    SiteEnterprise,
    SiteEnterprises,
    _readers,
    enterprise_counts,
    enterprises_of,
    register_site_enterprises,
)
from technopolis.tests.factories import SiteFactory, ZoneFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "values",
    [
        {"area_hectares": Decimal(0)},
        {"area_hectares": Decimal("-1")},
        {"latitude": Decimal("55.7")},
        {"longitude": Decimal("37.6")},
        {"latitude": Decimal(91), "longitude": Decimal("37.6")},
        {"joined_year": 1812},
        {"joined_status": ValueStatus.CONFIRMED, "joined_year": 2005},
    ],
)
def test_the_database_refuses_what_cannot_be(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteFactory(**values)


def test_the_refusal_is_in_words():
    site = SiteFactory.build(zone=ZoneFactory(), district=SiteFactory().district, area_hectares=Decimal(0))
    with pytest.raises(ValidationError, match="если она неизвестна, оставьте поле пустым"):
        site.full_clean()


def test_an_address_is_made_from_the_name():
    site = SiteFactory.build(name="Новая площадка", slug="", zone=ZoneFactory(), district=SiteFactory().district)
    site.full_clean()
    assert site.slug == "novaya-ploshhadka"


def test_a_measure_is_counted_once_for_a_site():
    site = SiteFactory()
    values = {"site": site, "text": "100 рабочих мест", "measure": Measure.JOBS, "amount": Decimal(100)}
    SiteFact.objects.create(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteFact.objects.create(**values)


@pytest.mark.parametrize(
    "values",
    [
        {"measure": Measure.JOBS},
        {"amount": Decimal(5)},
        {"measure": Measure.JOBS, "amount": Decimal(5), "kind": FactKind.PLAN},
        {"measure": Measure.JOBS, "amount": Decimal(-5)},
        {"status": ValueStatus.CONFIRMED},
    ],
)
def test_a_plan_or_a_bare_number_never_gets_into_a_total(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteFact.objects.create(site=SiteFactory(), text="Показатель", **values)


def test_history_runs_in_order_of_time():
    site = SiteFactory()
    for happened in ("2005", "1963", "1963-05", "1991"):
        SiteEvent.objects.create(site=site, happened=happened, text="Событие")
    assert [event.happened for event in site.events.all()] == ["1963", "1963-05", "1991", "2005"]


def test_a_source_in_use_is_not_deleted():
    source = SourceFactory()
    SiteFactory(area_source=source)
    with pytest.raises(ProtectedError):
        source.delete()


def test_a_zone_does_not_end_before_it_begins():
    with pytest.raises(IntegrityError), transaction.atomic():
        ZoneFactory(slug="other", name="Другая", established_year=2005, until_year=2005)


def test_without_a_directory_a_site_has_no_enterprises(monkeypatch):
    monkeypatch.setattr("technopolis.site_parts._readers", {})
    assert enterprises_of(Site()) == SiteEnterprises()
    assert enterprise_counts() == {}


def test_the_directory_tells_a_site_s_enterprises(monkeypatch):
    monkeypatch.setitem(_readers, "enterprises", None)
    listed = SiteEnterprises(total=1, shown=(SiteEnterprise("Завод"),), url="/enterprises/?site=one")
    register_site_enterprises(lambda site: listed, lambda: {1: 1})
    assert enterprises_of(Site()) == listed
    assert enterprise_counts() == {1: 1}


def test_ten_sites_of_the_demo_stand_in_one_zone(shared_demo_site):
    zone = Zone.objects.get()
    assert list(zone.sites.live().values_list("position", flat=True)) == list(range(1, 11))
    assert zone.stated_totals.count() == 4


def test_unknown_areas_stay_empty_and_old_ones_are_marked(shared_demo_site):
    unknown = Site.objects.filter(area_hectares=None).values_list("slug", flat=True)
    assert list(unknown) == ["angstrem", "tolstopaltsevo", "kmz", "pechatniki", "khrunichev"]
    assert Site.objects.get(slug="alabushevo").area_kind == "historical"
    assert Site.objects.get(slug="krasnaya-pakhra").area_kind == "partial"


def test_every_statement_of_the_demo_has_a_source_or_says_that_it_has_none(shared_demo_site):
    without = [*SiteFact.objects.filter(source=None), *SiteEvent.objects.filter(source=None)]
    assert {record.status for record in without} == {ValueStatus.WITHOUT_SOURCE}
