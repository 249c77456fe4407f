"""Files nobody should be able to hurt the portal with, made by code: damaged, cut, lying, hostile."""

import gzip
import io
import random
import struct
import zipfile
import zlib

from PIL import Image as PillowImage
from pillow_heif import register_heif_opener

register_heif_opener(thumbnails=False)
SAVE_AS = {"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF", "heic": "HEIF"}
OPTIONS = {"avif": {"speed": 10}}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{}</svg>'


def sound_picture(kind, width=200, height=150, **options):
    """Return a sound picture with some detail in it."""
    picture = PillowImage.linear_gradient("L").resize((width, height)).convert("RGB")
    output = io.BytesIO()
    picture.save(output, SAVE_AS[kind], **OPTIONS.get(kind, {}), **options)
    return output.getvalue()


def chunk(name, body, checksum=None):
    """Return one chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", checksum or zlib.crc32(name + body))


def png(width=200, height=150, depth=8, colour=2, data=None, before=b"", end=True, header_checksum=None):
    """Return a PNG made of parts, any of which may be wrong."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    rows = zlib.compress(b"\x00" * (height * (1 + 3 * width))) if data is None else data
    body = chunk(b"IHDR", header, header_checksum) + before + (chunk(b"IDAT", rows) if rows else b"")
    return b"\x89PNG\r\n\x1a\n" + body + (chunk(b"IEND", b"") if end else b"")


def jpeg_of_size(width, height, keep=None):
    """Return a JPEG whose header claims another size."""
    content = bytearray(sound_picture("jpeg"))
    place = content.index(b"\xff\xc0") + 5
    content[place : place + 4] = struct.pack(">HH", height, width)
    return bytes(content[:keep])


def not_pictures():
    """Return what is no picture at all, by name."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("a.txt", "text")
    noise = random.Random(1)
    return {
        "empty": b"", "one byte": b"\xff", "text": "просто текст".encode(), "html": b"<html><script>1</script></html>",
        "exe": b"MZ\x90\x00" + bytes(500), "pdf": b"%PDF-1.7\n%%EOF", "zip": archive.getvalue(),
        "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n", "psd": b"8BPS\x00\x01" + bytes(30), "bmp": b"BM" + bytes(60),
        "tiff": b"II*\x00" + bytes(60), "ico": b"\x00\x00\x01\x00\x01\x00" + bytes(60), "rar": b"Rar!\x1a\x07\x00",
        "old office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "gzip": gzip.compress(b"text"),
        "php": b"<?php system($_GET['c']); ?>", "shell": b"#!/bin/sh\nrm -rf /\n", "nulls": bytes(4096),
        **{f"noise {number}": noise.randbytes(2000) for number in range(4)},
    }  # fmt: skip


def vectors():
    """Return SVG files, each with something in it."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    drawings = {
        "script": SVG.format("<script>alert(1)</script>"),
        "onload": '<svg onload="alert(1)"/>',
        "foreign object": SVG.format("<foreignObject><body/></foreignObject>"),
        "remote image": SVG.format('<image href="http://example.org/x.png"/>'),
        "javascript link": SVG.format('<a href="javascript:alert(1)"><rect/></a>'),
        "outer entity": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        "billion laughs": f'<!DOCTYPE svg [<!ENTITY l0 "ha">{laughs}]><svg>&l8;</svg>',
        "deep": SVG.format("<g>" * 20_000),
        "no view": '<svg viewBox="0 0 0 0"/>',
    }
    files = {f"svg {name}": text.encode() for name, text in drawings.items()}
    return files | {"svg utf-16": drawings["script"].encode("utf-16"), "svgz": gzip.compress(files["svg onload"])}


