"""The moderators' queue with 10,000 photos: run by `make bench`, on the database it is given."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from media.models import Photo, RightsHolder
from media.tests.desk_client import make_moderator
from tests.performance.synthetic_photos import make_photos

PHOTOS, FEW = 10_000, 60
MOST_QUERIES, MOST_SECONDS = 15, 1.0
FILTERS = (
    {}, {"credit_status": "pending"}, {"credit_status": "approved"}, {"basis": "own"}, {"expiring": "soon"},
    {"expiring": "over"}, {"used": "yes"}, {"used": "no"}, {"no_alt": "yes"}, {"no_alt": "no"}, {"conflict": "yes"},
    {"conflict": "no"}, {"source_type": "digitalArt"}, {"q": "пресс"}, {"q": "снимок 00777"},
    {"q": "станок", "conflict": "no", "used": "no", "credit_status": "pending"},
)  # fmt: skip
ORDERS = ("title", "-title", "created_at", "-created_at", "rights_valid_until", "-rights_valid_until")


def addresses() -> list[dict[str, str]]:
    """Return every filter, order and some pages of the queue, as query values."""
    holder = {"rights_holder": str(RightsHolder.objects.order_by("pk").values_list("pk", flat=True)[3])}
    pages = [{"p": "2"}, {"p": "100"}, {"p": "200"}]
    return [*FILTERS, holder, *({"ordering": order} for order in ORDERS), *pages]


def opened(client, query):
    """Open the queue; return its answer and the number of queries."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(reverse("credits:index"), query)
    assert response.status_code == 200
    return response, len(captured)


def seconds_of(client, address, query=None):
    """Return what one answer costs, the better of two: by the clock, and of this process alone."""
    spent = []
    for _round in range(2):
        processor, clock = time.process_time(), time.perf_counter()
        assert client.get(address, query).status_code == 200
        spent.append((time.perf_counter() - clock, time.process_time() - processor))
    return min(spent)


def most_queries(client):
    return max(opened(client, query)[1] for query in addresses())


def measured(client):
    """Open every address; return a line on each, the slowest and the most queries. Each count is that of its list."""
    lines, slowest, most = [], 0.0, 0
    for query in addresses():
        response, queries = opened(client, query)
        paginator = response.context["paginator"]
        assert paginator.count == len(paginator.object_list.values_list("pk", flat=True))
        clock, processor = seconds_of(client, reverse("credits:index"), query)
        words = " ".join(f"{name}={value}" for name, value in query.items()) or "—"
        lines.append(f"| {words} | {paginator.count} | {queries} | {processor * 1000:.0f} | {clock * 1000:.0f} |")
        slowest, most = max(slowest, seconds_counted(clock, processor)), max(most, queries)
    return lines, slowest, most


def seconds_counted(clock, processor):
    """SQLite works within this process, whose time no neighbour makes longer."""
    return processor if connection.vendor == "sqlite" else clock


@pytest.mark.benchmark
@pytest.mark.django_db(transaction=True)
def test_the_queue_opens_quickly_with_ten_thousand_photos(migrated_database, client):
    make_moderator(client)
    make_photos(FEW)
    opened(client, {})
    few = most_queries(client)
    make_photos(PHOTOS - FEW)
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE")
    lines, slowest, most = measured(client)
    screen = reverse("credits:decide", args=[Photo.objects.filter(credit_status="pending").latest("pk").pk])
    clock, processor = seconds_of(client, screen)
    lines.append(f"| one decision's screen | 1 | | {processor * 1000:.0f} | {clock * 1000:.0f} |")
    heading = "| filter | photos | queries | processor, ms | clock, ms |\n|---|---|---|---|---|"
    print(f"\n{connection.vendor}, {Photo.objects.count()} photos\n{heading}\n" + "\n".join(lines))  # noqa: T201
    assert most == few <= MOST_QUERIES
    assert max(slowest, seconds_counted(clock, processor)) < MOST_SECONDS
