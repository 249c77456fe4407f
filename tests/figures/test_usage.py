"""Where a figure stands is told with the records that show it and the pages that show those."""

from decimal import Decimal

import pytest

from industries.models import EnterpriseIndexPage, IndustryIndexPage, IndustryPage
from industries.services import retire
from industries.tests.factories import EnterpriseFactory, make_entrance
from portal.accounts.tests.factories import make_editor
from portal.figures.impact import Stage, impact_of
from portal.figures.models import FigureValue
from portal.figures.questions import doubtful_in_use
from portal.figures.tests.factories import FigureFactory, FiguresIndexPageFactory
from technopolis.models import StatedTotal, TechnopolisPage
from technopolis.tests.factories import ZoneFactory

pytestmark = pytest.mark.django_db
PAGE_QUERIES_WITH_RECORDS = 14


def enterprise_with(*figures, **values):
    enterprise = EnterpriseFactory(**values)
    enterprise.figures = list(figures)
    enterprise.save()
    return enterprise


def industry_page(industry):
    parent = make_entrance(IndustryIndexPage)
    page = IndustryPage(title="Приборы и оптика", industry=industry, locale=parent.locale, live=True)
    return parent.add_child(instance=page)


def zone_stating(figure):
    zone = ZoneFactory()
    zone.stated_totals.add(StatedTotal(measure="area", figure=figure))
    zone.save()
    return make_entrance(TechnopolisPage, zone=zone)


def newer(figure):
    return FigureValue(figure=figure, value=Decimal(760_000), period="2026-01", as_of="2026-01")


def test_the_preview_names_the_card_and_the_pages_that_show_it():
    figure = FigureFactory(caption="занято на заводе")
    enterprise = enterprise_with(figure, name="Завод приборов")
    industry_page(enterprise.industry)
    zone_stating(figure)
    rows = [(row.title, row.stage, row.field, row.after) for row in impact_of(figure, newer(figure)).records]
    after = "760\u00a0000"
    assert rows[0] == ("Завод приборов, предприятие", Stage.LIVE, "", after)
    assert ("Приборы и оптика", Stage.LIVE, "показывает запись: предприятие", after) in rows
    assert ("Опытная зона, зона", Stage.LIVE, "", after) in rows
    assert ("Technopolis", Stage.LIVE, "показывает запись: зона", after) in rows


def test_the_preview_names_drafts_of_records_as_drafts():
    figure = FigureFactory()
    enterprise_with(figure, name="Черновой завод", live=False)
    known = EnterpriseFactory(name="Известный завод")
    known.figures = [figure]
    known.save_revision()
    EnterpriseFactory(name="Посторонний завод").save_revision()
    rows = {(row.title, row.stage) for row in impact_of(figure, newer(figure)).records}
    assert rows == {("Черновой завод, предприятие", Stage.DRAFT), ("Известный завод, предприятие", Stage.DRAFT)}


def test_the_screen_of_the_preview_shows_the_records(client):
    client.force_login(make_editor())
    figure = FigureFactory()
    enterprise = enterprise_with(figure, name="Завод приборов")
    sent = {"comparator": "exactly", "value": "5", "period": "2026-01", "as_of": "2026-01", "status": "unchecked",
            "kind": "reported", "shown": "on", "reason": "Письмо."}  # fmt: skip
    html = client.post(f"/admin/figures/{figure.pk}/update/", sent).content.decode()
    assert "И в записях, и на страницах, которые их показывают" in html
    assert f'href="/admin/snippets/industries/enterprise/edit/{enterprise.pk}/"' in html


def test_the_figure_s_editor_names_where_it_stands(client):
    client.force_login(make_editor())
    figure = FigureFactory()
    enterprise = enterprise_with(figure, name="Завод приборов")
    html = client.get(f"/admin/snippets/figures/figure/edit/{figure.pk}/").content.decode()
    assert (
        f'<a href="/admin/snippets/industries/enterprise/edit/{enterprise.pk}/">Завод приборов, предприятие</a>' in html
    )


@pytest.fixture
def entrance(db):
    make_entrance(EnterpriseIndexPage)
    return make_entrance(FiguresIndexPageFactory._meta.model)


def test_the_public_page_names_records_and_the_pages_that_show_them(client, entrance):
    figure = FigureFactory(slug="jobs")
    enterprise = enterprise_with(figure, name="Завод приборов", slug="zavod")
    page, zone_page = industry_page(enterprise.industry), zone_stating(figure)
    html = " ".join(client.get("/figures/jobs/").content.decode().split())
    assert '<a href="/enterprises/zavod/">Завод приборов</a> <span class="figure-page__through">предприятие<' in html
    assert f'<a href="{page.url}">Приборы и оптика</a> <span class="figure-page__through">показывает запись:' in html
    assert f'<a href="{zone_page.url}">Technopolis</a>' in html


def test_drafts_and_retired_records_are_not_named_to_visitors(client, entrance):
    figure = FigureFactory(slug="jobs")
    enterprise_with(figure, name="Тайный завод", live=False)
    retire([enterprise_with(figure, name="Снятый завод")], make_editor())
    enterprise_with(figure, name="Завод приборов")
    html = client.get("/figures/jobs/").content.decode()
    assert "Завод приборов" in html
    assert "Тайный завод" not in html
    assert "Снятый завод" not in html


def test_the_public_page_takes_the_same_queries_whatever_stands_on_the_figure(
    client, entrance, django_assert_num_queries
):
    figure = FigureFactory(slug="jobs")
    industry_page(enterprise_with(figure).industry)
    client.get("/figures/jobs/")
    with django_assert_num_queries(PAGE_QUERIES_WITH_RECORDS):
        client.get("/figures/jobs/")
    for _number in range(6):
        enterprise_with(figure)
    with django_assert_num_queries(PAGE_QUERIES_WITH_RECORDS):
        client.get("/figures/jobs/")


def test_the_report_counts_records_too():
    figure = FigureFactory(status="contradicted")
    for _number in range(2):
        enterprise_with(figure, live=False)
    assert doubtful_in_use() == [(figure.current_value, 2)]


def test_the_page_says_that_the_value_was_to_be_looked_at_again(client, entrance):
    FigureFactory(slug="late", review_on="2020-01-01")
    FigureFactory(slug="fresh")
    words = "собирались до 1\u00a0января 2020\u00a0года: с тех пор оно могло измениться"
    assert words in client.get("/figures/late/").content.decode()
    assert "могло измениться" not in client.get("/figures/fresh/").content.decode()
