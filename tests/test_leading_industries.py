import re
from datetime import date

import pytest
from wagtail.models import ReferenceIndex

from industries.models import IndustryIndexPage, LeadingIndustriesSectionPage
from industries.tests.factories import IndustryFactory, make_entrance
from portal.longread.tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def pharma(client):
    """An industry that a card of the article leads to; a second card leads nowhere."""
    industry = IndustryFactory(slug="pharma", name="Фармацевтика", english_name="Pharma")
    card = {"title": "Лекарства", "accent": "pharma", "text": "<p>Текст.</p>", "figures": []}
    cards = [{**card, "industry": industry.pk}, {**card, "title": "Без страницы", "industry": None}]
    section = LeadingIndustriesSectionPage(
        title="Лидеры", slug="leaders", heading="Лидеры", body=[{"type": "industry_cards", "value": cards}], live=True
    )
    make_article(live=True).add_child(instance=section)
    return industry


def links(client):
    return re.findall(r'class="industry-card__more">\s*<a href="([^"]+)"', client.get("/").content.decode())


def test_each_card_leads_to_the_page_of_its_industry(pharma, client):
    make_entrance(IndustryIndexPage, show_in_menus=True)
    assert links(client) == ["/industries/pharma/"]
    assert client.get("/industries/pharma/").status_code == 200


def test_without_an_entrance_in_the_menu_a_card_leads_nowhere(pharma, client):
    make_entrance(IndustryIndexPage, show_in_menus=False)
    assert links(client) == []


def test_a_card_does_not_lead_to_a_retired_industry(pharma, client):
    make_entrance(IndustryIndexPage, show_in_menus=True)
    pharma.retired_on = date(2026, 1, 1)
    pharma.save()
    assert links(client) == []


def test_the_industry_knows_the_section_that_leads_to_it(pharma):
    assert ReferenceIndex.get_references_to(pharma).count() == 1
