from decimal import Decimal

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from media.tests.factories import approved_photo
from portal.figures.acts import Responsible, correct_value
from portal.figures.tests.factories import FigureFactory
from portal.longread.tests.factories import add_workforce, make_article

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _cold_caches():
    cache.clear()
    Site.clear_site_root_paths_cache()


def test_the_kept_article_costs_one_query(client):
    add_workforce(make_article(plate=approved_photo()), figure=FigureFactory())
    first = client.get("/").content
    with CaptureQueriesContext(connection) as queries:
        second = client.get("/").content
    assert (len(queries), second) == (1, first)


def test_a_changed_figure_is_shown_by_the_next_answer(client):
    figure = FigureFactory()
    add_workforce(make_article(), figure=figure)
    assert "755\u00a0000" in client.get("/").content.decode()
    correct_value(
        figure.values.get(), {"value": Decimal(760_000)}, Responsible(None, "Опечатка."), public_note="Опечатка."
    )
    text = client.get("/").content.decode()
    assert "760\u00a0000" in text
    assert "755\u00a0000" not in text


def test_a_change_that_is_rolled_back_leaves_the_kept_article(client):
    figure = FigureFactory()
    add_workforce(make_article(), figure=figure)
    before = client.get("/").content
    with transaction.atomic():
        correct_value(figure.values.get(), {"value": Decimal(1)}, Responsible(None, "Проба."), public_note="Проба.")
        transaction.set_rollback(True)
    assert client.get("/").content == before


def test_a_photo_revoked_by_raw_sql_is_gone_from_the_next_answer(client):
    photo = approved_photo(alt_text="Печь в разрезе")
    make_article(plate=photo)
    assert "Печь в разрезе" in client.get("/").content.decode()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE media_photo SET credit_status = 'revoked' WHERE id = %s", [photo.pk])
    assert "Печь в разрезе" not in client.get("/").content.decode()


def test_the_article_is_not_kept_for_those_who_may_not_see_it(client):
    article = make_article()
    article.view_restrictions.create(restriction_type="login")
    assert client.get("/").status_code == 302
    assert client.get("/").status_code == 302
