"""One person uploads 500 pictures, then twenty people one each at once, while a visitor reads: run by `make bench`."""

import threading
import time
from contextlib import closing
from sqlite3 import connect
from statistics import median

import pytest
import requests

from media.tests.factories import picture_file
from tests.server.demo_server import copy_demo
from tests.server.people import PASSWORD
from tests.server.production_like import FROM_NGINX, Person, deployed, manage

PICTURES, AT_ONCE = 500, 20
READING_SECONDS = 1.0
UPLOAD = "/admin/images/multiple/add/"
LOAD_PEOPLE = "from tests.server.people import load_people; load_people()"


class Visitor(threading.Thread):
    """Reads the front page again and again until told to stop; remembers how long each answer took."""

    def __init__(self, site):
        super().__init__()
        self.site, self.seconds, self.statuses, self.stopped = site, [], set(), threading.Event()

    def run(self):
        while not self.stopped.wait(0.2):
            began = time.monotonic()
            self.statuses.add(requests.get(f"{self.site.url}/", headers=FROM_NGINX, timeout=60).status_code)
            self.seconds.append(time.monotonic() - began)

    def end(self):
        self.stopped.set()
        self.join()
        return median(self.seconds), max(self.seconds)


def read_while(site, work):
    """Do ``work`` while a visitor reads; return the seconds it took and the visitor."""
    visitor = Visitor(site)
    visitor.start()
    began = time.monotonic()
    try:
        work()
    finally:
        visitor.middle, visitor.slowest = visitor.end()
    return time.monotonic() - began, visitor


def send(person, number, answers):
    colour = f"#{number % 200 + 16:02X}{number // 200 + 16:02X}80"
    files = {"files[]": (f"{number}.jpg", picture_file(1200, 800, "JPEG", colour=colour).read())}
    answer = person.post(UPLOAD, {"title": f"Снимок {number}"}, files)
    answers.append((answer.status_code, answer.json().get("success"), answer.json().get("is_busy")))


@pytest.mark.benchmark
def test_five_hundred_pictures_slow_nobody_down(built_demo, tmp_path):
    folder = copy_demo(built_demo, tmp_path / "site")
    manage(folder, "remove_demo_logins")
    manage(folder, "shell", "-c", LOAD_PEOPLE)
    with deployed(folder) as site:
        person, taken, burst = Person(site, "person-0", PASSWORD), [], []
        seconds, first = read_while(site, lambda: [send(person, number, taken) for number in range(PICTURES)])
        crowd = [Person(site, "person-0", PASSWORD) for _ in range(AT_ONCE)]
        threads = [threading.Thread(target=send, args=[one, PICTURES + n, burst]) for n, one in enumerate(crowd)]
        at_once, second = read_while(site, lambda: [*map(threading.Thread.start, threads), *map(join, threads)])
        with closing(connect(folder / "portal.sqlite3")) as database:
            kept = database.execute("SELECT count(*) FROM media_photo WHERE title LIKE 'Снимок %'").fetchone()[0]
    refused = sum(is_busy for _status, _success, is_busy in burst if is_busy)
    print(f"\n{PICTURES} pictures in {seconds:.0f} s; a page read meanwhile: median {first.middle:.2f} s, "  # noqa: T201
          f"slowest {first.slowest:.2f} s\n{AT_ONCE} at once in {at_once:.1f} s, {refused} put off; "
          f"a page: median {second.middle:.2f} s, slowest {second.slowest:.2f} s")  # fmt: skip
    assert {answer[:2] for answer in taken} == {(200, True)}
    assert {status for status, _success, _busy in burst} == {200}
    assert all(success or is_busy for _status, success, is_busy in burst)
    assert kept == PICTURES + AT_ONCE - refused
    assert first.statuses | second.statuses == {200}
    assert first.middle < READING_SECONDS


def join(thread):
    thread.join()
