"""All sources of the portal with what stands on each, whatever the record."""

import pytest

from exports.models import ExportsIndexPage
from exports.tests.factories import ExportCaseFactory, ExportFactFactory, TradeEventFactory
from industries.models import EnterpriseIndexPage, EnterpriseSource
from industries.tests.factories import EnterpriseFactory, make_entrance
from portal.figures.models import SourcesIndexPage
from portal.figures.tests.factories import FigureFactory, SourceFactory
from technopolis.models import SiteEvent, SiteFact, TechnopolisPage
from technopolis.tests.factories import BenefitFactory, SiteFactory, TaxRateFactory, ZoneFactory

pytestmark = pytest.mark.django_db
SOURCES_QUERIES = 23


@pytest.fixture
def entrance():
    for model in (EnterpriseIndexPage, ExportsIndexPage):
        make_entrance(model)
    return make_entrance(SourcesIndexPage)


@pytest.fixture
def zone_page(entrance):
    return make_entrance(TechnopolisPage, zone=ZoneFactory())


def further_enterprise(source):
    enterprise = EnterpriseFactory(name="Завод приборов", slug="zavod")
    EnterpriseSource.objects.create(enterprise=enterprise, source=source, fact="О цехе")


def site_fact(source):
    site = SiteFactory(name="Печатники", slug="pechatniki")
    site.facts.add(SiteFact(text="Два корпуса", source=source))
    site.save()


def site_event(source):
    site = SiteFactory(name="Печатники", slug="pechatniki")
    site.events.add(SiteEvent(happened="1930", text="Завод", source=source))
    site.save()


def site_columns(source):
    SiteFactory(
        name="Печатники", slug="pechatniki", area_source=source, joined_source=source, specialisation_source=source
    )


def zone_term(source):
    zone = ZoneFactory()
    zone.source = source
    zone.save()


SITE = '<a href="/technopolis/pechatniki/">Печатники</a>'


@pytest.mark.parametrize(
    ("stand_on", "shown"),
    [
        (lambda source: FigureFactory(subject="Занято", slug="jobs", source=source), '<a href="/figures/jobs/">Занято'),
        (lambda source: EnterpriseFactory(name="Завод", slug="zavod", source=source), '"/enterprises/zavod/">Завод<'),
        (further_enterprise, '<a href="/enterprises/zavod/">Завод приборов</a>'),
        (lambda source: ExportFactFactory(slug="growth", source=source), '/exports/markets/turkey/#fact-growth">'),
        (lambda source: ExportCaseFactory(title="Партия", slug="batch", sources=[source]), '/exports/cases/batch/">П'),
        (lambda source: TradeEventFactory(name="Форум", slug="forum", source=source), '"/exports/events/forum/">Форум'),
        (site_fact, SITE), (site_event, SITE), (site_columns, SITE),
        (lambda source: TaxRateFactory(source=source), '<a href="/technopolis/calculator/">налог на прибыль'),
        (lambda source: BenefitFactory(name="Аренда", source=source), '<a href="/technopolis/benefits/">Аренда</a>'),
        (zone_term, '<a href="/technopolis/">Опытная зона</a>'),
    ],
)  # fmt: skip
def test_a_source_names_the_record_that_stands_on_it(client, zone_page, stand_on, shown):
    stand_on(SourceFactory(title="О дирижабле"))
    page = client.get("/sources/?q=дирижабль").content.decode()
    assert page.count("О дирижабле") == 1
    assert page.count(shown) == 1


def test_drafts_support_nothing_and_a_source_nothing_public_stands_on_is_not_listed(client, entrance):
    for title, factory in (("О карточке", EnterpriseFactory), ("О факте", ExportFactFactory)):
        factory(live=False, source=SourceFactory(title=title))
    TaxRateFactory(is_published=False, source=SourceFactory(title="О ставке"))
    SourceFactory(title="Ни о чём")
    page = client.get("/sources/").content.decode()
    assert "<article" not in page
    assert "Здесь пока пусто" in page


def test_sources_are_found_by_their_words_and_by_year(client, entrance):
    for title, published in (("О лифтах", "2024-05"), ("О станках", "2025"), ("О приборах", "")):
        EnterpriseFactory(source=SourceFactory(title=title, published=published))
    assert "О лифтах" in client.get("/sources/?q=лифт").content.decode()
    assert "О станках" not in client.get("/sources/?q=лифт").content.decode()
    found = client.get("/sources/?year=2025").context["listing"].rows
    assert [row.source.title for row in found] == ["О станках"]
    found = client.get("/sources/?year=unknown").context["listing"].rows
    assert [row.source.title for row in found] == ["О приборах"]
    assert "Ничего не нашлось" in client.get("/sources/?q=аэростат").content.decode()


def test_the_list_is_paged_and_costs_the_same_queries_for_few_and_for_many(client, entrance, django_assert_num_queries):
    EnterpriseFactory.create_batch(3)
    client.get("/sources/")
    with django_assert_num_queries(SOURCES_QUERIES):
        client.get("/sources/")
    EnterpriseFactory.create_batch(27)
    FigureFactory.create_batch(3)
    client.get("/sources/")
    with django_assert_num_queries(SOURCES_QUERIES):
        first = client.get("/sources/").content.decode()
    assert first.count("<article") == 24
    assert 'href="/sources/?page=2"' in first
    assert client.get("/sources/?page=2").content.decode().count("<article") == 9


def test_a_quotation_stays_with_the_editors(client, entrance):
    EnterpriseFactory(source=SourceFactory(quotation="Тайная выписка"))
    assert "Тайная выписка" not in client.get("/sources/").content.decode()
    assert client.get("/sources/?q=выписка").context["listing"].count == 0
