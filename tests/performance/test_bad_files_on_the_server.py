"""The whole corpus of bad files sent to the deployed server: run by `make bench`."""

import time

import pytest

from media.tests import bad_files
from tests.server.demo_server import copy_demo
from tests.server.people import PASSWORD
from tests.server.production_like import Person, children_of, deployed, manage, peak_of

SECONDS, MEMORY = 5.0, 400 * 1024**2
LOAD_PEOPLE = "from tests.server.people import load_people; load_people()"


class Watch:
    """Sends files as one person does, and keeps the worst of what is seen."""

    def __init__(self, site):
        self.site, self.person = site, Person(site, "person-0", PASSWORD)
        self.answers, self.slowest, self.child_peak = {}, (0.0, ""), 0

    def send(self, name, content):
        began = time.monotonic()
        answer = self.person.post("/admin/images/multiple/add/", {"title": name}, {"files[]": ("снимок.jpg", content)})
        self.slowest = max(self.slowest, (time.monotonic() - began, name))
        self.answers[name] = answer.status_code, answer.json()
        for worker in self.site.workers():
            for child in children_of(worker):
                self.child_peak = max(self.child_peak, peak_of(child))


@pytest.mark.benchmark
def test_the_whole_corpus_costs_the_server_little(built_demo, tmp_path):
    folder = copy_demo(built_demo, tmp_path / "site")
    manage(folder, "remove_demo_logins")
    manage(folder, "shell", "-c", LOAD_PEOPLE)
    refused, strange = bad_files.refused_files(), bad_files.flipped_pictures() | bad_files.sound_but_strange()
    with deployed(folder, workers=1) as site:
        (worker,) = site.workers()
        watch = Watch(site)
        before = peak_of(worker)
        for name, content in (refused | strange).items():
            watch.send(name, content)
        assert site.workers() == [worker]
        peak = peak_of(worker)
    files = len(set((refused | strange).values()))
    mebibyte = 1024**2
    print(f"\n{files} files: worker {before // mebibyte} → {peak // mebibyte} MB, decoding process "  # noqa: T201
          f"{watch.child_peak // mebibyte} MB, slowest {watch.slowest[0]:.1f} s ({watch.slowest[1]})")  # fmt: skip
    assert files >= 100
    assert {status for status, _answer in watch.answers.values()} == {200}
    assert [name for name in refused if watch.answers[name][1]["success"]] == []
    assert (watch.slowest[0] < SECONDS, watch.slowest) == (True, watch.slowest)
    assert max(peak, watch.child_peak) < MEMORY
