import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from PIL import ImageDraw

from media.models import Likeness, Photo
from media.near_duplicates import find_lookalikes, look_of, remember_look, under_another_credit
from media.photo_uses import is_used, uses_of
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


def in_conflict():
    return set(Photo.objects.filter(under_another_credit()).values_list("pk", flat=True))


def test_the_same_look_under_another_credit_line_is_a_conflict_however_it_came_about():
    first, second = seen(file=drawn(3)), seen(file=drawn(3, width=200, kind="JPEG"))
    seen(file=drawn(5))
    assert in_conflict() == {first.pk, second.pk}
    second.own_credit_line = first.credit_line
    second.save()
    assert in_conflict() == set()
    first.rights_holder.credit_line = "Фото: новое имя"
    first.rights_holder.save()
    assert in_conflict() == {first.pk, second.pk}


def test_a_new_file_or_a_deletion_takes_likenesses_away():
    first, second = seen(file=drawn(3)), seen(file=drawn(3, width=200))
    assert find_lookalikes(first) == [second]
    second.file = drawn(5)
    second.save()
    remember_look.call(second.pk)
    assert (find_lookalikes(first), in_conflict()) == ([], set())
    third = seen(file=drawn(3, width=160))
    third.delete()
    assert Likeness.objects.count() == 0


def test_a_likeness_keeps_no_photo_from_being_deleted_or_called_used():
    first, second = seen(file=drawn(3)), seen(file=drawn(3, width=200))
    assert uses_of(first) == []
    assert not Photo.objects.filter(is_used()).exists()
    second.delete()
    assert list(Photo.objects.all()) == [first]


def test_knowing_a_look_again_takes_as_many_queries_as_the_first_time(django_assert_num_queries):
    photos = [seen(file=drawn(3, width=width)) for width in (320, 300, 280, 260)]
    with django_assert_num_queries(8):
        remember_look.call(photos[0].pk)
    assert Likeness.objects.count() == 12
