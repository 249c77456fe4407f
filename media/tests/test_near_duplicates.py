import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from PIL import ImageDraw

from media.models import Photo
from media.near_duplicates import find_lookalikes, look_of, remember_look
from media.tests.factories import PhotoFactory, picture_file

pytestmark = pytest.mark.django_db


def drawn(seed, width=320, kind="PNG"):
    """Return a file with an uneven picture; the same seed gives the same picture at any size."""
    picture = PillowImage.new("RGB", (320, 200), "#202020")
    pencil = ImageDraw.Draw(picture)
    for line in range(9):
        shade = (seed * 67 + line * line * 41) % 256
        pencil.rectangle([line * 36, (line * seed * 53) % 150, line * 36 + 35, 199], fill=(shade, shade, 255 - shade))
    output = io.BytesIO()
    picture.resize((width, width * 200 // 320)).save(output, kind)
    return ContentFile(output.getvalue(), name=f"drawn-{seed}-{width}.{kind.lower()}")


def seen(**values):
    photo = PhotoFactory(**values)
    remember_look.call(photo.pk)
    return Photo.objects.get(pk=photo.pk)


def test_the_same_picture_is_known_again_in_another_size_and_format():
    photo, smaller = seen(file=drawn(3)), seen(file=drawn(3, width=200, kind="JPEG"))
    other = seen(file=drawn(5))
    assert find_lookalikes(photo) == [smaller]
    assert find_lookalikes(other) == []


def test_pictures_of_one_even_colour_are_no_lookalikes_unless_they_are_the_same_file():
    grey, same, red = seen(), seen(), seen(file=picture_file(colour="#A82A1F"))
    for photo in (grey, same, red):
        photo.get_file_hash()
    assert find_lookalikes(grey) == [same]
    assert find_lookalikes(red) == []


def test_a_file_that_can_not_be_read_never_matches():
    photo = seen()
    photo.file.storage.delete(photo.file.name)
    Photo.objects.filter(pk=photo.pk).update(perceptual_hash="")
    assert remember_look.call(photo.pk) == "-"


def test_a_new_file_is_looked_at_anew():
    photo = seen(file=drawn(3))
    photo.file = drawn(5)
    photo.save()
    assert photo.perceptual_hash == ""
    assert remember_look.call(photo.pk) == look_of(drawn(5).read())
