import re
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from media import file_work
from media.decisions import decide
from media.enums import CreditStatus
from media.file_work import ask_for_files, is_due, make_waiting_files, unmade_files
from media.models import FileWork, Photo, Rendition
from media.models.file_work import MOST_ATTEMPTS
from media.models.photo import private_storage
from media.pictures import Picture
from media.renditions import delete_files, make_renditions
from media.tests.desk_client import make_moderator
from media.tests.factories import UserFactory, approved_photo, picture_file

pytestmark = pytest.mark.django_db


@contextmanager
def refusing_storage():
    """While it lasts the storage takes and deletes nothing, as one that answers 403."""

    def refuse(self, *args):
        raise PermissionError("403")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FileSystemStorage, "_save", refuse)
        patch.setattr(FileSystemStorage, "delete", refuse)
        yield


def pass_pauses():
    FileWork.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))


def shown(photo):
    return Picture.of(Photo.objects.get(pk=photo.pk)).url


def test_files_are_made_after_the_approval_and_nothing_is_left_to_do():
    photo = approved_photo()
    assert (FileWork.objects.get().photo, shown(photo)) == (photo, "")
    assert make_waiting_files.func() == 1
    assert (FileWork.objects.count(), photo.renditions.count()) == (0, 3)
    assert shown(photo)


def test_a_storage_that_refuses_leaves_a_placeholder_and_is_tried_again():
    photo = approved_photo()
    with refusing_storage():
        assert make_waiting_files.func() == 1
    work = FileWork.objects.get()
    assert (work.fault, work.attempts, work.taken_at, shown(photo)) == ("not-stored", 1, None, "")
    assert make_waiting_files.func() == 0
    pass_pauses()
    assert make_waiting_files.func() == 1
    assert (FileWork.objects.count(), bool(shown(photo))) == (0, True)


@pytest.fixture
def given_up():
    """A photo whose original is gone: after five attempts nobody tries any more."""
    photo = approved_photo()
    photo.file.storage.delete(photo.file.name)
    for _attempt in range(MOST_ATTEMPTS + 2):
        make_waiting_files.func()
        pass_pauses()
    return photo


def test_what_never_succeeds_is_given_up_until_a_person_asks(client, given_up):
    work = FileWork.objects.get()
    assert (work.attempts, work.fault, work.is_given_up, is_due()) == (MOST_ATTEMPTS, "not-read", True, False)
    make_moderator(client)
    screen = reverse("credits:decide", args=[given_up.pk])
    text = client.get(screen).content.decode()
    assert "хранилище не отдаёт оригинал" in text
    assert "Больше не пробуем" in text
    given_up.file.storage.save(given_up.file.name, ContentFile(picture_file().read()))
    assert client.post(reverse("credits:retry_files"), {"photo": given_up.pk})["Location"] == screen
    assert (FileWork.objects.get().fault, make_waiting_files.func()) == ("", 1)
    assert shown(given_up)
    assert "не сделаны" not in client.get(screen).content.decode()


def test_moderators_see_on_their_home_and_in_a_report_what_was_not_made(client, given_up):
    make_moderator(client)
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Не удалось сделать файлы 1 снимка." in home
    report = client.get(reverse("credits:report_files")).content.decode()
    assert given_up.title in report
    assert "попытки кончились" in report
    assert client.post(reverse("credits:retry_files"), {"photo": "нет"})["Location"] == reverse("credits:report_files")


def test_a_file_that_is_no_picture_is_a_fault_of_its_own():
    photo = approved_photo()
    photo.file.storage.delete(photo.file.name)
    photo.file.storage.save(photo.file.name, ContentFile(b"text"))
    make_waiting_files.func()
    assert FileWork.objects.get().fault == "not-decoded"


def test_two_workers_never_work_on_one_photo(monkeypatch):
    photos, worked_on = [approved_photo(), approved_photo()], []

    def make_and_let_another_begin(photo, replace):
        worked_on.append(photo.pk)
        make_waiting_files.func()
        return make_renditions(photo, replace)

    monkeypatch.setattr(file_work, "make_renditions", make_and_let_another_begin)
    make_waiting_files.func()
    assert worked_on == [photo.pk for photo in photos]
    assert Rendition.objects.count() == 6


