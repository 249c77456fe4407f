"""Wagtail's own screens and answers on images hand out only cleaned pictures."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from media.tests.factories import approved_photo
from media.tests.public_files import secrets_in
from media.tests.telling_pictures import telling_picture
from media.uploads.fields import PhotoFileField

pytestmark = pytest.mark.django_db

FILES = re.compile(r'(/uploads/[^\s"\'\\&]+)')


@pytest.fixture
def photo():
    upload = PhotoFileField().clean(SimpleUploadedFile("a.jpg", telling_picture("jpeg")))
    return approved_photo(file=upload, creator="Иван Мастеров")


def screens(photo):
    choose_format = reverse("wagtailimages_chooser:select_format", args=[photo.pk])
    return [
        reverse("wagtailimages:index"), reverse("wagtailimages:edit", args=[photo.pk]),
        reverse("wagtailimages_chooser:choose"), reverse("wagtailimages_chooser:chosen", args=[photo.pk]),
        choose_format, reverse("wagtailadmin_api:images:detail", args=[photo.pk]),
        reverse("wagtailadmin_api:images:listing"), reverse("credits:index"),
        reverse("credits:decide", args=[photo.pk]),
    ]  # fmt: skip


def test_every_picture_of_the_admin_is_a_cleaned_one(admin_client, photo):
    said = [admin_client.get(address) for address in screens(photo)]
    assert {answer.status_code for answer in said} == {200}
    data = {
        "format": "fullwidth",
        "image-chooser-insertion-alt_text": "Пресс",
        "image-chooser-insertion-format": "left",
    }
    said.append(admin_client.post(reverse("wagtailimages_chooser:select_format", args=[photo.pk]), data))
    addresses = {address for answer in said for address in FILES.findall(answer.content.decode())}
    answers = [admin_client.get(address) for address in addresses if "original_images" not in address]
    contents = [b"".join(answer.streaming_content) for answer in answers]
    assert len(contents) >= 3
    assert [secrets_in(content) for content in contents] == [[]] * len(contents)
    assert all("Иван Мастеров".encode() in content for content in contents)


def test_the_original_itself_has_no_address(admin_client, photo):
    api = admin_client.get(reverse("wagtailadmin_api:images:detail", args=[photo.pk])).json()
    assert admin_client.get(api["meta"]["download_url"]).status_code == 404
    assert admin_client.get(f"/uploads/{photo.file.name}").status_code == 404


@pytest.mark.parametrize("wanted", ["original", "width-200", "max-165x165"])
def test_wagtail_s_own_preview_is_not_there(admin_client, photo, wanted):
    assert admin_client.get(f"/admin/images/{photo.pk}/preview/{wanted}/").status_code == 404


def test_the_form_of_a_large_photo_makes_no_picture_as_large(admin_client):
    content = telling_picture("jpeg", 2400, 1800)
    photo = approved_photo(file=PhotoFileField().clean(SimpleUploadedFile("a.jpg", content)))
    text = admin_client.get(reverse("wagtailimages:edit", args=[photo.pk])).content.decode()
    assert "2400×1800" in text
    assert max(photo.renditions.values_list("width", flat=True)) == 1600
