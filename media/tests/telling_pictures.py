"""Pictures with what must not leave the editorial office in them."""

from PIL import Image as PillowImage

from media.tests.bad_files import sound_picture


def telling_picture(kind, width=500, height=400):
    """Return a picture with a place, a serial number and a hidden thumbnail in it."""
    exif = PillowImage.Exif()
    exif[0x010F] = "Maker"
    exif.get_ifd(0x8769)[0xA431] = "SERIAL-4711"
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 45.0, 0.0), 3: "E", 4: (37.0, 30.0, 0.0)})
    options = {} if kind == "gif" else {"exif": exif}
    if kind == "gif":
        options["comment"] = b"SerialNumber 4711"
    content = sound_picture(kind, width, height, **options)
    if kind == "jpeg":
        thumbnail = sound_picture("jpeg", 160, 120)
        content = content[:2] + b"\xff\xed" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail + content[2:]
    return content
