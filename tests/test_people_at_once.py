"""Several people upload, decide and publish at once: nobody's request fails and no decision is lost."""

import threading
import time
from contextlib import closing

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.urls import reverse

from media.journal import broken_links
from media.models import CreditDecision, Photo
from media.seen_credits import digest_of
from media.tests.factories import PhotoFactory, RightsHolderFactory, UserFactory, picture_file, root_collection
from portal.longread.models import ConclusionSectionPage
from portal.longread.tests.factories import make_article
from tests.test_gate_paths import form_data

PEOPLE = 8


class Person:
    """One signed-in person who goes round uploading, deciding and publishing until time is over."""

    def __init__(self, number, holder, section):
        user = get_user_model().objects.create_superuser(
            f"chief-{number}", f"chief-{number}@example.com", "long-1-pass"
        )
        self.client = Client(raise_request_exception=False)
        self.client.force_login(user)
        self.number, self.holder, self.section = number, holder, section
        self.failed, self.decided, self.told = [], 0, 0

    def work(self, seconds):
        with closing(connection):
            deadline = time.monotonic() + seconds
            while time.monotonic() < deadline:
                self.upload()
                self.decide()
                self.publish()

    def sent(self, address, data):
        response = self.client.post(address, data)
        if response.status_code >= 500:
            self.failed.append((address, response.status_code))
        return response.status_code

    def upload(self):
        self.sent(reverse("wagtailimages:add"), {
            "title": f"Снимок {self.number}", "file": picture_file(64, 40), "alt_text": "Пресс", "basis": "own",
            "people_shown": "none", "source_type": "digitalCapture", "rights_holder": self.holder.pk,
            "collection": root_collection().pk, "tags": "",
        })  # fmt: skip

    def decide(self):
        photo = Photo.objects.filter(credit_status="pending", uploaded_by_user__username="uploader").first()
        if photo is None:
            photo = PhotoFactory(uploaded_by_user=self.holder.uploader, rights_holder=self.holder)
        data = {"status": "approved", "expected_status": "pending", "seen_digest": digest_of(photo), "reason": ""}
        status = self.sent(reverse("credits:decide", args=[photo.pk]), data)
        self.decided += status == 302
        self.told += status == 409

    def publish(self):
        address = reverse("wagtailadmin_pages:edit", args=[self.section.pk])
        self.sent(address, form_data("action-publish", slug=self.section.slug, heading=f"Итог {self.number}"))


def run_people(seconds):
    holder = RightsHolderFactory()
    holder.uploader = UserFactory(username="uploader")
    article = make_article()
    people = []
    for number in range(PEOPLE):
        section = ConclusionSectionPage(title="Итог", slug=f"end-{number}", heading="Итог", live=False)
        article.add_child(instance=section)
        section.save_revision()
        people.append(Person(number, holder, section))
    PhotoFactory.create_batch(10, uploaded_by_user=holder.uploader, rights_holder=holder)
    threads = [threading.Thread(target=person.work, args=[seconds]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return people


def check(people):
    assert [failure for person in people for failure in person.failed] == []
    approvals = CreditDecision.objects.filter(to_status="approved").count()
    assert approvals == sum(person.decided for person in people) > 0
    assert list(broken_links()) == []


@pytest.mark.django_db(transaction=True)
def test_eight_people_at_once_lose_nothing(migrated_database):
    check(run_people(1))
