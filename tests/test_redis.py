"""The shared cache on a real Redis: what one process keeps, another finds, and changes reach both."""

import os
import uuid
from decimal import Decimal

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.figures.acts import Responsible, correct_value
from portal.figures.tests.factories import FigureFactory
from portal.longread.tests.factories import add_workforce, make_article


@pytest.fixture
def shared_cache(settings):
    """Keep the cache in Redis, under keys of this test's own."""
    address = os.environ.get("TEST_REDIS_URL", "")
    if not address:
        pytest.skip("Redis: set TEST_REDIS_URL or run make test")
    settings.CACHES = {
        "default": {
            "BACKEND": "portal.core.breaker_cache.BreakerRedisCache",
            "LOCATION": address,
            "KEY_PREFIX": f"test-{uuid.uuid4()}",
        }
    }
    yield caches["default"]
    caches["default"].delete_pattern("*")


def test_a_value_is_found_by_another_connection(shared_cache):
    shared_cache.set("figure", ">\u00a0755\u00a0000", 60)
    another = caches.create_connection("default")
    assert another is not shared_cache
    assert another.get("figure") == ">\u00a0755\u00a0000"


@pytest.mark.django_db(transaction=True)
def test_an_article_kept_in_redis_is_served_until_a_figure_changes(shared_cache, client):
    figure = FigureFactory()
    add_workforce(make_article(), figure=figure)
    first = client.get("/").content
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/").content == first
    assert len(queries) == 1
    correct_value(
        figure.values.get(), {"value": Decimal(760_000)}, Responsible(None, "Опечатка"), "Исправлена опечатка."
    )
    assert "760\u00a0000" in client.get("/").content.decode()
