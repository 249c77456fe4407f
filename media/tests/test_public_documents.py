"""Documents for visitors: a storage that does not take one is told of in words, and the former file is never lost."""

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model

from media.tests.factories import root_collection

pytestmark = pytest.mark.django_db


def letter(name="spravka.pdf", content=b"%PDF-1.7"):
    return SimpleUploadedFile(name, content)


def send(client, address, **values):
    data = {"title": "Справка", "collection": root_collection().pk, "tags": "", **values}
    answer = client.post(address, data)
    encoding = "unicode_escape" if "json" in answer["Content-Type"] else "utf-8"
    return answer.status_code, answer.content.decode(encoding)


@pytest.fixture
def full_disk(monkeypatch):
    def full(self, name, content):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(FileSystemStorage, "_save", full)
        yield


def test_a_full_disk_is_told_in_words_on_every_screen(admin_client, full_disk):
    prefix = "document-chooser-upload"
    chosen = {f"{prefix}-title": "Справка", f"{prefix}-file": letter(), f"{prefix}-collection": root_collection().pk}
    answers = [
        send(admin_client, reverse("wagtaildocs:add"), file=letter()),
        send(admin_client, reverse("wagtaildocs:add_multiple"), **{"files[]": letter()}),
        send(admin_client, reverse("wagtaildocs_chooser:create"), **chosen),
    ]
    assert [(status, "не удалось сохранить" in text) for status, text in answers] == [(200, True)] * 3
    assert not get_document_model().objects.exists()


def test_a_replaced_file_goes_once_the_new_one_is_kept(admin_client, django_capture_on_commit_callbacks):
    send(admin_client, reverse("wagtaildocs:add"), file=letter())
    document = get_document_model().objects.get()
    former, address = document.file.name, reverse("wagtaildocs:edit", args=[document.pk])
    with django_capture_on_commit_callbacks(execute=True):
        send(admin_client, address, file=letter("novaya.pdf", b"%PDF-1.7 new"))
        assert default_storage.exists(former)
    document.refresh_from_db()
    assert default_storage.open(document.file.name).read() == b"%PDF-1.7 new"
    assert not default_storage.exists(former)


def test_a_replacement_the_disk_does_not_take_leaves_the_document_as_it_was(admin_client, monkeypatch):
    send(admin_client, reverse("wagtaildocs:add"), file=letter())
    document = get_document_model().objects.get()
    monkeypatch.setattr(FileSystemStorage, "_save", lambda *given: (_ for _ in ()).throw(OSError("full")))
    status, text = send(
        admin_client, reverse("wagtaildocs:edit", args=[document.pk]), title="Другое имя", file=letter("b.pdf")
    )
    assert (status, "не удалось сохранить" in text, "Другое имя" in text) == (200, True, True)
    assert default_storage.open(document.file.name).read() == b"%PDF-1.7"
