"""Actions of the desk on 500 photos at once: run by `make bench`, on the database it is given."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from media.file_work import make_waiting_files
from media.journal import broken_links
from media.models import BulkChange, CreditDecision, FileWork, Photo, Rendition
from media.tests.desk_client import bulk, confirm, make_moderator
from tests.performance.synthetic_photos import make_files_known, make_stored_photos

PHOTOS, MOST_SECONDS = 500, 5.0
WITH_FILES = 10
TEXTS = ("creator", "own_credit_line", "copyright_notice", "source_url", "license_url", "usage_terms", "place")


class Measure:
    """Sends what a moderator sends, and remembers what each step has cost."""

    def __init__(self, client):
        self.client, self.lines, self.slowest = client, [], 0.0

    def act(self, kind, photos, **values):
        screen = self.spent(f"{kind}: what will change", lambda: bulk(self.client, kind, photos, **values))
        self.spent(f"{kind}: confirmed", lambda: confirm(self.client, screen, kind, **values))

    def undo(self, words):
        address = reverse("credits:bulk_undo", args=[BulkChange.objects.latest("pk").pk])
        self.spent(words, lambda: self.client.post(address))

    def spent(self, words, step, in_a_request=True):
        with CaptureQueriesContext(connection) as captured:
            processor, clock = time.process_time(), time.perf_counter()
            answer = step()
            processor, clock = time.process_time() - processor, time.perf_counter() - clock
        self.lines.append(f"| {words} | {len(captured)} | {processor:.2f} | {clock:.2f} |")
        if in_a_request:
            self.slowest = max(self.slowest, processor if connection.vendor == "sqlite" else clock)
        return answer


def states():
    return set(Photo.objects.values_list("credit_status", flat=True))


def rights():
    values = dict.fromkeys((*TEXTS, "rights_valid_until", "taken_on"), "")
    filled = {"creator": "Съёмка для измерений", "place": "Нигде", "rights_valid_until": "2035-12-31"}
    return {**values, **filled, "fill": list(filled)}


@pytest.fixture
def in_background(settings):
    """Leave tasks to a worker, as in production."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.mark.benchmark
@pytest.mark.django_db(transaction=True)
def test_five_hundred_photos_are_acted_on_within_seconds(migrated_database, client, in_background):
    make_moderator(client)
    photos, measure = make_stored_photos(PHOTOS), Measure(client)
    bulk(client, "approve", photos[:1])
    measure.act("approve", photos)
    assert (states(), FileWork.objects.count()) == ({"approved"}, PHOTOS)
    FileWork.objects.filter(photo__in=photos[WITH_FILES:]).delete()
    measure.spent(f"files of {WITH_FILES} photos, by the worker", make_waiting_files.func, in_a_request=False)
    assert (Rendition.objects.count(), FileWork.objects.count()) == (WITH_FILES * 12, 0)
    make_files_known(photos[WITH_FILES:])
    measure.undo("approve: undone, with all their files")
    assert (states(), Rendition.objects.count()) == ({"pending"}, 0)
    measure.act("reject", photos, reason="Нет письма")
    assert states() == {"rejected"}
    measure.undo("reject: undone")
    measure.act("fill", photos, **rights(), preview="1")
    assert set(Photo.objects.values_list("creator", "place")) == {("Съёмка для измерений", "Нигде")}
    measure.undo("fill: undone")
    assert set(Photo.objects.values_list("creator", "place")) == {("", "")}
    assert (CreditDecision.objects.count(), list(broken_links())) == (PHOTOS * 4, [])
    heading = "| action | queries | processor, s | clock, s |\n|---|---|---|---|"
    print(f"\n{connection.vendor}, {PHOTOS} photos\n{heading}\n" + "\n".join(measure.lines))  # noqa: T201
    assert measure.slowest < MOST_SECONDS
