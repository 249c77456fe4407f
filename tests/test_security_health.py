"""Liveness and readiness, and pages that stay up without the cache."""

import socket
import time

import pytest
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.test import override_settings

from portal.core import health
from portal.longread.tests.factories import make_article
from portal.settings.base import redis_cache

DEAD_REDIS = "redis://127.0.0.1:1/0"


@pytest.fixture
def redis_at(settings, monkeypatch):
    """Make the cache a Redis at the given address, set up as an installation's."""

    def use(address):
        settings.CACHES = {"default": redis_cache(address)}
        return caches["default"]

    monkeypatch.setattr("portal.core.breaker_cache.BreakerRedisCache.skipped_until", 0.0)
    return use


@pytest.fixture
def dead_redis(redis_at):
    """The cache is a Redis that is not there."""
    return redis_at(DEAD_REDIS)


@pytest.fixture
def hanging_redis(redis_at):
    """The cache is a Redis that takes the connection and never says a word."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(8)
        yield redis_at(f"redis://127.0.0.1:{server.getsockname()[1]}/0")


def test_the_process_lives_without_looking_at_the_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_a_healthy_site_is_ready(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "checks": dict.fromkeys(["database", "migrations", "storage", "disk", "cache"], "ok"),
    }


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["database", "migrations", "storage", "disk"])
@pytest.mark.parametrize("fault", [DatabaseError("secret host"), OSError("/secret/path"), None])
def test_a_part_the_site_cannot_do_without_makes_it_unready_and_tells_no_secret(client, monkeypatch, part, fault):
    def broken():
        if fault:
            raise fault
        return False

    monkeypatch.setitem(health.CHECKS, part, broken)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"][part] == "failed"
    assert "secret" not in response.content.decode()


@pytest.mark.django_db
def test_an_unapplied_migration_makes_the_site_unready(client):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'accounts' AND name LIKE '0002%'")
    assert client.get("/readyz").json()["checks"]["migrations"] == "failed"


def test_a_missing_database_file_is_red_and_is_not_made(client, tmp_path, monkeypatch):
    absent = tmp_path / "absent.sqlite3"
    monkeypatch.setattr(health, "database_file", lambda: absent)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["database"] == "failed"
    assert not absent.exists()


@pytest.mark.django_db
def test_a_full_disk_is_told(client, monkeypatch):
    monkeypatch.setattr(health, "LEAST_FREE_BYTES", 1 << 62)
    assert client.get("/readyz").json()["checks"]["disk"] == "failed"


@pytest.mark.django_db
def test_pages_and_sign_in_work_while_redis_is_down(client, dead_redis):
    make_article()
    assert client.get("/").status_code == 200
    assert client.get("/admin/login/").status_code == 200
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert ready.json()["status"] == "degraded"
    assert ready.json()["checks"]["cache"] == "degraded"


def test_after_one_failure_redis_is_left_alone_for_half_a_minute(dead_redis, monkeypatch):
    asked = []
    monkeypatch.setattr("portal.core.breaker_cache.time.monotonic", lambda: clock[0])
    monkeypatch.setattr(
        "django_redis.client.DefaultClient.get_client", lambda *args, **kwargs: asked.append(1) or fail()
    )
    clock = [1000.0]

    def fail():
        raise ConnectionRefusedError

    for _ in range(5):
        assert dead_redis.get("key", "nothing") == "nothing"
    assert len(asked) == 1
    clock[0] += 30.0
    dead_redis.get("key")
    assert len(asked) == 2


def test_without_redis_nothing_is_found_and_nothing_breaks(dead_redis):
    assert dead_redis.set("key", 1) is False
    assert dead_redis.get("key") is None
    assert dead_redis.get_many(["key"]) == {}
    assert dead_redis.set_many({"key": 1}) == []
    assert dead_redis.add("key", 1) is True
    assert dead_redis.incr("key") == 1
    assert dead_redis.delete("key") is False
    assert dead_redis.delete_many(["key"]) == 0
    assert dead_redis.has_key("key") is False
    assert ("key" in dead_redis) is False
    assert dead_redis.get_or_set("key", "made anew") == "made anew"


def test_a_hanging_redis_costs_about_a_second_once(hanging_redis):
    started = time.monotonic()
    assert hanging_redis.get("key", "nothing") == "nothing"
    first = time.monotonic() - started
    started = time.monotonic()
    for _ in range(100):
        hanging_redis.get("key")
    assert first < 2.5
    assert time.monotonic() - started < 0.5


@override_settings(SECURE_SSL_REDIRECT=True)
def test_a_probe_over_plain_http_is_not_redirected(client):
    assert client.get("/healthz").status_code == 200
    assert client.get("/people/").status_code == 301
