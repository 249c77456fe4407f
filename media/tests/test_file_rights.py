"""What a file says of its rights is read, offered, and compared with what a person enters."""

import io
import struct
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as PillowImage
from PIL.PngImagePlugin import PngInfo

from media.enums import BasisOfUse, SourceType
from media.models import Photo, RightsHolder
from media.tests.bad_files import sound_picture
from media.tests.factories import RightsHolderFactory, approved_photo, root_collection
from media.uploads.conflicts import EnteredRights, rights_conflicts
from media.uploads.inspector import INSPECTOR

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
<rdf:Description rdf:about="" {attributes}>{elements}</rdf:Description></rdf:RDF></x:xmpmeta>"""


def xmp(elements="", **attributes):
    written = " ".join(f'{name.replace("__", ":")}="{value}"' for name, value in attributes.items())
    return XMP.format(attributes=written, elements=elements).encode()


def with_iptc(records, utf8=False):
    """Return a JPEG with IPTC records, in UTF-8 or in the Windows encoding nobody names."""
    items = [(1, 90, b"\x1b%G")] if utf8 else []
    items += [(2, tag, text.encode("utf-8" if utf8 else "cp1251")) for tag, text in records.items()]
    iim = b"".join(b"\x1c" + struct.pack(">BBH", group, tag, len(value)) + value for group, tag, value in items)
    iim += b"\0" * (len(iim) % 2)
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iim)) + iim
    body = b"Photoshop 3.0\0" + resource
    jpeg = sound_picture("jpeg")
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def exif_of(**values):
    exif = PillowImage.Exif()
    for tag, value in values.items():
        exif[int(tag.removeprefix("t"), 16)] = value
    return exif


def said_in(content):
    return INSPECTOR.inspect(content).file_rights


@pytest.fixture(autouse=True, scope="module")
def _child():
    yield
    INSPECTOR.close()


@pytest.mark.parametrize("utf8", [True, False])
def test_iptc_is_read_in_both_encodings(utf8):
    said = said_in(with_iptc({80: "Иван Домнин", 110: "Пресс-служба", 116: "© Завод", 90: "Москва"}, utf8))
    assert said == {
        "creator": "Иван Домнин", "credit_line": "Пресс-служба", "copyright_notice": "© Завод", "place": "Москва"
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["jpeg", "webp", "png", "avif"])
def test_xmp_is_read_from_every_kind(kind):
    packet = xmp(
        "<dc:creator><rdf:Seq><rdf:li>Анна</rdf:li><rdf:li>Пётр</rdf:li></rdf:Seq></dc:creator>"
        '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© «Сталь»</rdf:li></rdf:Alt></dc:rights>',
        photoshop__Credit="Фото: «Сталь»", photoshop__DateCreated="2026-05-01T10:00:00",
        xmpRights__WebStatement="https://creativecommons.org/licenses/by-sa/4.0/",
        Iptc4xmpExt__DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    )  # fmt: skip
    if kind == "png":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
        content = sound_picture("png", pnginfo=info)
    else:
        content = sound_picture(kind, xmp=packet)
    assert said_in(content) == {
        "creator": "Анна, Пётр", "copyright_notice": "© «Сталь»", "credit_line": "Фото: «Сталь»",
        "taken_on": "2026-05-01", "web_statement": "https://creativecommons.org/licenses/by-sa/4.0/",
        "source_type": "trainedAlgorithmicMedia",
    }  # fmt: skip


def test_xmp_goes_before_iptc():
    jpeg = with_iptc({80: "Из IPTC", 110: "Агентство, чьё имя обрезано н"})
    body = b"http://ns.adobe.com/xap/1.0/\0" + xmp(photoshop__Credit="Агентство, чьё имя обрезано не было")
    content = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]
    assert said_in(content) == {"creator": "Из IPTC", "credit_line": "Агентство, чьё имя обрезано не было"}


def test_hostile_xmp_is_left_out():
    packet = b'<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>'
    assert said_in(sound_picture("jpeg", xmp=packet)) == {}


def test_what_the_camera_writes_goes_into_private_fields():
    exif = exif_of(t10f="Завод камер".encode().decode("latin-1"), t110="X1", t112=6)
    exif.get_ifd(0x8769)[0xA431] = "SERIAL-4711"
    exif.get_ifd(0x8769)[0x9003] = "2026:04:30 12:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 45.0, 0.0), 3: "E", 4: (37.0, 30.0, 0.0)})
    picture = INSPECTOR.inspect(sound_picture("jpeg", exif=exif))
    assert (picture.width, picture.height) == (150, 200)
    assert picture.file_rights["coordinates"] == "55.750000, 37.500000"
    assert (picture.file_rights["serial_number"], picture.file_rights["taken_on"]) == ("SERIAL-4711", "2026-04-30")
    assert b"SERIAL-4711" not in picture.content


@pytest.mark.parametrize(
    ("picture", "level"),
    [
        (PillowImage.new("CMYK", (200, 150), (0, 0, 0, 0)), 255),
        (PillowImage.new("RGBA", (200, 150), (0, 0, 0, 0)), 255),
        (PillowImage.new("I;16", (200, 150), 32768), 128),
        (PillowImage.new("P", (200, 150), 0), 0),
    ],
)
def test_every_kind_of_colour_is_shown_right(picture, level):
    output = io.BytesIO()
    picture.save(output, "JPEG" if picture.mode == "CMYK" else "PNG")
    made = PillowImage.open(io.BytesIO(INSPECTOR.inspect(output.getvalue()).content)).convert("L")
    assert abs(made.getpixel((5, 5)) - level) <= 2


HOLDER = RightsHolder(name="Завод «Сталь»", aliases="ОАО Сталь\nStal", credit_line="Фото: пресс-служба завода «Сталь»")


@pytest.mark.parametrize("said", ["© Завод Сталь, 2026", "OAO; stal", "Пресс-служба завода «Сталь»", "ЗАВОД «СТАЛЬ»"])
def test_any_spelling_of_the_holder_is_no_difference(said):
    assert rights_conflicts({"credit_line": said}, EnteredRights(HOLDER)) == []


def test_differences_are_named_with_their_field():
    said = {"copyright_notice": "© Агентство", "creator": "Иван", "source_type": "trainedAlgorithmicMedia"}
    conflicts = rights_conflicts(said, EnteredRights(HOLDER, "Пётр", SourceType.PHOTOGRAPH))
    assert [conflict.field for conflict in conflicts] == ["rights_holder", "creator", "source_type"]
    assert "© Агентство" in str(conflicts[0].message)


def test_silence_is_no_difference():
    assert rights_conflicts({}, EnteredRights(HOLDER, "Пётр")) == []
    assert rights_conflicts({"creator": "Иван", "credit_line": "X"}, EnteredRights()) == []


@pytest.fixture
def editor(client, db):
    root_collection()
    user = get_user_model().objects.create_superuser("editor", "editor@example.com", "long-enough-1")
    client.force_login(user)
    return user


def send(client, content, **values):
    data = {"files[]": SimpleUploadedFile("a.jpg", content), "title": "Кадр", **values}
    return client.post(reverse("wagtailimages:add_multiple"), data).json()


def test_an_upload_is_filled_from_its_file(client, editor):
    holder = RightsHolderFactory(name="Завод «Сталь»", aliases="Сталь")
    content = sound_picture(
        "jpeg",
        xmp=xmp(
            photoshop__Credit="Сталь", photoshop__City="Москва", photoshop__DateCreated="2026-05-01",
            xmpRights__WebStatement="https://creativecommons.org/licenses/by/4.0/",
        ),
    )  # fmt: skip
    form = send(client, content)["form"]
    photo = Photo.objects.get()
    assert (photo.rights_holder, photo.place, photo.taken_on) == (holder, "Москва", date(2026, 5, 1))
    assert (photo.basis, photo.license_url) == (BasisOfUse.CC_BY, "https://creativecommons.org/licenses/by/4.0/")
    assert 'value="Москва"' in form


def test_what_a_person_has_entered_is_not_replaced(client, editor):
    send(client, sound_picture("jpeg", xmp=xmp(photoshop__City="Москва")), place="Тула")
    assert Photo.objects.get().place == "Тула"


def test_a_difference_is_shown_before_anything_is_saved_and_may_be_confirmed(client, editor):
    holder = RightsHolderFactory(name="Завод «Сталь»")
    content = sound_picture("jpeg", xmp=xmp(photoshop__Credit="Агентство"))
    answer = send(client, content, rights_holder=holder.pk)
    assert "Агентство" in answer["error_message"]
    assert "отметьте там «Сохранять и те снимки, в файлах которых сказано другое»" in answer["error_message"]
    assert not Photo.objects.exists()
    assert send(client, content, rights_holder=holder.pk, conflict_confirmed="on")["success"]
    assert Photo.objects.get().rights_holder == holder


def test_a_difference_appears_in_the_form_of_one_photo_too(client, editor):
    send(client, sound_picture("jpeg", xmp=xmp(photoshop__Credit="Агентство")))
    photo = Photo.objects.get()
    holder = RightsHolderFactory(name="Завод «Сталь»")
    address = reverse("wagtailimages:edit", args=[photo.pk])
    data = {"title": "Кадр", "source_type": "digitalCapture", "rights_holder": holder.pk, "place": "Цех № 7"}
    text = client.post(address, data).content.decode()
    assert "Сохранить, хотя в файле сказано другое" in text
    assert text.index('name="rights_holder"') < text.index('name="conflict_confirmed"') < text.index('name="basis"')
    assert "Цех № 7" in text
    client.post(address, {**data, "conflict_confirmed": "on"})
    photo.refresh_from_db()
    assert (photo.rights_holder, photo.place) == (holder, "Цех № 7")


def test_the_second_of_two_editors_is_told_and_loses_nothing(client, editor):
    photo = approved_photo(source_type=SourceType.PHOTOGRAPH, creator="Иван", place="Цех № 1")
    address = reverse("wagtailimages:edit", args=[photo.pk])
    form = client.get(address).context["form"]
    seen = form["seen_state"].value()
    shared = {"title": photo.title, "alt_text": photo.alt_text, "source_type": photo.source_type, "creator": "Иван"}
    client.post(address, {**shared, "place": "Цех № 2", "seen_state": seen})
    late = {**shared, "place": "Цех № 3", "creator": "Пётр", "seen_state": seen}
    text = client.post(address, late).content.decode()
    assert "Пока вы правили, снимок изменил кто-то другой." in text
    assert "Сейчас сохранено: «Цех № 2»" in text
    assert "Цех № 3" in text
    assert "Пётр" in text
    photo.refresh_from_db()
    assert (photo.place, photo.creator) == ("Цех № 2", "Иван")
    again = client.post(address, late).context["form"]["seen_state"].value()
    client.post(address, {**late, "seen_state": again})
    photo.refresh_from_db()
    assert (photo.place, photo.creator) == ("Цех № 3", "Пётр")
