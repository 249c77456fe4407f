"""Photos and holders for tests."""

import io

import factory
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from wagtail.models import Collection

from media.decisions import decide
from media.enums import BasisOfUse, CreditStatus, PeopleShown, SourceType
from media.models import Photo, RightsHolder


def picture_file(width=640, height=400, kind="PNG", name="picture.png", colour="#2F4A63"):
    """Return a real picture file of one colour."""
    output = io.BytesIO()
    PillowImage.new("RGB", (width, height), colour).save(output, kind)
    return ContentFile(output.getvalue(), name=name)


def root_collection():
    """Return the root of collections, which a flushed test database lacks."""
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = get_user_model()

    username = factory.Sequence(lambda number: f"user-{number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.com")


class RightsHolderFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RightsHolder

    name = factory.Sequence(lambda number: f"Правообладатель {number}")
    credit_line = factory.LazyAttribute(lambda holder: f"Фото: {holder.name}")


class PhotoFactory(factory.django.DjangoModelFactory):
    """A complete photo waiting for a decision."""

    class Meta:
        model = Photo

    title = factory.Sequence(lambda number: f"Снимок {number}")
    collection = factory.LazyFunction(root_collection)
    file = factory.LazyAttribute(lambda photo: picture_file())
    alt_text = "Станок в пустом цехе"
    rights_holder = factory.SubFactory(RightsHolderFactory)
    basis = BasisOfUse.OWN
    people_shown = PeopleShown.NONE
    source_type = SourceType.DRAWING
    credit_status = CreditStatus.PENDING
    uploaded_by_user = factory.SubFactory(UserFactory)


def approved_photo(**values):
    """Return a photo approved by somebody else than its uploader."""
    photo = PhotoFactory(**values)
    decide(photo, CreditStatus.APPROVED, UserFactory())
    return photo
