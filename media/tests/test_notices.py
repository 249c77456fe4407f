import io
from datetime import timedelta
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from media.decisions import decide
from media.enums import CreditStatus
from media.jobs import AlreadyRunning, only_run, overdue_jobs
from media.models import JobRun, Photo
from media.tests.desk_client import make_moderator
from media.tests.factories import PhotoFactory, UserFactory, approved_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    return make_moderator(client)


def run(name):
    output = io.StringIO()
    call_command(name, stdout=output)
    return output.getvalue().strip()


def ending_in(days, **values):
    photo = approved_photo(**values)
    Photo.objects.filter(pk=photo.pk).update(rights_valid_until=timezone.localdate() + timedelta(days=days))
    return photo


def test_the_uploader_is_told_with_the_reason_and_not_of_their_own_steps(django_capture_on_commit_callbacks):
    photo = PhotoFactory(title="Пресс")
    with django_capture_on_commit_callbacks(execute=True):
        decide(photo, CreditStatus.REJECTED, UserFactory(), "Нет письма завода")
    with django_capture_on_commit_callbacks(execute=True):
        decide(photo, CreditStatus.PENDING, photo.uploaded_by_user)
    letter = mail.outbox[0]
    assert len(mail.outbox) == 1
    assert letter.to == [photo.uploaded_by_user.email]
    assert "«Пресс»: отклонено" in letter.body
    assert "Нет письма завода" in letter.body
    assert f"/admin/images/{photo.pk}/" in letter.body


def test_moderators_get_one_digest_a_day_and_none_when_nothing_waits(moderator):
    run("send_credit_notices")
    assert mail.outbox == []
    PhotoFactory.create_batch(2)
    run("send_credit_notices")
    run("send_credit_notices")
    assert [letter.to for letter in mail.outbox] == [[moderator.email]]
    assert "Решения ждут 2 снимка" in mail.outbox[0].body
    assert "/admin/credits/?credit_status=pending\n" in mail.outbox[0].body


def test_rights_that_end_are_told_of_once_at_each_stage(moderator):
    photo = ending_in(20)
    people = {moderator.email, photo.uploaded_by_user.email}
    for days, letters in ((20, 2), (19, 2), (14, 4), (2, 6), (1, 6)):
        Photo.objects.filter(pk=photo.pk).update(rights_valid_until=timezone.localdate() + timedelta(days=days))
        run("send_credit_notices")
        assert len(mail.outbox) >= letters
    assert {letter.to[0] for letter in mail.outbox} == people


def test_the_same_term_is_told_of_once_however_often_the_job_runs(moderator):
    ending_in(3)
    for _attempt in range(3):
        run("send_credit_notices")
    assert len(mail.outbox) == 2


def test_a_letter_that_fails_is_tried_again(moderator, monkeypatch):
    ending_in(3)

    def fails(*args, **kwargs):
        raise SMTPException("сервер не ответил")

    with monkeypatch.context() as patched:
        patched.setattr("media.letters.send_mail", fails)
        with pytest.raises(SMTPException, match="не ответил"):
            run("send_credit_notices")
    run("send_credit_notices")
    assert len(mail.outbox) == 2


def test_terms_that_are_over_expire_their_credits_once(django_capture_on_commit_callbacks):
    over, today = ending_in(-1), ending_in(0)
    with django_capture_on_commit_callbacks(execute=True):
        assert run("expire_credits") == "1"
    assert run("expire_credits") == "0"
    assert list(Photo.objects.order_by("pk").values_list("credit_status", flat=True)) == ["expired", "approved"]
    assert over.decisions.first().decided_by is None
    assert [letter.to for letter in mail.outbox] == [[over.uploaded_by_user.email]]
    assert Photo.objects.get(pk=today.pk).is_cleared


def test_two_machines_do_not_run_a_job_at_once():
    with only_run("expire_credits"):
        with pytest.raises(AlreadyRunning), only_run("expire_credits"):
            pass
        assert run("expire_credits") == "already running"
    assert run("expire_credits") == "0"


def test_a_run_that_died_is_taken_for_abandoned():
    JobRun.objects.create(name="expire_credits", started_at=timezone.now() - timedelta(minutes=11))
    assert run("expire_credits") == "0"


def test_an_alarm_is_shown_when_a_job_stops_coming(client, moderator):
    run("publish_scheduled")
    assert overdue_jobs() == []
    JobRun.objects.update(finished_at=timezone.now() - timedelta(minutes=11))
    assert overdue_jobs() == ["publish_scheduled"]
    assert "Задания по расписанию остановились" in client.get(reverse("wagtailadmin_home")).content.decode()


def test_an_editor_sees_their_own_photos_that_wait_for_them(client, moderator):
    mine = PhotoFactory(title="Пресс", uploaded_by_user=moderator)
    decide(mine, CreditStatus.REJECTED, UserFactory(), "Нет письма завода")
    PhotoFactory(title="Чужой", credit_status=CreditStatus.REJECTED)
    PhotoFactory(title="Черновик", uploaded_by_user=moderator, credit_status=CreditStatus.DRAFT, alt_text="")
    text = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Мои фото ждут внимания" in text
    assert "Нет письма завода" in text
    assert "не заполнено — описание для незрячих" in text
    assert "Чужой" not in text
