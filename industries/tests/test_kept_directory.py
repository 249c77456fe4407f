"""What a process keeps of the directory, held to what the database says after every kind of change."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from industries.directory.listing import EnterpriseListing
from industries.models import Enterprise, EnterpriseIndexPage, Market
from industries.services import merge, retire
from industries.tests.factories import EnterpriseFactory, IndustryFactory, MarketFactory, make_entrance
from portal.accounts.tests.factories import make_administrator
from portal.core.content_version import content_changed
from portal.core.models import ContentChange
from portal.figures.tests.factories import SourceFactory
from portal.listing.request_state import RequestState
from portal.listing.result import ListingResult

pytestmark = pytest.mark.django_db

FIRST_AFTER_A_CHANGE_QUERIES = 15
QUERIES = ("", "q=насосы", "market=turkey", "market=unknown&sort=founded", "industry=pharma&sort=recent")


@pytest.fixture
def ten(migrated_database):
    """Ten organisations, two of them on a market."""
    source, instruments, pharma = SourceFactory(), IndustryFactory(), IndustryFactory(slug="pharma", name="Фарма")
    turkey = MarketFactory()
    made = EnterpriseFactory.create_batch(8, source=source, industry=instruments)
    made += EnterpriseFactory.create_batch(2, source=source, industry=pharma, markets=[turkey], products="насосы")
    return made


def commit():
    """Do what the end of a transaction does."""
    entries, connection.run_on_commit = connection.run_on_commit, []
    for entry in entries:
        entry[1]()


def seen():
    """Return what the kept list shows for some addresses, each time held to what the database finds."""
    commit()
    shown = []
    for query in QUERIES:
        state = RequestState(EnterpriseListing(), QueryDict(f"{query}&size=96"))
        result = ListingResult(state)
        keys = [row.key for row in result.rows]
        assert keys == [record.slug for record in state.queryset]
        assert result.count == len(keys)
        shown.append(keys)
    return shown


def change_products(made):
    made[0].products = "насосы"
    made[0].save()


def rename(made):
    made[1].name = "Аист"
    made[1].save()


def unpublish(made):
    made[2].unpublish()


def retire_it(made):
    retire([made[3]], make_administrator())


def merge_two(made):
    merge(made[4], [made[9]], make_administrator())


def add_market(made):
    made[5].markets = [Market.objects.get(slug="turkey")]
    made[5].save()


def add(made):
    EnterpriseFactory(source=made[0].source, industry=made[0].industry, name="Ящик")


def write_past_signals(made):
    Enterprise.objects.filter(pk=made[7].pk).update(live=False)
    content_changed()


def delete_market(made):
    Enterprise.markets.through.objects.all().delete()
    Market.objects.all().delete()


@pytest.mark.parametrize(
    "change",
    [change_products, rename, unpublish, retire_it, merge_two, add_market, add, write_past_signals,
     delete_market],
)  # fmt: skip
def test_the_kept_list_follows_every_change(ten, change):
    before = seen()
    change(ten)
    after = seen()
    assert after != before
    cache.clear()
    assert seen() == after


def visit_once(client):
    """Have everything kept that a first visit makes, the site's identity included."""
    for _visit in range(2):
        commit()
        assert client.get("/enterprises/").status_code == 200


def test_a_change_of_one_record_reads_only_that_record(ten, client):
    make_entrance(EnterpriseIndexPage)
    visit_once(client)
    change_products(ten)
    commit()
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/enterprises/").status_code == 200
    reading = [query["sql"] for query in captured if '"industries_enterprise"."industry_id"' in query["sql"]]
    assert len(captured) == FIRST_AFTER_A_CHANGE_QUERIES
    assert f"IN ({ten[0].pk})" in reading[0]


def test_a_change_elsewhere_reads_nothing_anew(ten, client):
    make_entrance(EnterpriseIndexPage)
    visit_once(client)
    SourceFactory(title="Другой")
    commit()
    with CaptureQueriesContext(connection) as captured:
        client.get("/enterprises/")
    assert len(captured) == FIRST_AFTER_A_CHANGE_QUERIES - 2


def test_who_is_too_far_behind_reads_everything(ten):
    before = seen()
    change_products(ten)
    commit()
    rename(ten)
    commit()
    ContentChange.objects.filter(version__lt=ContentChange.objects.latest("version").version).delete()
    assert seen() != before


def test_many_records_are_told_as_all_of_their_kind(ten):
    seen()
    EnterpriseFactory.create_batch(201, source=ten[0].source, industry=ten[0].industry)
    commit()
    told = ContentChange.objects.filter(version=ContentChange.objects.latest("version").version)
    assert list(told.filter(label="industries.enterprise").values_list("record", flat=True)[:1]) == [""]
    assert ListingResult(RequestState(EnterpriseListing(), QueryDict())).count == 211
