"""The directory at 1,000, 10,000 and 100,000 organisations: run by `make bench`, on the database it is given.

«Warm» is a process that has read the list before; what its first reading costs, and the first visit after an editor has
saved one record, stand apart.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from industries.models import Enterprise, EnterpriseIndexPage
from industries.tests.factories import make_entrance
from portal.listing.faces import FACES
from tests.performance.synthetic_enterprises import make_enterprises, make_vocabularies

SIZES = (1_000, 10_000, 100_000)
REQUESTS = (
    "", "industry=industry-3", "industry=industry-1&industry=industry-2&market=market-4", "q=насосы",
    "q=датчики+краски", "status=resident&role=producer", "market=market-1&market=market-2&sort=recent",
    "view=table&size=96", "view=map",
    "page=30", "q=запись+000777", "sort=founded&okrug=unknown", "page=4000", "sort=industry&page=2000", "q=завод",
)  # fmt: skip
ROUNDS = 5
HEADING = (
    "| rows | median, ms | p95, ms | processor, ms | queries | first reading, ms "
    "| first search, ms | after one record changed, ms |",
    "|---|---|---|---|---|---|---|---|",
)
FILES_HEADING = (
    "| file | first byte, s | all, s | processor, s | MB | memory before, MB | peak, MB |",
    "|---|---|---|---|---|---|---|",
)
MOST_QUERIES = 15
SLOWEST_P95 = 150
MOST_EXPORT_MEGABYTES = 200


def visit(client, query: str = "") -> float:
    """Open a page of the list; return its milliseconds."""
    started = time.perf_counter()
    assert client.get(f"/enterprises/?{query}").status_code == 200
    return (time.perf_counter() - started) * 1000


def firsts(client) -> tuple[float, float, float]:
    """Return the milliseconds of a first reading, of a first search, and of a visit after one record has changed."""
    cache.clear()
    first, search = visit(client), visit(client, "q=насосы")
    changed = []
    for enterprise in Enterprise.objects.order_by("name")[:ROUNDS]:
        enterprise.save()
        changed.append(visit(client))
    return first, search, median(changed)


def measure(client) -> tuple[float, float, float, int]:
    """Return the median and the 95th percentile of milliseconds, those of the processor, the most queries."""
    for query in REQUESTS:
        visit(client, query)
    taken, queries, processor = [], 0, time.process_time()
    for _round in range(ROUNDS):
        for query in REQUESTS:
            with CaptureQueriesContext(connection) as captured:
                taken.append(visit(client, query))
            queries = max(queries, len(captured))
    processor = (time.process_time() - processor) * 1000 / len(taken)
    return median(taken), sorted(taken)[int(len(taken) * 0.95)], processor, queries


def export(face: str) -> dict:
    """Download a whole file in a process of its own; return what it tells of itself."""
    database = connection.settings_dict
    address = f"sqlite:///{database['NAME']}"
    if connection.vendor == "postgresql":
        user = f"{database['USER']}:{database['PASSWORD']}".strip(":")
        address = f"postgresql://{user}@{database['HOST']}:{database['PORT'] or 5432}/{database['NAME']}"
    environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "portal.settings.test"}
    command = [sys.executable, "-m", "tests.performance.export_process", face]
    return json.loads(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)


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
        f'<text x="4" y="20">{highest:.0f} ms</text>{labels}'
        f'<polyline fill="none" stroke="#2f4a63" points="{points[0]}"/>'
        f'<polyline fill="none" stroke="#a82a1f" points="{points[1]}"/></svg>'
    )


@pytest.mark.benchmark
@pytest.mark.django_db(transaction=True)
def test_the_directory_stays_quick_as_it_grows(migrated_database, client):
    make_entrance(EnterpriseIndexPage)
    make_vocabularies()
    visit(client)
    lines, rows = [*HEADING], []
    for size in SIZES:
        make_enterprises(size - Enterprise.objects.count())
        if connection.vendor == "postgresql":
            connection.cursor().execute("ANALYZE")
        first, search, changed = firsts(client)
        middle, p95, processor, queries = measure(client)
        rows.append((size, middle, p95))
        numbers = (middle, p95, processor, queries, first, search, changed)
        lines.append(f"| {size:,} | {' | '.join(f'{number:.0f}' for number in numbers)} |")
    lines += [
        "",
        "| file | first byte, s | all, s | processor, s | MB | memory before, MB | peak, MB |",
        "|---" * 7 + "|",
    ]
    files = {face: export(face) for face in FACES}
    lines += [f"| {face} | {' | '.join(str(value) for value in told.values())} |" for face, told in files.items()]
    folder = Path("var/bench")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"directory-{connection.vendor}.svg").write_text(plot(rows))
    (folder / f"directory-{connection.vendor}.md").write_text("\n".join(lines) + "\n")
    print("", connection.vendor, *lines, sep="\n")  # noqa: T201
    assert queries <= MOST_QUERIES
    assert max(told["peak"] for told in files.values()) < MOST_EXPORT_MEGABYTES
    if connection.vendor == "postgresql":
        assert p95 <= SLOWEST_P95
