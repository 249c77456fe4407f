"""A disk that hangs: nobody waits for it longer than a request may last, and it is left alone until it goes on."""

import threading
from itertools import count

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, storages
from django.urls import reverse

from media import patient_storage
from media.file_work import make_waiting_files
from media.models import FileWork, Photo
from media.models.photo import private_storage
from media.patient_storage import Patience, StorageTooSlow
from media.pictures import Picture
from media.renditions import make_renditions
from media.tests.bad_files import sound_picture
from media.tests.factories import approved_photo, picture_file, root_collection

MOMENT = 0.05


class HangingDisk:
    """Answers nothing until it is told to go on."""

    def __init__(self):
        self.goes_on, self.asked = threading.Event(), []

    def hang_at(self, patch, name):
        stock = getattr(FileSystemStorage, name)

        def hang(storage, *args):
            self.asked.append(name)
            assert self.goes_on.wait(30)
            return stock(storage, *args)

        patch.setattr(FileSystemStorage, name, hang)

    def go_on(self):
        self.goes_on.set()
        for thread in threading.enumerate():
            if thread.name == "storage":
                thread.join()


@pytest.fixture
def disk(monkeypatch):
    for alias in ("default", "private"):
        monkeypatch.setattr(storages[alias], "patience", Patience(seconds=MOMENT))
    hanging = HangingDisk()
    yield hanging
    hanging.go_on()


def private_names():
    folder = private_storage().path("original_images")
    return set(private_storage().listdir(folder)[1])


@pytest.mark.django_db
def test_an_upload_is_refused_in_words_and_leaves_no_file_once_the_disk_goes_on(admin_client, disk, monkeypatch):
    approved_photo()
    before, collection = private_names(), root_collection().pk
    disk.hang_at(monkeypatch, "_save")
    picture = ContentFile(sound_picture("jpeg"), name="a.jpg")
    sent = {"files[]": picture, "title": "Пресс", "collection": collection}
    answer = admin_client.post(reverse("wagtailimages:add_multiple"), sent).json()
    assert "не удалось сохранить" in answer["error_message"]
    disk.go_on()
    assert (Photo.objects.count(), private_names(), disk.asked) == (1, before, ["_save"])


@pytest.mark.django_db
def test_a_visitor_is_told_at_once_that_a_picture_is_not_to_be_had(client, disk, monkeypatch):
    photo = approved_photo(file=picture_file(500, 300))
    make_renditions(photo)
    url = Picture.of(photo).url
    with monkeypatch.context() as patch:
        disk.hang_at(patch, "_open")
        answers = [client.get(url).status_code for _visit in range(3)]
        disk.go_on()
    assert (answers, disk.asked) == ([503, 503, 503], ["_open"])
    assert client.get(url).status_code == 200


@pytest.mark.django_db
def test_files_a_hanging_disk_does_not_take_are_made_later(disk, monkeypatch):
    photo = approved_photo()
    with monkeypatch.context() as patch:
        disk.hang_at(patch, "_save")
        assert make_waiting_files.func() == 1
        disk.go_on()
    assert (FileWork.objects.get().fault, photo.renditions.count()) == ("not-stored", 0)


def test_after_a_pause_one_call_asks_for_all_whether_the_storage_answers(monkeypatch):
    clock = count(100, 20)
    monkeypatch.setattr(patient_storage, "monotonic", lambda: next(clock))
    patience, goes_on, asked = Patience(seconds=MOMENT, pause=30), threading.Event(), []

    def hang():
        asked.append("asked")
        goes_on.wait(30)

    for _try in range(
        5
    ):  # given up at 100, too early at 120; asked at 140, given up at 160; too early at 180; asked at 200
        with pytest.raises(StorageTooSlow):
            patience.wait_for(hang)
    goes_on.set()
    assert len(asked) == 3


def test_what_a_storage_raises_is_raised_to_whoever_asks():
    def refuse():
        raise TimeoutError("the storage's own")

    with pytest.raises(TimeoutError, match="own"):
        Patience().wait_for(refuse)
    assert Patience().wait_for(lambda: "answer") == "answer"
