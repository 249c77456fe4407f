"""Uploading in the admin: one file, many files, a shoot's rights, names, failures, documents."""

import io
import zipfile

import pytest
from django.contrib.auth import get_user_model
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import UploadedFile

from media.enums import BasisOfUse, CreditStatus, SourceType
from media.models import Photo
from media.models.photo import private_storage
from media.tests.bad_files import cut_pictures, sound_picture
from media.tests.factories import PhotoFactory, RightsHolderFactory, approved_photo, root_collection
from media.uploads.inspector import INSPECTOR, UploadRefused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editor(client):
    root_collection()
    user = get_user_model().objects.create_superuser("editor", "editor@example.com", "long-enough-1")
    client.force_login(user)
    return user


@pytest.fixture
def stored_names():
    """Names of the originals in private storage, asked anew at each call."""

    def names():
        try:
            return set(private_storage().listdir("original_images")[1])
        except FileNotFoundError:
            return set()

    return names


def send(client, content, name="кадр.jpg", **values):
    file = SimpleUploadedFile(name, content)
    data = {"files[]": file, "title": name, "collection": root_collection().pk, **values}
    return client.post(reverse("wagtailimages:add_multiple"), data)


def test_a_refused_file_leaves_nothing_behind(client, stored_names):
    before = stored_names()
    answer = send(client, cut_pictures()["jpeg cut at 60 %"]).json()
    assert (answer["success"], "обрезан" in answer["error_message"]) == (False, True)
    assert (Photo.objects.count(), UploadedFile.objects.count(), stored_names()) == (0, 0, before)


@pytest.fixture
def busy_inspector(monkeypatch):
    """An inspector all of whose places are taken."""

    def refuse(content):
        raise UploadRefused("busy")

    monkeypatch.setattr(INSPECTOR, "inspect", refuse)


def test_a_busy_server_puts_a_file_off_in_words_and_keeps_nothing(client, busy_inspector, stored_names):
    before = stored_names()
    answer = send(client, sound_picture("jpeg")).json()
    assert (answer["success"], answer["is_busy"]) == (False, True)
    assert "Подождите минуту" in answer["error_message"]
    data = {"file": SimpleUploadedFile("a.jpg", sound_picture("jpeg")), "title": "Пресс"}
    assert "Подождите минуту" in client.post(reverse("wagtailimages:add"), data).content.decode()
    assert (Photo.objects.count(), stored_names()) == (0, before)


@pytest.mark.parametrize("kind", ["heic", "gif", "avif"])
def test_a_picture_is_taken_by_its_content_whatever_it_is_called(client, kind):
    assert send(client, sound_picture(kind), "снимок.jpg").json()["success"]
    photo = Photo.objects.get()
    assert photo.file.name.rpartition(".")[2] == {"heic": "jpg", "gif": "png", "avif": "avif"}[kind]
    assert (photo.width, photo.height) == (200, 150)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.jpg", "a\r\nb.jpg", "я" * 300 + ".jpg", "\u202egpj.exe", ".htaccess", "CON", "😀.jpg"]
)
def test_the_given_name_is_only_text(client, name):
    assert send(client, sound_picture("jpeg"), name).json()["success"]
    photo = Photo.objects.get()
    folder, _, stored = photo.file.name.partition("/")
    assert (folder, len(stored), stored.isascii(), stored.endswith(".jpg")) == ("original_images", 36, True, True)
    assert photo.given_name.isprintable()
    assert photo.title.isprintable()


def test_markup_in_a_name_is_shown_as_text(client):
    photo = PhotoFactory(given_name="<img src=x>{{ 1 }}.jpg")
    text = client.get(reverse("wagtailimages:edit", args=[photo.pk])).content.decode()
    assert "&lt;img src=x&gt;{{ 1 }}.jpg" in text


def test_the_rights_of_a_shoot_go_to_every_file_and_its_document_is_kept_once(client):
    holder = RightsHolderFactory()
    for number in range(2):
        letter = SimpleUploadedFile("письмо.pdf", b"%PDF-1.7 letter")
        send(
            client, sound_picture("jpeg", 200 + number), rights_holder=holder.pk, basis="letter", people_shown="none",
            creator="Анна Токарева", basis_document=letter,
        )  # fmt: skip
    photos = Photo.objects.all()
    assert {(photo.rights_holder, photo.creator, photo.basis) for photo in photos} == {
        (holder, "Анна Токарева", BasisOfUse.LETTER)
    }
    assert len({photo.basis_document.name for photo in photos}) == 1


