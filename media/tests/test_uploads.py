import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from media.decisions import decide
from media.enums import CreditStatus
from media.models import Photo
from media.tests.factories import RightsHolderFactory, UserFactory, approved_photo, picture_file, root_collection

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_superuser("editor", "editor@example.com", "long-enough-1")
    client.force_login(user)
    return user


def upload(name="picture.png"):
    return SimpleUploadedFile(name, picture_file().read())


def values(**changed):
    data = {
        "title": "Пресс", "alt_text": "Пресс в цехе", "source_type": "digitalCapture", "basis": "own",
        "people_shown": "none", "creator": "", "own_credit_line": "", "copyright_notice": "", "source_url": "",
        "license_url": "", "usage_terms": "", "rights_valid_until": "", "taken_on": "", "place": "",
        "alt_text_english": "", "tags": "", "collection": root_collection().pk,
        "focal_point_x": "", "focal_point_y": "", "focal_point_width": "", "focal_point_height": "",
    }  # fmt: skip
    return data | changed


def edited(client, photo, **changed):
    data = values(rights_holder=photo.rights_holder_id, title=photo.title, alt_text=photo.alt_text, **changed)
    return client.post(reverse("wagtailimages:edit", args=[photo.pk]), data)


def test_a_complete_upload_waits_for_the_moderators(client, editor):
    client.post(reverse("wagtailimages:add"), values(file=upload(), rights_holder=RightsHolderFactory().pk))
    photo = Photo.objects.get()
    assert (photo.credit_status, photo.rights_changed_by, photo.uploaded_by_user) == ("pending", editor, editor)
    assert [decision.decided_by for decision in photo.decisions.all()] == [editor]


def test_an_upload_without_rights_stays_a_draft_until_they_are_entered(client, editor):
    client.post(reverse("wagtailimages:add"), values(file=upload(), basis=""))
    photo = Photo.objects.get()
    assert photo.credit_status == CreditStatus.DRAFT
    photo.rights_holder = RightsHolderFactory()
    edited(client, photo)
    photo.refresh_from_db()
    assert photo.credit_status == CreditStatus.PENDING


def test_the_editor_of_the_rights_can_not_approve_them_afterwards(client, editor):
    photo = approved_photo(source_type="digitalCapture")
    edited(client, photo, own_credit_line="Фото: другой")
    photo.refresh_from_db()
    assert (photo.credit_status, photo.rights_changed_by) == ("pending", editor)
    with pytest.raises(ValidationError, match="Свой снимок"):
        decide(photo, CreditStatus.APPROVED, editor)
    assert decide(photo, CreditStatus.APPROVED, UserFactory()).to_status == CreditStatus.APPROVED


def test_an_editor_can_not_set_the_state_through_the_form(client, editor):
    client.post(
        reverse("wagtailimages:add"),
        values(file=upload(), rights_holder=RightsHolderFactory().pk, credit_status="approved"),
    )
    assert Photo.objects.get().credit_status == CreditStatus.PENDING
