"""Finds out in which encoding a text file was saved. No one is asked: the file itself tells."""

import codecs
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from portal.imports.reading.table import TableFault

ENCODINGS = {
    "utf-8-sig": _("UTF-8"),
    "utf-16": _("UTF-16"),
    "utf-16-le": _("UTF-16"),
    "utf-16-be": _("UTF-16"),
    "cp1251": _("Windows-1251"),
    "koi8-r": _("KOI8-R"),
    "cp866": _("DOS (866)"),
}
_OLD_ENCODINGS = ("cp1251", "koi8-r", "cp866")
_SAMPLE = 256 * 1024
_CHUNK = 1024 * 1024
_FREQUENT = dict(zip("оеаинтсрвлкмдпуяыьгзбчй", range(23, 0, -1), strict=True))
_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def find_encoding(file: BinaryIO) -> str:
    """Return the encoding's name; the file is left at its beginning.

    Raises:
        TableFault: the file is saved in an encoding nobody needs to support.
    """
    file.seek(0)
    sample = file.read(_SAMPLE)
    try:
        return _by_mark(sample) or _by_empty_bytes(sample) or _utf8(file) or _best_old(sample)
    finally:
        file.seek(0)


def _by_mark(sample: bytes) -> str:
    if sample.startswith(_WIDE_MARKS):
        raise TableFault(_("Файл сохранён в UTF-32. Сохраните его как «CSV UTF-8»."))
    if sample.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    return "utf-16" if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""


def _by_empty_bytes(sample: bytes) -> str:
    """Tell UTF-16 without its mark by the bytes that are empty: every second one of Latin letters and separators."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = max(len(sample) // 20, 3)
    if odd > enough and odd > 20 * even:
        return "utf-16-le"
    return "utf-16-be" if even > enough and even > 20 * odd else ""


def _utf8(file: BinaryIO) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    file.seek(0)
    try:
        while chunk := file.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return ""
    return "utf-8-sig"


def _best_old(sample: bytes) -> str:
    return max(_OLD_ENCODINGS, key=lambda name: _likeness(sample.decode(name, errors="replace")))


def _likeness(text: str) -> float:
    """Return how much the text looks like Russian: its frequent letters, and no capital inside a word."""
    score = 0
    previous = " "
    for letter in text:
        small = letter.lower()
        if small in _FREQUENT:
            score += _FREQUENT[small]
        elif letter > "\x7f" and not ("а" <= small <= "ё" or letter in "«»№–—\u00a0…°"):
            score -= 25
        if previous.islower() and letter.isupper():
            score -= 25
        previous = letter
    return score
