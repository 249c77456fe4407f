"""Transactions and SQLite: many people save at once, and readers never wait for a writer."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from portal.accounts.models import AttemptCounter
from portal.accounts.tests.factories import make_administrator
from portal.longread.models import LandscapePage
from portal.longread.tests.factories import make_article
from portal.urls import urlpatterns as portal_urlpatterns

only_on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="a question of SQLite only")

SAVERS = 8
SAVES_EACH = 3


def tell_transaction(request):
    return HttpResponse("inside" if connection.in_atomic_block else "outside")


def fail_after_writing(request):
    AttemptCounter.objects.create(key="half-done", window_started_at="2026-01-01T00:00:00Z")
    raise ValueError("the view breaks after it has written")


urlpatterns = [path("transaction/", tell_transaction), path("half/", fail_after_writing), *portal_urlpatterns]


@only_on_sqlite
@pytest.mark.django_db(transaction=True)
def test_sqlite_runs_in_wal_with_immediate_transactions():
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA synchronous").fetchone() == (1,)
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)
    assert connection.transaction_mode == "IMMEDIATE"
    assert connection.settings_dict["ATOMIC_REQUESTS"] is True


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("method", "place"), [("get", "outside"), ("head", "outside"), ("options", "outside"), ("post", "inside")]
)
def test_reading_requests_run_outside_a_transaction_and_writing_ones_inside(client, settings, method, place):
    settings.ROOT_URLCONF = __name__
    response = getattr(client, method)("/transaction/")
    assert response.content.decode() in {place, ""}
    assert method == "head" or response.content.decode() == place


@pytest.mark.django_db(transaction=True)
def test_a_writing_request_that_breaks_leaves_nothing_behind(settings):
    settings.ROOT_URLCONF = __name__
    response = Client(raise_request_exception=False).post("/half/")
    assert response.status_code == 500
    assert not AttemptCounter.objects.exists()


def save_through_the_admin(article_pk, person, number):
    """Save a draft of the article as a person would, several times; return the statuses."""
    close_old_connections()
    client = Client()
    try:
        client.force_login(person)
        form = {
            "title": f"Правка {number}",
            "slug": "landscape",
            "lead": "Текст",
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
            "kicker": "",
            "question": "",
        }
        return [client.post(f"/admin/pages/{article_pk}/edit/", form).status_code for _ in range(SAVES_EACH)]
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_eight_people_saving_at_once_all_succeed():
    article = make_article()
    people = [make_administrator(f"person{number}") for number in range(SAVERS)]
    before = article.revisions.count()
    with ThreadPoolExecutor(SAVERS) as pool:
        outcomes = pool.map(lambda pair: save_through_the_admin(article.pk, pair[1], pair[0]), enumerate(people))
        statuses = [status for outcome in outcomes for status in outcome]
    assert statuses == [302] * (SAVERS * SAVES_EACH)
    assert LandscapePage.objects.get().revisions.count() == before + SAVERS * SAVES_EACH


@pytest.mark.django_db(transaction=True)
def test_a_long_write_leaves_public_pages_readable():
    article = make_article()
    holding, done = threading.Event(), threading.Event()

    def write_long():
        try:
            with transaction.atomic():
                LandscapePage.objects.filter(pk=article.pk).update(kicker="идёт большая загрузка")
                holding.set()
                done.wait(timeout=30)
        finally:
            connection.close()

    writer = threading.Thread(target=write_long)
    writer.start()
    try:
        assert holding.wait(timeout=10)
        statuses = [
            Client().get(address).status_code for address in ("/", "/admin/login/", "/no-such-page/", "/readyz")
        ]
    finally:
        done.set()
        writer.join()
    assert statuses == [200, 200, 404, 200]
