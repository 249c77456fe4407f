"""Whatever people do and in whatever order: no uncleared photo is in any public answer."""

import io
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from media.bulk_changes import decide_in_bulk, fill_rights
from media.decisions import decide
from media.enums import CreditStatus
from media.models import Photo
from media.renditions import make_renditions
from media.tests.factories import PhotoFactory, UserFactory, picture_file
from portal.longread.models import ConclusionSectionPage
from portal.longread.tests.factories import make_article

pytestmark = pytest.mark.django_db

PUBLIC_ADDRESSES = ("/", "/sitemap.xml")
REFUSALS = (ValidationError, PermissionDenied)
KEYS = st.integers(min_value=0, max_value=2)


class NewsroomMachine(RuleBasedStateMachine):
    """Uploads, edits, decisions, expiries and publications of three photos on two pages, in any order."""

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.client = Client()
        self.editor, self.moderator = UserFactory(), UserFactory()
        self.article = make_article()
        self.photos = [PhotoFactory(uploaded_by_user=self.editor, file=picture_file(64, 40)) for _ in range(3)]
        self.pages = []
        for number in range(2):
            page = ConclusionSectionPage(title=f"П{number}", slug=f"p{number}", heading=f"П{number}", live=False)
            self.article.add_child(instance=page)
            page.save_revision()
            self.pages.append(page.pk)

    def teardown(self):
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    def page(self, number):
        return ConclusionSectionPage.objects.get(pk=self.pages[number])

    def attempt(self, action):
        try:
            action()
        except REFUSALS:
            return

    @rule(photo=KEYS, status=st.sampled_from(list(CreditStatus)))
    def decide_one(self, photo, status):
        self.attempt(lambda: decide(Photo.objects.get(pk=self.photos[photo].pk), status, self.moderator, "причина"))

    @rule(kind=st.sampled_from(["approve", "reject"]))
    def decide_all(self, kind):
        decide_in_bulk(kind, [photo.pk for photo in self.photos], self.moderator, "причина")

    @rule(
        photo=KEYS, name=st.sampled_from(["own_credit_line", "alt_text", "people_shown", "file"]), empty=st.booleans()
    )
    def edit(self, photo, name, empty):
        record = Photo.objects.get(pk=self.photos[photo].pk)
        filled = {"own_credit_line": "Фото: другой", "alt_text": "Пресс", "people_shown": "none"}
        value = picture_file(64, 40, colour="#A82A1F") if name == "file" else "" if empty else filled[name]
        setattr(record, name, value)
        record.save()

    @rule()
    def fill_all(self):
        fill_rights([photo.pk for photo in self.photos], {"creator": "Мастеров"}, self.editor)

    @rule(photo=KEYS, days=st.integers(min_value=-1, max_value=1))
    def set_term(self, photo, days):
        term = timezone.localdate() + timedelta(days=days)
        Photo.objects.filter(pk=self.photos[photo].pk).update(rights_valid_until=term)

    @rule(photo=KEYS)
    def make_files(self, photo):
        record = Photo.objects.get(pk=self.photos[photo].pk)
        if record.credit_status == CreditStatus.APPROVED:
            make_renditions(record)

    @rule(
        page=st.integers(min_value=0, max_value=1),
        photo=KEYS,
        how=st.sampled_from(["draft", "publish", "save", "schedule"]),
    )
    def use(self, page, photo, how):
        record = self.page(page)
        record.plate = Photo.objects.get(pk=self.photos[photo].pk)
        if how == "save":
            record.live = True
            self.attempt(record.save)
            return
        due = timezone.now() - timedelta(minutes=1) if how == "schedule" else None
        revision = record.save_revision(approved_go_live_at=due)
        if how == "publish":
            self.attempt(revision.publish)

    @rule(name=st.sampled_from(["publish_scheduled", "expire_credits"]))
    def let_time_pass(self, name):
        call_command(name, stdout=io.StringIO(), stderr=io.StringIO())

    @invariant()
    def nothing_uncleared_is_public(self):
        hidden = [photo for photo in Photo.objects.all() if not photo.is_cleared]
        for address in PUBLIC_ADDRESSES:
            text = self.client.get(address).content.decode()
            for photo in hidden:
                assert f"/{photo.pk}-" not in text, (address, photo.obstacle)
        for photo in hidden:
            for rendition in photo.renditions.all():
                assert self.client.get(rendition.url).status_code == 410


def test_no_sequence_of_steps_shows_an_uncleared_photo():
    bounded = settings(
        max_examples=4, stateful_step_count=12, deadline=None, derandomize=True,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(NewsroomMachine, settings=bounded)