def cut_pictures():
    """Return pictures of every kind, cut at several places."""
    files = {}
    for kind in SAVE_AS:
        whole = sound_picture(kind)
        for percent in (5, 30, 60, 85):
            files[f"{kind} cut at {percent} %"] = whole[: len(whole) * percent // 100]
    return files


def wrong_parts():
    """Return pictures with a wrong part."""
    jpeg, bomb = sound_picture("jpeg"), zlib.compress(bytes(80_000_000), 9)
    segment = jpeg.index(b"\xff\xdb")
    return {
        "jpeg segment length": jpeg[: segment + 2] + b"\xff\xff" + jpeg[segment + 4 :],
        "jpeg without tables": jpeg[:segment] + jpeg[jpeg.index(b"\xff\xc0") :],
        "jpeg without scan": jpeg[: jpeg.index(b"\xff\xda")] + b"\xff\xd9",
        "jpeg width 0": jpeg_of_size(0, 100), "jpeg height 0": jpeg_of_size(100, 0),
        "png header checksum": png(header_checksum=1), "png depth 7": png(depth=7), "png colour 9": png(colour=9),
        "png width 0": png(width=0), "png bad zlib": png(data=b"\x78\x9c" + bytes(40)), "png no data": png(data=b""),
        "png short data": png(data=zlib.compress(bytes(90))), "png no end": png(data=zlib.compress(b"\0"), end=False),
        "png zTXt bomb": png(before=chunk(b"zTXt", b"k\0\0" + bomb)),
        "png iTXt bomb": png(before=chunk(b"iTXt", b"k\0\x01\0\0\0" + bomb)),
        "gif screen only": b"GIF89a" + struct.pack("<HHBBB", 200, 200, 0, 0, 0) + b";",
        "webp empty": b"RIFF\x0c\0\0\0WEBPVP8 \0\0\0\0", "heic empty": b"\0\0\0\x18ftypheic" + bytes(12),
        "avif empty": b"\0\0\0\x18ftypavif" + bytes(12),
    }  # fmt: skip


def wrong_sizes():
    """Return pictures that claim or have sizes the portal does not take."""
    one_bit = png(11_300, 11_300, 1, 0, zlib.compress(bytes(11_300 * (1 + 1413)), 9))
    gif = b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0, 0, 0) + b"," + struct.pack("<HHHHB", 0, 0, 65535, 65535, 0)
    return {
        "png 50000": png(50_000, 50_000, data=b"x"), "png 2^31": png(2**31 - 1, 2**31 - 1, data=b"x"),
        "png 11300 of one bit": one_bit, "jpeg 65535": jpeg_of_size(65_535, 65_535),
        "jpeg 9000 in few bytes": jpeg_of_size(9000, 9000, keep=700),
        "gif 65535": gif + b"\x08\x00;", "png 30000x1": png(30_000, 1), "png 1x30000": png(1, 30_000),
        "png 1x1": png(1, 1), "jpeg 99x99": sound_picture("jpeg", 99, 99),
        "webp 80x600": sound_picture("webp", 80, 600),
    }  # fmt: skip


def flipped_pictures():
    """Return pictures with some bytes changed at random; a few of them still open."""
    files, chance = {}, random.Random(7)
    for kind in SAVE_AS:
        for number in range(4):
            content = bytearray(sound_picture(kind))
            for _ in range(12):
                content[chance.randrange(12, len(content))] = chance.randrange(256)
            files[f"{kind} flipped {number}"] = bytes(content)
    return files


def sound_but_strange():
    """Return pictures that open and carry something else."""
    frames = [PillowImage.new("L", (600, 400), number) for number in range(60)]
    animated = io.BytesIO()
    frames[0].save(animated, "GIF", save_all=True, append_images=frames[1:])
    jpeg, gif = sound_picture("jpeg"), sound_picture("gif")
    return {
        "gif of many frames": animated.getvalue(),
        "jpeg and zip": jpeg + not_pictures()["zip"],
        "jpeg and html": jpeg + b"<script>alert(1)</script>",
        "jpeg with php": jpeg[:2] + b"\xff\xfe\x00\x16<?php echo 1; ?>..." + b"." + jpeg[2:],
        "jpeg 6000 in few bytes": jpeg_of_size(6000, 6000),
        "gif and script": gif + b"*/=1;alert(1)//",
    }


def refused_files():
    """Return every file that must be refused."""
    return not_pictures() | vectors() | cut_pictures() | wrong_parts() | wrong_sizes()
