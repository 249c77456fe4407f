"""What is checked in a workbook's archive from its list of contents alone, before a byte is unpacked."""

import lzma
import zipfile
import zlib
from pathlib import PurePosixPath
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

import defusedxml
from django.utils.translation import gettext as _

from portal.imports.reading.limits import (
    HIGHEST_RATIO,
    LARGEST_STRINGS,
    LARGEST_UNPACKED,
    MOST_PARTS,
    RATIO_COUNTS_FROM,
)
from portal.imports.reading.table import TableFault

# What reading a damaged or hostile archive may raise, besides what is checked before.
DAMAGE = (
    KeyError, ValueError, EOFError, OSError, RuntimeError, ExpatError, ParseError, defusedxml.DefusedXmlException,
    zipfile.BadZipFile, zlib.error, lzma.LZMAError,
)  # fmt: skip
_ENCRYPTED_FLAG = 0x1
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")


def damaged() -> str:
    """Return the words for a file that breaks off or is put together wrongly."""
    return _(
        "Файл повреждён или загружен не до конца. Откройте его в табличном редакторе, сохраните и загрузите снова."
    )


def check_archive(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that is no plain workbook.

    Raises:
        TableFault: it is a bomb, holds programs, is locked, or is another kind of file.
    """
    parts = archive.infolist()
    _check_size(parts)
    names = [part.filename for part in parts]
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise TableFault(_("Файл закрыт паролем. Снимите пароль и загрузите снова."))
    if any(_leads_out(name) for name in names) or len(set(names)) != len(names):
        raise TableFault(damaged())
    if any(name.lower().endswith(_MACRO_PARTS) or "/macrosheets/" in name.lower() for name in names):
        raise TableFault(_("В книге есть макросы. Сохраните её как «Книга Excel (.xlsx)» без макросов."))
    if "xl/workbook.xml" not in names:
        raise TableFault(_other_kind(names))


def check_strings(part: zipfile.ZipInfo) -> None:
    """Refuse a table of strings that would not fit into memory.

    Raises:
        TableFault: it is too large.
    """
    if part.file_size > LARGEST_STRINGS:
        raise TableFault(_too_large())


def _check_size(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise TableFault(_too_large())
    for part in parts:
        if part.file_size > RATIO_COUNTS_FROM and part.file_size > HIGHEST_RATIO * max(part.compress_size, 1):
            raise TableFault(_too_large())


def _too_large() -> str:
    return _("Распакованная книга слишком велика. Оставьте в ней один лист с таблицей.")


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in PurePosixPath(name).parts


def _other_kind(names: list[str]) -> str:
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        return _("Это текст или презентация. Нужна таблица: XLSX или CSV.")
    if "xl/workbook.bin" in names:
        return _("Это двоичная книга Excel (.xlsb). Сохраните её как «Книга Excel (.xlsx)».")
    if "content.xml" in names:
        return _("Это таблица OpenDocument (.ods). Сохраните её как «Книга Excel (.xlsx)».")
    return _("Это архив, а не таблица. Нужен файл XLSX или CSV.")
