"""The directory at 1,000, 10,000 and 100,000 organisations: run by `make bench`, on the database it is given."""

import time
import tracemalloc
from pathlib import Path
from statistics import median

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from industries.models import Enterprise, EnterpriseIndexPage
from industries.tests.factories import make_entrance
from tests.performance.synthetic_enterprises import make_enterprises, make_vocabularies

SIZES = (1_000, 10_000, 100_000)
REQUESTS = (
    "", "industry=industry-3", "industry=industry-1&industry=industry-2&market=market-4", "q=насосы",
    "q=датчики+краски",    "status=resident&role=producer", "market=market-1&market=market-2&sort=recent",
    "view=table&size=96", "view=map",
    "page=30", "q=запись+000777", "sort=founded&okrug=unknown",
)  # fmt: skip
ROUNDS = 5
HEADING = ("| rows | median, ms | p95, ms | first after a change, ms | queries |", "|---|---|---|---|---|")
MOST_QUERIES = 15
SLOWEST_P95 = 0.150
MOST_EXPORT_BYTES = 200 * 1024 * 1024


def measure(client) -> tuple[float, float, int]:
    """Return the median and the 95th percentile of seconds and the largest number of queries."""
    seconds, queries = [], 0
    for _round in range(ROUNDS):
        for query in REQUESTS:
            with CaptureQueriesContext(connection) as captured:
                started = time.perf_counter()
                assert client.get(f"/enterprises/?{query}").status_code == 200
                seconds.append(time.perf_counter() - started)
            queries = max(queries, len(captured))
    return median(seconds), sorted(seconds)[int(len(seconds) * 0.95)], queries


def export_peak(client, face: str) -> tuple[float, int]:
    """Return the seconds of a whole export and the peak of memory while it streams."""
    tracemalloc.start()
    started = time.perf_counter()
    response = client.get(f"/enterprises/{face}/")
    for _piece in response.streaming_content:
        pass
    seconds, (_now, peak) = time.perf_counter() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return seconds, peak


def plot(rows: list[tuple[int, float, float]]) -> str:
    """Return a small picture of how the seconds grow with the rows."""
    highest = max(row[2] for row in rows) or 1
    points = [
        " ".join(f"{60 + 120 * place:.0f},{170 - 140 * row[column] / highest:.0f}" for place, row in enumerate(rows))
        for column in (1, 2)
    ]
    labels = "".join(f'<text x="{50 + 120 * place}" y="190">{row[0]}</text>' for place, row in enumerate(rows))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 200" font-size="10">'
        f'<text x="4" y="20">{highest * 1000:.0f} ms</text>{labels}'
        f'<polyline fill="none" stroke="#2f4a63" points="{points[0]}"/>'
        f'<polyline fill="none" stroke="#a82a1f" points="{points[1]}"/></svg>'
    )


@pytest.mark.benchmark
@pytest.mark.django_db(transaction=True)
def test_the_directory_stays_quick_as_it_grows(migrated_database, client):
    make_entrance(EnterpriseIndexPage)
    make_vocabularies()
    lines, rows = [], []
    for size in SIZES:
        make_enterprises(size - Enterprise.objects.count())
        if connection.vendor == "postgresql":
            connection.cursor().execute("ANALYZE")
        cache.clear()
        started = time.perf_counter()
        client.get("/enterprises/")
        first = time.perf_counter() - started
        middle, p95, queries = measure(client)
        rows.append((size, middle, p95))
        lines.append(f"| {size:,} | {middle * 1000:.0f} | {p95 * 1000:.0f} | {first * 1000:.0f} | {queries} |")
    report = "\n".join(
        ["| rows | median, ms | p95, ms | first after a change, ms | queries |", "|---|---|---|---|---|", *lines]
    )
    for face in ("csv", "xlsx", "json"):
        seconds, peak = export_peak(client, face)
        report += f"\n{face}: {SIZES[-1]:,} rows in {seconds:.1f} s, peak {peak / 1024 / 1024:.0f} MB"
        assert peak < MOST_EXPORT_BYTES
    folder = Path("var/bench")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"directory-{connection.vendor}.svg").write_text(plot(rows))
    (folder / f"directory-{connection.vendor}.md").write_text(report + "\n")
    print(f"\n{connection.vendor}\n{report}")  # noqa: T201
    assert queries <= MOST_QUERIES
    if connection.vendor == "postgresql":
        assert p95 <= SLOWEST_P95
