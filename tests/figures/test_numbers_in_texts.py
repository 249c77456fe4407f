import re
from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from portal.accounts.tests.factories import make_editor
from portal.figures.bare_numbers import bare_numbers, bare_numbers_of
from portal.figures.tests.factories import FigureFactory
from portal.longread.models import ConclusionSectionPage
from portal.longread.tests.factories import add_workforce, make_article

# What shows figures, their dates, sources and sheet numbers; everything else is text.
FIGURE_ELEMENTS = re.compile(
    r'<(?P<tag>div|p|li|data|span|table|dl|dd|figure|ol|ul|section|article)\b[^>]*class="[^"]*\b'
    r'(?:figure|inline-figure|dimension|sheet__number|title-block)[^"]*"',
)


def words_of(html):
    """Return the visible text of a page without its figure elements."""
    body = re.sub(r"<(script|style|svg|time|head|footer|nav)\b.*?</\1>", " ", html, flags=re.DOTALL)
    while match := FIGURE_ELEMENTS.search(body):
        body = body[: match.start()] + " " + body[end_of(body, match) :]
    return unescape(re.sub(r"<[^>]+>", " ", body))


def end_of(html, match):
    """Return where the element that begins at ``match`` ends, counting elements of its name inside it."""
    depth = 0
    for tag in re.finditer(rf"<(/?){match['tag']}\b[^>]*>", html[match.start() :]):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return match.start() + tag.end()
    return len(html)


def test_no_live_page_has_a_digit_outside_figures_and_exemptions(shared_demo_site, client):
    addresses = {page.specific.url.split("#")[0] for page in Page.objects.live().filter(depth__gt=1)}
    left = {}
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        left[address] = bare_numbers(words_of(response.content.decode()))
    assert {address: numbers for address, numbers in left.items() if numbers} == {}


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
