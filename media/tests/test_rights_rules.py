"""The database itself keeps an approved photo complete."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from media.decisions import decide
from media.enums import CreditStatus
from media.models import Photo
from media.tests.factories import PhotoFactory, UserFactory, approved_photo

pytestmark = pytest.mark.django_db

CREATIVE_COMMONS = {
    "basis": "cc-by",
    "creator": "Автор",
    "license_url": "https://example.com/by",
    "source_url": "https://example.com/1",
}


@pytest.mark.parametrize(
    "broken",
    [
        {"alt_text": ""},
        {"basis": ""},
        {"rights_holder": None},
        {"basis": "contract"},
        {"basis": "letter"},
        CREATIVE_COMMONS | {"creator": ""},
        CREATIVE_COMMONS | {"license_url": ""},
        CREATIVE_COMMONS | {"source_url": ""},
        {"people_shown": ""},
        {"people_shown": "no-consent"},
        {"people_shown": "consent"},
    ],
)
def test_an_approved_photo_is_never_left_incomplete(broken):
    photo = approved_photo()
    with pytest.raises(IntegrityError), transaction.atomic():
        Photo.objects.filter(pk=photo.pk).update(**broken)
    pending = PhotoFactory()
    Photo.objects.filter(pk=pending.pk).update(**broken)


@pytest.mark.parametrize(
    "complete",
    [
        CREATIVE_COMMONS,
        {"basis": "contract", "basis_document": ContentFile(b"x", "contract.pdf")},
        {"people_shown": "consent", "consent_document": ContentFile(b"x", "consent.pdf")},
        {"people_shown": "public-event"},
        {"alt_text": "", "is_decorative": True},
    ],
)
def test_what_is_complete_is_approved(complete):
    assert approved_photo(**complete).is_cleared


def test_a_photo_whose_term_is_over_is_not_approved():
    photo = PhotoFactory(rights_valid_until=timezone.localdate() - timedelta(days=1))
    with pytest.raises(ValidationError, match="Срок прав истёк"):
        decide(photo, CreditStatus.APPROVED, UserFactory())


@pytest.mark.parametrize(
    ("moment", "is_public"), [("2028-02-29T20:59:59+00:00", True), ("2028-02-29T21:00:00+00:00", False)]
)
def test_the_last_day_ends_at_midnight_of_the_site_s_own_zone(monkeypatch, moment, is_public):
    photo = Photo(credit_status="approved", alt_text="Пресс", rights_valid_until=timezone.datetime(2028, 2, 29).date())
    now = timezone.datetime.fromisoformat(moment)
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert photo.is_cleared is is_public