def test_a_wrong_value_for_the_shoot_is_named_and_nothing_is_kept(client):
    answer = send(client, sound_picture("jpeg"), source_url="не адрес").json()
    assert "Адрес источника" in answer["error_message"]
    assert not Photo.objects.exists()


def test_the_screen_offers_the_shoot_s_rights(client):
    text = client.get(reverse("wagtailimages:add_multiple")).content.decode()
    assert "Права на всю съёмку" in text
    assert 'name="rights_holder"' in text


def test_the_same_picture_again_shows_the_one_that_is_here_with_its_credit(client):
    send(client, sound_picture("png"))
    Photo.objects.update(own_credit_line="Фото: Мария Литейная")
    answer = send(client, sound_picture("png")).json()
    assert answer["duplicate"]
    assert "Фото: Мария Литейная" in answer["confirm_duplicate_upload"]


def test_a_full_disk_is_told_in_words_and_leaves_no_file(client, monkeypatch, stored_names):
    before = stored_names()

    def full(self, name, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", full)
    answer = send(client, sound_picture("jpeg")).json()
    assert "не удалось сохранить" in answer["error_message"]
    assert (Photo.objects.count(), stored_names()) == (0, before)


def test_a_database_fault_while_saving_leaves_no_file(client, monkeypatch, stored_names):
    before = stored_names()

    def fail(self, *args, **kwargs):
        raise RuntimeError("database")

    monkeypatch.setattr(Photo, "save", fail)
    with pytest.raises(RuntimeError):
        send(client, sound_picture("jpeg"))
    assert stored_names() == before


def test_no_list_fails_because_of_a_picture_whose_file_is_broken_or_gone(client):
    broken, gone = PhotoFactory(title="Битый"), PhotoFactory(title="Пропавший")
    with private_storage().open(broken.file.name, "wb") as file:
        file.write(b"\xff\xd8\xff broken")
    private_storage().delete(gone.file.name)
    assert "Битый" in client.get(reverse("wagtailimages:index")).content.decode()
    assert client.get(reverse("wagtailimages_chooser:choose")).status_code == 200
    for photo in (broken, gone):
        assert client.get(reverse("wagtailimages_chooser:chosen", args=[photo.pk])).status_code == 200
        assert client.get(reverse("wagtailimages:edit", args=[photo.pk])).status_code == 200


def package(*parts):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    return output.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.docx", package("word/document.xml", "word/vbaProject.bin"), "макросы"),
        ("a.ods", package("content.xml", "Basic/Standard/Module1.xml"), "макросы"),
        ("a.docm", package("word/document.xml"), "не принимаются"),
        ("a.html", b"<script>", "не принимаются"),
        ("a.xlsx", b"PK\x03\x04 broken", "повреждён"),
        ("a.pdf", b"MZ\x90", "содержимое файла другое"),
        ("a.pdf", b"%PDF-1.7 /OpenAction << /S /JavaScript >>", "макросы"),
        ("a.txt", b"MZ\x00\x01", "содержимое файла другое"),
    ],
)
def test_a_document_that_may_hold_a_program_is_refused(client, name, content, word):
    data = {"title": "Справка", "file": SimpleUploadedFile(name, content), "collection": root_collection().pk}
    text = client.post(reverse("wagtaildocs:add"), data).content.decode()
    assert word in text
    assert not get_document_model().objects.exists()


def test_a_document_is_a_file_to_save_and_not_to_show(client):
    file = SimpleUploadedFile("справка.pdf", b"%PDF-1.7")
    data = {"title": "Справка", "file": file, "collection": root_collection().pk}
    client.post(reverse("wagtaildocs:add"), data)
    response = client.get(get_document_model().objects.get().url)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_rights_document_with_macros_is_refused_with_the_photo_s_other_values_kept(client):
    photo = approved_photo(source_type=SourceType.PHOTOGRAPH)
    letter = SimpleUploadedFile("a.docx", package("word/vbaProject.bin"))
    data = {"title": "Другое имя", "source_type": "digitalCapture", "basis_document": letter}
    response = client.post(reverse("wagtailimages:edit", args=[photo.pk]), data)
    assert "макросы" in response.content.decode()
    assert "Другое имя" in response.content.decode()
    photo.refresh_from_db()
    assert (photo.credit_status, photo.basis_document.name) == (CreditStatus.APPROVED, "")
