import json

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from media.tests.factories import approved_photo
from portal.figures.tests.factories import FigureFactory
from portal.longread.composition import compose_article
from portal.longread.tests.factories import add_education, add_workforce, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cold_caches():
    cache.clear()
    Site.clear_site_root_paths_cache()


def test_sections_stand_in_one_page_in_the_order_of_the_tree(client):
    article = make_article()
    add_education(article)
    add_workforce(article)
    text = client.get("/").content.decode()
    assert text.index('id="education"') < text.index('id="people"')


def test_a_section_s_own_address_leads_to_its_anchor(client):
    section = add_workforce(make_article(), anchor="figures")
    response = client.get("/people/")
    assert (response.status_code, response["Location"]) == (302, "/#figures")
    assert section.url == "/#figures"


def test_a_figure_is_shown_for_the_eye_and_for_the_ear(client):
    add_workforce(make_article(), figure=FigureFactory())
    text = client.get("/").content.decode()
    assert '<span class="figure__number">&gt;\u00a0755\u00a0000</span>' in text
    assert '<span class="visually-hidden">более 755 тысяч</span>' in text


def test_only_labelled_sections_are_in_the_menu():
    article = make_article()
    add_workforce(article)
    add_education(article)
    assert [(item.label, item.anchor) for item in compose_article(article).navigation] == [("Цифры", "people")]


def test_structured_data_and_description_carry_the_headline_figure(client):
    figure = FigureFactory(caption="занято в промышленности")
    article = make_article(headline_figure=figure)
    add_workforce(article, figure=figure)
    text = client.get("/").content.decode()
    data = json.loads(text.split('application/ld+json">')[1].split("</script>")[0])
    assert "755\u00a0000" in data["description"]
    assert data["mentions"][0]["observationDate"] == "2025-10-29"


def count_queries(client):
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/")
    assert response.status_code == 200
    return len(queries)


def test_queries_do_not_grow_with_figures_and_photos(client):
    article = make_article(plate=approved_photo())
    add_workforce(article, figure=FigureFactory())
    add_education(article, figures=[FigureFactory(), FigureFactory()])
    client.get("/")
    cache.clear()
    few = count_queries(client)
    for number in range(3):
        figures = [FigureFactory() for _ in range(5)]
        add_education(article, slug=f"more-{number}", figures=figures, plate=approved_photo())
    cache.clear()
    assert count_queries(client) == few


def test_another_language_has_no_untranslated_page(client):
    make_article()
    assert client.get("/en/").status_code == 404
