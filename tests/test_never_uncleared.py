"""Whatever people do and in whatever order: no uncleared photo is in any public answer."""

import random
from datetime import timedelta
from unittest import mock

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.test import Client, TestCase
from django.utils import timezone
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from media.bulk_changes import decide_in_bulk
from media.decisions import decide
from media.enums import CreditStatus
from media.models import Photo, Rendition
from media.renditions import photo_key_of
from media.tests.public_files import telling_files
from tests.newsroom.channels import digest_of_original, files_on_disk, named_files, read_everything
from tests.newsroom.desk import EDITS, OFFICE_WORK
from tests.newsroom.office import Office
from tests.newsroom.steps import PagePublisher, RecordPublisher, run_quietly, ways

pytestmark = pytest.mark.django_db

REFUSALS = (ValidationError, PermissionDenied, IntegrityError)
IN_THE_GATE, AT_LENGTH = (2, 12), (60, 30)


def may_be_shown(photo):
    """Tell, past the site's own word for it, whether a photo may be public now."""
    in_term = photo.rights_valid_until is None or photo.rights_valid_until >= timezone.localdate()
    return photo.credit_status == "approved" and in_term and bool(photo.alt_text or photo.is_decorative)


class NewsroomMachine(RuleBasedStateMachine):
    """Uploads, edits, decisions, expiries and publications by every way, in any order; all channels read each time.

    It begins with every photo cleared and one of them in each place, so that whatever hides a photo hides it somewhere.
    """

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.days, self.count, self.files = 0, 0, set()
        self.true_now = timezone.now
        self.clock = mock.patch("django.utils.timezone.now", self.now)
        self.clock.start()
        self.office = Office()
        self.visitor, self.staff = Client(), Client()
        self.pages, self.records = PagePublisher(self.office, self.staff), RecordPublisher(self.office, self.staff)
        self.take(lambda: decide_in_bulk("approve", self.office.photos, self.office.moderator))
        for number, place in enumerate([*self.office.with_plates, *self.office.with_photos]):
            self.take(lambda place=place, number=number: self.pages.by_revision(place, self.office.photo(number)))

    def now(self):
        return self.true_now() + timedelta(days=self.days)

    def teardown(self):
        self.clock.stop()
        assert telling_files(django_settings.MEDIA_ROOT) == {}
        for address in files_on_disk():
            default_storage.delete(address.removeprefix(django_settings.MEDIA_URL))
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    def take(self, action):
        """Take a step as the site would: what follows a commit follows, a refusal changes nothing."""
        self.staff.force_login(self.office.chief)
        try:
            with TestCase.captureOnCommitCallbacks(execute=True), transaction.atomic():
                action()
        except REFUSALS:
            return

    @rule(drawn=st.integers(min_value=0, max_value=10**6))
    def take_any_step(self, drawn):
        """Take a step that also depends on how many there were, so that even the plainest sequence is a varied one."""
        self.count += 1
        choose = random.Random(f"{self.count} {drawn}").choice
        publishing = [self.publish_page, self.publish_page, self.publish_record]
        hiding = [self.doubt, self.edit, self.change_past_the_models, self.let_time_pass]
        kind = choose([*publishing, *hiding, self.clear, self.work_on_many])
        note(f"{self.count}: {kind.__name__}")
        kind(choose)

    def publish_page(self, choose):
        way, page = choose(ways(PagePublisher)), choose(self.office.with_plates)
        note(f"{way} {page}")
        self.take(lambda: getattr(self.pages, way)(page, self.office.photo(choose(range(5)))))

    def publish_record(self, choose):
        way, record = choose(ways(RecordPublisher)), choose(self.office.with_photos)
        note(f"{way} {record}")
        self.take(lambda: getattr(self.records, way)(record, self.office.photo(choose(range(5)))))

    def clear(self, choose):
        photo = self.office.photo(choose(range(5)))
        for status in (CreditStatus.PENDING, CreditStatus.APPROVED):
            self.take(lambda status=status: decide(photo, status, self.office.moderator))

    def doubt(self, choose):
        photo, status = self.office.photo(choose(range(5))), choose(["disputed", "expired", "rejected", "revoked"])
        self.take(lambda: decide(photo, status, self.office.moderator, "причина"))

    def edit(self, choose):
        photo, name = self.office.photo(choose(range(5))), choose(sorted(EDITS))
        setattr(photo, name, EDITS[name](self.office))
        self.take(photo.save)

    def change_past_the_models(self, choose):
        name, value = choose([("credit_status", "revoked"), ("alt_text", ""), ("credit_status", "draft")])
        self.take(lambda: Photo.objects.filter(pk=choose(self.office.photos)).update(**{name: value}))

    def work_on_many(self, choose):
        self.take(lambda: OFFICE_WORK[choose(sorted(OFFICE_WORK))](self.office))

    def let_time_pass(self, choose):
        self.days += choose(range(3))
        self.take(lambda: run_quietly(choose(["publish_scheduled", "expire_credits"])))

    @invariant()
    def nothing_uncleared_is_public(self):
        texts = read_everything(self.visitor)
        photos = {photo.pk: photo for photo in Photo.objects.all()}
        hidden = {self.office.marks[key] for key, photo in photos.items() if not may_be_shown(photo)}
        assert {(address, mark) for address, text in texts.items() for mark in hidden if mark in text} == set()
        named = named_files(texts.values())
        self.files |= files_on_disk() | named
        for address in sorted(self.files):
            self.check_file(address, photos, address in named)
        for photo in photos.values():
            assert self.visitor.get(f"/uploads/{photo.file.name}").status_code != 200

    def check_file(self, address, photos, is_named):
        """A file answers only while its photo is cleared and still has the original it was made from."""
        status = self.visitor.get(address).status_code
        key = photo_key_of(address)
        made = Rendition.objects.filter(file=address.removeprefix(django_settings.MEDIA_URL)).first()
        photo = photos.get(key or (made and made.image_id))
        assert status in ({200} if is_named else {200, 404, 410}), address
        if status == 200:
            assert photo is not None, address
            assert may_be_shown(photo), (address, photo.obstacle)
            assert key is None or f"-{digest_of_original(photo)}" in address, address
        elif key and photo and not may_be_shown(photo):
            assert status == 410, address


def drive(examples, steps):
    """Drive the machine through so many sequences of so many steps, the same ones each time."""
    bounded = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, derandomize=True, database=None,
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(NewsroomMachine, settings=bounded)


@pytest.mark.same_on_every_database
def test_no_sequence_of_steps_shows_an_uncleared_photo():
    drive(*IN_THE_GATE)


@pytest.mark.benchmark
def test_no_long_sequence_of_steps_shows_an_uncleared_photo():
    drive(*AT_LENGTH)


def test_the_end_of_a_term_alone_hides_a_photo_from_every_channel():
    newsroom = NewsroomMachine()
    try:
        texts = read_everything(newsroom.visitor).values()
        assert {mark for mark in newsroom.office.marks.values() if any(mark in text for text in texts)}
        assert named_files(texts)
        newsroom.nothing_uncleared_is_public()
        newsroom.days = 400
        assert any(not may_be_shown(photo) for photo in Photo.objects.filter(credit_status="approved"))
        newsroom.nothing_uncleared_is_public()
    finally:
        newsroom.teardown()
