"""How many queries the article with its real content takes, to the last one."""

from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

COLD_QUERIES = 23
WARM_QUERIES = 1
MOST_COLD = 24
MOST_WARM = 3


def queries_of(client):
    """Return the statements behind one view of the article."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/")
    assert response.status_code == 200
    return [query["sql"] for query in queries]


def test_the_article_takes_exactly_these_queries(shared_demo_site, db, client):
    cache.clear()
    Site.clear_site_root_paths_cache()
    cold = queries_of(client)
    warm = queries_of(client)
    assert (len(cold), len(warm)) == (COLD_QUERIES, WARM_QUERIES), "\n".join(sql[:160] for sql in cold)
    assert COLD_QUERIES <= MOST_COLD
    assert WARM_QUERIES <= MOST_WARM
