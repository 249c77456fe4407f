import io

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image as PillowImage
from wagtail.images.models import AbstractImage

from media.decisions import decide
from media.enums import CreditStatus
from media.models import Rendition
from media.models.picture_file import DECODING
from media.pictures import Picture
from media.renditions import make_renditions, specification
from media.tests.bad_files import sound_picture
from media.tests.factories import PhotoFactory, UserFactory, approved_photo, picture_file
from media.tests.public_files import secrets_in, telling_files
from media.tests.telling_pictures import telling_picture
from media.uploads.fields import PhotoFileField

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    photo = approved_photo(
        file=picture_file(1000, 625), creator="Иван Мастеров", own_credit_line="Фото: «Сталь & свет»"
    )
    make_renditions(photo)
    return photo


def opened(rendition):
    with rendition.file.open("rb") as file:
        content = file.read()
    return content, PillowImage.open(io.BytesIO(content))


def test_every_size_that_fits_is_made_in_every_format(photo):
    specs = set(photo.renditions.values_list("filter_spec", flat=True))
    assert specs == {specification(width, name) for width in (400, 800) for name in ("avif", "webp", "jpeg")}


def test_making_files_again_makes_none(photo):
    assert make_renditions(photo) == 0


def test_a_process_decodes_one_original_at_a_time(photo, monkeypatch):
    stock, held = AbstractImage.generate_rendition_file, []

    def noted(self, *args, **kwargs):
        held.append(DECODING.locked())
        return stock(self, *args, **kwargs)

    monkeypatch.setattr(AbstractImage, "generate_rendition_file", noted)
    photo.get_rendition("max-165x165")
    assert (held, DECODING.locked()) == ([True], False)


def test_a_small_original_has_one_size_and_is_not_enlarged():
    photo = approved_photo(file=picture_file(200, 120))
    make_renditions(photo)
    assert {rendition.width for rendition in photo.renditions.all()} == {200}


@pytest.mark.parametrize("name", ["avif", "webp", "jpeg"])
def test_each_file_carries_the_credit_and_no_exif(photo, name):
    content, picture = opened(photo.renditions.get(filter_spec=specification(800, name)))
    assert "Фото: «Сталь &amp; свет»".encode() in content
    assert "Иван Мастеров".encode() in content
    assert not picture.getexif()


def test_camera_metadata_stays_in_the_private_original():
    source = PillowImage.new("RGB", (900, 600), "#2F4A63")
    exif = source.getexif()
    exif[0x010F], exif[0xA431] = "Maker", "SERIAL-4711"
    exif.get_ifd(0x8825)[1] = "N"
    output = io.BytesIO()
    source.save(output, "JPEG", exif=exif)
    file = picture_file()
    file.file, file.name = io.BytesIO(output.getvalue()), "camera.jpg"
    photo = approved_photo(file=file)
    make_renditions(photo)
    photo.get_rendition("max-165x165")
    for rendition in photo.renditions.all():
        content, picture = opened(rendition)
        assert b"SERIAL-4711" not in content
        assert not picture.getexif()


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif", "heic", "gif"])
def test_no_file_a_visitor_can_fetch_tells_of_place_camera_or_earlier_picture(kind):
    content = telling_picture(kind)
    upload = PhotoFileField().clean(SimpleUploadedFile("a.jpg", content))
    photo = approved_photo(file=upload, creator="Иван Мастеров")
    make_renditions(photo)
    for wanted in ("max-165x165", "original", "width-200|format-png", "fill-100x100|format-webp"):
        photo.get_rendition(wanted)
    files = [opened(rendition)[0] for rendition in photo.renditions.all()]
    assert [secrets_in(file) for file in files] == [[]] * len(files)
    assert all("Иван Мастеров".encode() in file for file in files)
    assert not any(content[200:400] in file for file in files)


def test_the_reader_of_public_files_finds_what_it_looks_for(tmp_path):
    (tmp_path / "a.jpg").write_bytes(telling_picture("jpeg"))
    (tmp_path / "b.jpg").write_bytes(sound_picture("jpeg"))
    assert list(telling_files(tmp_path)) == ["a.jpg"]


def test_the_visitor_gets_files_of_a_cleared_photo(client, photo):
    response = client.get(Picture.of(photo).url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")


def test_an_unchanged_file_costs_a_few_bytes_and_a_revoked_one_is_not_kept_for_long(client, photo):
    url = Picture.of(photo).url
    first = client.get(url)
    assert first["Cache-Control"] == "public, max-age=60, must-revalidate"
    assert client.get(url, headers={"if-none-match": first["ETag"]}).status_code == 304
    decide(photo, CreditStatus.REVOKED, UserFactory(), "отзыв")
    assert client.get(url, headers={"if-none-match": first["ETag"]}).status_code == 410


def test_a_storage_that_does_not_answer_is_no_fault_of_the_page(client, photo, monkeypatch):
    def fail(self, name, mode="rb"):
        raise OSError("storage")

    monkeypatch.setattr(FileSystemStorage, "_open", fail)
    response = client.get(Picture.of(photo).url)
    assert (response.status_code, response["Cache-Control"]) == (503, "private, no-store")


def test_a_revoked_photo_s_files_are_gone(client, photo):
    url = Picture.of(photo).url
    decide(photo, CreditStatus.REVOKED, UserFactory(), "отзыв")
    assert client.get(url).status_code == 410


@pytest.mark.parametrize("change", [{"credit_status": "revoked"}, {"rights_valid_until": "2020-01-31"}])
def test_files_stop_answering_whatever_ended_the_right(client, photo, change):
    url = Picture.of(photo).url
    type(photo).objects.filter(pk=photo.pk).update(**change)
    assert client.get(url).status_code == 410


def test_a_thumbnail_of_an_undecided_photo_is_for_staff(client, admin_client):
    photo = PhotoFactory(file=picture_file(400, 300))
    url = photo.get_rendition("max-165x165").url
    assert client.get(url).status_code == 410
    assert admin_client.get(url).status_code == 200


def test_the_original_has_no_public_address(client, photo):
    assert not Rendition.objects.filter(file=photo.file.name).exists()
    assert client.get(f"/uploads/{photo.file.name}").status_code == 404


def test_rights_end_after_their_last_day():
    photo = approved_photo()
    photo.rights_valid_until = timezone.localdate()
    assert photo.is_cleared


def test_a_picture_that_may_not_be_shown_is_a_placeholder_of_its_size():
    picture = Picture.of(PhotoFactory(file=picture_file(640, 400)))
    assert (picture.url, picture.width, picture.height, picture.credit_line) == ("", 640, 400, "")


def test_an_approved_photo_is_shown_as_before_after_revocation_and_new_approval(photo):
    before = [opened(rendition)[0] for rendition in photo.renditions.order_by("filter_spec")]
    decide(photo, CreditStatus.REVOKED, UserFactory(), "отзыв")
    decide(photo, CreditStatus.PENDING, UserFactory())
    decide(photo, CreditStatus.APPROVED, UserFactory())
    make_renditions(photo)
    assert [opened(rendition)[0] for rendition in photo.renditions.order_by("filter_spec")] == before
