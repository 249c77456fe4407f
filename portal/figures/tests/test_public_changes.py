"""The feed of changes says «стало» and «было», and nothing of the editors' own."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from portal.figures.acts import Responsible, correct_value, review_value, update_figure
from portal.figures.models import FigureValue
from portal.figures.review_dates import months_later
from portal.figures.tests.factories import FigureFactory, FiguresIndexPageFactory, SourceFactory
from portal.figures.tests.portal_site import make_front_page

pytestmark = pytest.mark.django_db

SPACE = "\u00a0"
BY = Responsible(user=None, reason="СЕКРЕТ: письмо")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def changed(migrated_database):
    FiguresIndexPageFactory(parent=make_front_page())
    figure = FigureFactory(subject="Занято на <заводе>", slug="jobs")
    former = figure.current_value
    newer = FigureValue(value=Decimal(760_000), period="2026-01", as_of="2026-01-15", source=SourceFactory())
    update_figure(figure, newer, BY)
    correct_value(former, {"value": Decimal(754_000)}, BY, "Опечатка в прежнем числе.")
    review_value(newer, months_later(newer.review_on, 1), BY)
    return figure


def page_of(client, address):
    return client.get(address).content.decode().replace(SPACE, " ")


def test_the_page_says_what_was_and_what_is(client, changed, django_assert_num_queries):
    page = page_of(client, "/figures/changes/")
    assert page.index("Опечатка в прежнем числе.") < page.index("760 000")
    for words in (
        "760 000 специалистов (январь 2026 года)",
        "более 755 000 специалистов (октябрь 2025 года)",
        "754 000",
    ):
        assert words in page
    assert page.count("<li id=") + page.count('class="change"') == 2
    assert "СЕКРЕТ" not in page
    with django_assert_num_queries(6):
        client.get("/figures/changes/")


def test_the_figure_s_own_page_tells_its_changes(client, changed):
    page = page_of(client, "/figures/jobs/")
    assert "Что менялось" in page
    assert "Опечатка в прежнем числе." in page
    assert "СЕКРЕТ" not in page


def test_the_feed_is_valid_and_escapes_what_stands_in_records(client, changed):
    response = client.get("/figures/changes/feed/")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(response.content)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}title").text for entry in entries] == ["Занято на <заводе>"] * 2
    assert entries[0].find(f"{ATOM}summary").text.replace(SPACE, " ") == (
        "Исправление. Стало: более 754 000 специалистов (октябрь 2025 года). "
        "Было: более 755 000 специалистов (октябрь 2025 года). Опечатка в прежнем числе."
    )
    assert "СЕКРЕТ" not in response.content.decode()


def test_a_figure_that_is_no_longer_public_is_in_no_feed(client, changed):
    type(changed).objects.update(live=False)
    assert "760" not in page_of(client, "/figures/changes/feed/")
    assert "Изменений пока не было." in page_of(client, "/figures/changes/")
