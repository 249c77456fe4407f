import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from wagtail.documents import get_document_model

from media.models import CreditDecision, Photo
from media.tests.bad_files import sound_picture
from media.tests.desk_client import bulk, decide_in_browser
from media.tests.factories import RightsHolderFactory, picture_file, root_collection
from media.uploads import malware
from media.uploads.inspector import INSPECTOR

inspect = INSPECTOR.inspect


@pytest.fixture
def inspections(monkeypatch):
    """For each inspection whether a transaction was open, in order."""
    seen = []

    def noted(content):
        seen.append(connection.in_atomic_block)
        return inspect(content)

    monkeypatch.setattr(INSPECTOR, "inspect", noted)
    return seen


def sent(client, address, name, **values):
    picture = SimpleUploadedFile("a.jpg", sound_picture("jpeg"))
    data = {
        "title": "Пресс", "alt_text": "Пресс", "basis": "own", "people_shown": "none", "source_type": "digitalCapture",
        "rights_holder": RightsHolderFactory().pk, "collection": root_collection().pk, "tags": "", **values,
    }  # fmt: skip
    return client.post(address, {**data, name: picture})


@pytest.mark.django_db(transaction=True)
def test_every_screen_has_its_picture_looked_at_once_before_the_transaction(
    migrated_database, admin_client, inspections
):
    sent(admin_client, reverse("wagtailimages:add"), "file")
    sent(admin_client, reverse("wagtailimages:add_multiple"), "files[]")
    photo = Photo.objects.earliest("pk")
    sent(admin_client, reverse("wagtailimages:edit", args=[photo.pk]), "file")
    prefix = "image-chooser-upload"
    values = {"title": "Пресс", "alt_text": "Пресс", "source_type": "digitalCapture", "basis": "own"}
    named = {f"{prefix}-{name}": value for name, value in values.items()}
    sent(admin_client, reverse("wagtailimages_chooser:create"), f"{prefix}-file", **named)
    assert inspections == [False] * 4
    assert Photo.objects.count() == 3


@pytest.fixture
def scans(monkeypatch, settings):
    """For each document shown to clamd whether a transaction was open, in order."""
    seen = []

    def noted(address, content):
        seen.append(connection.in_atomic_block)
        return "stream: OK"

    settings.CLAMD_ADDRESS = "unix:/clamd"
    monkeypatch.setattr(malware, "_ask", noted)
    return seen


def letter():
    return SimpleUploadedFile("письмо.pdf", b"%PDF-1.7")


@pytest.mark.django_db(transaction=True)
def test_every_screen_has_its_document_shown_to_clamd_once_before_the_transaction(
    migrated_database, admin_client, scans
):
    sent(admin_client, reverse("wagtailimages:add_multiple"), "files[]", basis="letter", basis_document=letter())
    photo = Photo.objects.get()
    sent(admin_client, reverse("wagtailimages:edit", args=[photo.pk]), "file", consent_document=letter())
    photo.refresh_from_db()
    admin_client.post(reverse("wagtaildocs:add_multiple"), {"files[]": letter(), "collection": "1"})
    decide_in_browser(admin_client, photo, "rejected", reason="Нет письма", evidence=letter())
    bulk(admin_client, "fill", [photo], fill=["basis_document"], basis_document=letter(), preview="1")
    admin_client.post(reverse("imports:upload", args=["figures"]), {"file": letter()})
    assert scans == [False] * 6
    assert (CreditDecision.objects.filter(to_status="rejected").count(), get_document_model().objects.count()) == (1, 1)


@pytest.mark.django_db
def test_a_stranger_s_document_is_not_shown_to_clamd(client, scans):
    answer = client.post(reverse("wagtaildocs:add_multiple"), {"files[]": letter(), "collection": "1"})
    assert (answer.status_code, scans) == (302, [])


@pytest.mark.django_db
def test_a_stranger_s_picture_is_not_looked_at(client, inspections):
    assert sent(client, reverse("wagtailimages:add_multiple"), "files[]").status_code == 302
    assert inspections == []


@pytest.mark.django_db
def test_a_picture_over_the_limit_is_not_looked_at(admin_client, inspections, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = len(picture_file().read()) - 1
    file = SimpleUploadedFile("a.png", picture_file().read())
    answer = admin_client.post(reverse("wagtailimages:add_multiple"), {"files[]": file, "title": "Пресс"}).json()
    assert "больше" in answer["error_message"]
    assert inspections == []