def test_what_changes_while_files_are_made_is_made_once_more(monkeypatch):
    photo = approved_photo()

    def make_while_the_credit_changes(given, replace):
        made = make_renditions(given, replace)
        if given.credit_line != "Фото: новая подпись":
            Photo.objects.filter(pk=photo.pk).update(own_credit_line="Фото: новая подпись")
            ask_for_files([photo.pk], replace=True)
        return made

    monkeypatch.setattr(file_work, "make_renditions", make_while_the_credit_changes)
    assert make_waiting_files.func() == 2
    files = [rendition.file.read() for rendition in photo.renditions.all()]
    assert ["Фото: новая подпись".encode() in file for file in files] == [True] * 3
    assert FileWork.objects.count() == 0


def test_a_photo_revoked_while_its_files_are_made_keeps_none(monkeypatch, django_capture_on_commit_callbacks):
    photo, made = approved_photo(), []

    def make_while_it_is_revoked(given, replace):
        count = make_renditions(given, replace)
        made.extend(given.renditions.values_list("file", flat=True))
        Photo.objects.filter(pk=photo.pk).update(credit_status=CreditStatus.REVOKED)
        return count

    monkeypatch.setattr(file_work, "make_renditions", make_while_it_is_revoked)
    with django_capture_on_commit_callbacks(execute=True):
        make_waiting_files.func()
    assert (photo.renditions.count(), len(made)) == (0, 3)
    assert not any(default_storage.exists(name) for name in made)


def test_work_a_dead_process_holds_is_taken_after_a_while_and_counted():
    approved_photo()
    FileWork.objects.update(taken_at=timezone.now() - timedelta(minutes=9), attempts=1)
    assert make_waiting_files.func() == 0
    FileWork.objects.update(taken_at=timezone.now() - timedelta(minutes=11))
    assert make_waiting_files.func() == 1


def test_work_that_ends_its_process_every_time_is_given_up_and_told():
    approved_photo()
    for _attempt in range(MOST_ATTEMPTS):
        assert file_work._take() is not None
        assert not unmade_files().exists()
        FileWork.objects.update(taken_at=timezone.now() - timedelta(minutes=11))
        pass_pauses()
    assert make_waiting_files.func() == 0
    [work] = unmade_files()
    assert (work.is_given_up, work.get_fault_display()) == (True, "работа каждый раз обрывается")


def test_files_left_of_a_former_original_never_pass_for_the_present_one():
    photo = approved_photo()
    make_renditions(photo)
    left = list(photo.renditions.values_list("file", flat=True))
    replaced = picture_file(colour="#112233")
    Photo.objects.filter(pk=photo.pk).update(file=private_storage().save("other.png", replaced), file_hash="f" * 40)
    make_renditions(Photo.objects.get(pk=photo.pk))
    names = list(photo.renditions.values_list("file", flat=True))
    assert len(names) == len(left)
    assert all(f"{photo.pk}-ffffffff" in name for name in names)


def test_the_home_offers_to_try_again_with_what_the_form_needs():
    photo = approved_photo()
    FileWork.objects.filter(photo=photo).update(fault=FileWork.Fault.NOT_STORED)
    client = Client(enforce_csrf_checks=True)
    make_moderator(client)
    form = client.get(reverse("wagtailadmin_home")).content.decode().partition(reverse("credits:retry_files"))[2]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.partition("</form>")[0])[1]
    answer = client.post(reverse("credits:retry_files"), {"photo": "", "csrfmiddlewaretoken": token})
    assert answer.status_code == 302


def test_the_clock_goes_on_with_what_was_left(capsys):
    photo = approved_photo()
    call_command("retry_photo_files")
    call_command("retry_photo_files")
    assert capsys.readouterr().out.split("\n")[:2] == ["started", "nothing is due"]
    assert shown(photo)


def test_a_storage_that_deletes_nothing_stops_no_revocation(client, django_capture_on_commit_callbacks):
    photo = approved_photo()
    make_renditions(photo)
    url = shown(photo)
    with refusing_storage(), django_capture_on_commit_callbacks(execute=True):
        decide(photo, CreditStatus.REVOKED, UserFactory(), "отзыв")
    assert client.get(url).status_code == 410


def test_a_file_that_is_in_use_again_is_not_deleted():
    photo = approved_photo()
    make_renditions(photo)
    names = list(photo.renditions.values_list("file", flat=True))
    assert delete_files.func([*names, "images/gone.jpg"]) == 0
    assert all(default_storage.exists(name) for name in names)


def test_work_that_is_asked_for_in_a_refused_transaction_is_not_begun():
    photo = approved_photo()
    FileWork.objects.all().delete()
    with transaction.atomic():
        ask_for_files([photo.pk])
        transaction.set_rollback(True)
    assert FileWork.objects.count() == 0
