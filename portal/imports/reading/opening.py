"""Finds out what a file is by its content, never by its name, and opens it."""

from typing import BinaryIO

from django.utils.translation import gettext as _

from portal.imports.reading.delimited import open_delimited
from portal.imports.reading.table import OpenedTable, TableFault
from portal.imports.reading.workbook import open_workbook

_BEGINNING = 4096
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES_AND_PROGRAMS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"MZ", b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


def open_table(file: BinaryIO, encoding: str = "") -> OpenedTable:
    """Open a file as a table.

    Raises:
        TableFault: it is no table this portal reads; the message says what it is and what to do.
    """
    file.seek(0)
    beginning = file.read(_BEGINNING)
    if not beginning.strip():
        raise TableFault(_("Файл пуст."))
    if beginning.startswith((_ZIP, _EMPTY_ZIP)):
        return open_workbook(file)
    _refuse_other_kinds(file, beginning)
    return open_delimited(file, encoding)


def _refuse_other_kinds(file: BinaryIO, beginning: bytes) -> None:
    if beginning.startswith(_OLE):
        raise TableFault(_old_or_locked(file))
    if beginning.startswith(b"%PDF"):
        raise TableFault(_("Это документ PDF. Нужна таблица: XLSX или CSV."))
    if beginning.startswith(b"{\\rtf") or beginning.startswith(_PICTURES_AND_PROGRAMS):
        raise TableFault(_("Это не таблица. Нужен файл XLSX или CSV."))
    if beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<table")):
        raise TableFault(
            _("Это веб-страница, названная таблицей. Откройте её в табличном редакторе и сохраните как XLSX.")
        )


def _old_or_locked(file: BinaryIO) -> str:
    """Tell a workbook behind a password from one of the old format: both have the same beginning."""
    file.seek(0)
    if _ENCRYPTED in file.read():
        return _("Файл закрыт паролем. Снимите пароль и загрузите снова.")
    return _("Это старый формат Excel (.xls). Сохраните файл как «Книга Excel (.xlsx)» и загрузите снова.")
