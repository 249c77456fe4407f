from decimal import Decimal

import pytest

from industries.tests.factories import EnterpriseFactory
from portal.figures.counters import count
from technopolis.tests.factories import DistrictFactory, SiteFactory

pytestmark = pytest.mark.django_db


def test_sites_are_counted_and_their_area_only_while_it_is_all_known():
    SiteFactory(area_hectares=Decimal("12.5"))
    SiteFactory(area_hectares=Decimal(30), district=DistrictFactory(slug="vao", name="Восточный", short_name="ВАО"))
    SiteFactory(live=False)
    assert (count("sites"), count("sites", "district=vao")) == (2, 1)
    assert count("site-hectares") == Decimal("42.5")
    SiteFactory(area_hectares=None)
    assert count("site-hectares") is None


def test_enterprises_are_counted_as_the_directory_counts_them():
    resident = EnterpriseFactory(residency="resident")
    EnterpriseFactory(residency="unknown")
    EnterpriseFactory(residency="resident", role="university")
    assert (count("enterprises"), count("enterprises", "residency=resident")) == (2, 1)
    assert count("enterprises", "status=resident") == 1
    assert count("enterprises", f"industry={resident.industry.slug}") >= 1


@pytest.mark.parametrize(
    ("name", "filter_text"),
    [
        ("sites", "district=moon"),
        ("enterprises", "residency=maybe"),
        ("enterprises", "status=maybe"),
        ("enterprises", "industry=alchemy"),
    ],
)
def test_an_unknown_value_of_a_filter_counts_nothing(name, filter_text):
    assert count(name, filter_text) is None
