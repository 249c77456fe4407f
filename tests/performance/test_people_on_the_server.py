"""Eight people upload, decide and publish on the deployed server with SQLite for a minute: run by `make bench`."""

import re
import threading
import time
from collections import Counter
from contextlib import closing
from sqlite3 import connect
from statistics import median

import pytest

from media.tests.factories import picture_file
from tests.server.demo_server import copy_demo
from tests.server.people import PASSWORD, PEOPLE
from tests.server.production_like import Person, deployed, manage, peak_of
from tests.test_gate_paths import form_data

SECONDS = 60
LOAD_PEOPLE = "from tests.server.people import load_people; load_people()"
SEEN = re.compile(r'name="(expected_status|seen_digest)" value="(\w+)"')
WAITING = re.compile(r'href="/admin/credits/(\d+)/"[^>]*>\s*Снимок (\d)-')


class Worker:
    """One person who goes round until time is over; remembers every answer."""

    def __init__(self, site, number, holder, section):
        self.person = Person(site, f"person-{number}", PASSWORD)
        self.number, self.holder, self.section = number, holder, section
        self.answers, self.seconds, self.failures = Counter(), [], []
        self.heading, self.round = "", 0

    def work(self, deadline):
        while time.monotonic() < deadline:
            self.round += 1
            self.upload()
            self.decide()
            self.publish()

    def sent(self, what, path, data, files=None):
        began = time.monotonic()
        answer = self.person.post(path, data, files)
        self.seconds.append(time.monotonic() - began)
        self.answers[what, answer.status_code] += 1
        if answer.status_code >= 500:
            self.failures.append((what, answer.status_code))
        return answer.status_code

    def upload(self):
        picture = picture_file(320, 200, colour=f"#{self.number}0{self.round % 90 + 10:02}FF").read()
        self.sent("upload", "/admin/images/add/", {
            "title": f"Снимок {self.number}-{self.round}", "alt_text": "Пресс", "basis": "own", "people_shown": "none",
            "source_type": "digitalCapture", "rights_holder": self.holder, "collection": 1, "tags": "",
        }, {"file": ("press.png", picture)})  # fmt: skip

    def decide(self):
        queue = self.person.get("/admin/credits/?credit_status=pending&ordering=created_at")
        self.answers["queue", queue.status_code] += 1
        others = [key for key, number in WAITING.findall(queue.text) if int(number) != self.number]
        if others:
            address = f"/admin/credits/{others[self.number % len(others)]}/"
            screen = self.person.get(address)
            self.answers["screen", screen.status_code] += 1
            self.sent("decide", address, {"status": "approved", "reason": "", **dict(SEEN.findall(screen.text))})

    def publish(self):
        heading = f"Итог {self.number}-{self.round}"
        data = form_data("action-publish", slug=f"end-{self.number}", heading=heading)
        if self.sent("publish", f"/admin/pages/{self.section}/edit/", data) == 302:
            self.heading = heading


def rows(site, query):
    with closing(connect(site.folder / "portal.sqlite3")) as database:
        return database.execute(query).fetchall()


SECTIONS = (
    "SELECT page.id, page.slug, section.heading, page.live FROM wagtailcore_page page "
    "JOIN longread_conclusionsectionpage section ON section.page_ptr_id = page.id "
    "WHERE page.slug LIKE 'end-%' ORDER BY page.slug"
)


@pytest.mark.benchmark
def test_eight_people_work_for_a_minute_on_the_deployed_server(built_demo, tmp_path):
    folder = copy_demo(built_demo, tmp_path / "site")
    manage(folder, "remove_demo_logins")
    manage(folder, "shell", "-c", LOAD_PEOPLE)
    with deployed(folder) as site:
        holder = rows(site, "SELECT id FROM media_rightsholder WHERE name = 'Для измерений'")[0][0]
        sections = {slug: key for key, slug, _heading, _live in rows(site, SECTIONS)}
        people = [Worker(site, number, holder, sections[f"end-{number}"]) for number in range(PEOPLE)]
        deadline = time.monotonic() + SECONDS
        threads = [threading.Thread(target=person.work, args=[deadline]) for person in people]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        peaks = [peak_of(process) // 1024**2 for process in site.workers()]
        log = site.log
    answers = sum((person.answers for person in people), Counter())
    seconds = sorted(second for person in people for second in person.seconds)
    for (what, status), count in sorted(answers.items()):
        print(f"\n{what}: {status} × {count}", end="")  # noqa: T201
    print(f"\nmedian {median(seconds):.2f} s, slowest {seconds[-1]:.2f} s, workers' peaks {peaks} MB")  # noqa: T201
    assert [failure for person in people for failure in person.failures] == []
    assert "locked" not in log
    approved = rows(site, "SELECT count(*) FROM media_creditdecision d JOIN media_photo p ON p.id = d.photo_id "
                          "WHERE d.to_status = 'approved' AND p.title LIKE 'Снимок %-%'")  # fmt: skip
    assert approved[0][0] == answers["decide", 302] > 0
    uploaded = rows(site, "SELECT count(*) FROM media_photo WHERE title LIKE 'Снимок %-%'")
    assert uploaded[0][0] == answers["upload", 302] > 0
    assert [(heading, live) for _key, _slug, heading, live in rows(site, SECTIONS)] == [
        (person.heading, 1) for person in people
    ]
    assert "whole" in manage(folder, "check_credit_journal")
