import pytest
from django.contrib.messages import get_messages
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from portal.accounts.tests.factories import make_editor
from portal.figures.bare_numbers import bare_numbers_of
from portal.figures.tests.factories import FigureFactory
from portal.longread.models import ConclusionSectionPage
from portal.longread.tests.factories import add_workforce, make_article


def queries_of(client):
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        html = client.get("/").content.decode()
    return len(queries), html.count("inline-figure")


@pytest.mark.django_db
def test_inline_figures_share_the_article_s_queries_for_figures(client):
    article, figure = make_article(), FigureFactory()
    add_workforce(article, figure=figure)
    client.get("/")
    without, _none = queries_of(client)
    embeds = "".join(f'<embed embedtype="figure" id="{one.pk}"/> ' for one in (figure, FigureFactory()))
    add_workforce(article, slug="more", lead=f"<p>{embeds}</p>", body=[("paragraph", f"<p>{embeds}</p>")])
    assert queries_of(client) == (without, 4)


@pytest.mark.django_db
def test_bare_numbers_of_a_page_are_found_in_its_leads_and_blocks():
    section = add_workforce(make_article(), lead="<p>Нас 755 000.</p>", body=[("paragraph", "<p>Ещё 49 мест.</p>")])
    assert bare_numbers_of(section) == ["755 000", "49"]


@pytest.mark.django_db
def test_an_editor_who_types_a_number_is_told_and_not_stopped(client):
    client.force_login(make_editor())
    article = make_article()
    comments = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    data = nested_form_data({
        "title": "Вывод", "slug": "conclusion", "heading": "Что в итоге", "nav_label": "", "anchor": "",
        "lead": rich_text("<p>Здесь 49 технопарков.</p>"), "plate": "", "plate_caption": "", "body": streamfield([]),
        "comments": comments,
    })  # fmt: skip
    address = f"/admin/pages/add/longread/conclusionsectionpage/{article.pk}/"
    response = client.post(address, data | {"action-publish": "1"})
    assert ConclusionSectionPage.objects.get().live
    assert any("числа без записи: 49" in str(message) for message in get_messages(response.wsgi_request))
