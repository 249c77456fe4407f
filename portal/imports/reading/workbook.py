"""Opens an XLSX: checks the archive before anything is unpacked, then reads the first sheet that is shown."""

import zipfile
from dataclasses import dataclass
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from portal.imports.reading.limits import LARGEST_SMALL_PART
from portal.imports.reading.table import OpenedTable, TableFault
from portal.imports.reading.workbook_guard import DAMAGE, check_archive, check_strings, damaged
from portal.imports.reading.workbook_rows import SheetReader, read_strings

WORKBOOK_PART = "xl/workbook.xml"
_RELATIONS_PART = "xl/_rels/workbook.xml.rels"
_STRINGS_PART = "xl/sharedStrings.xml"
_STYLES_PART = "xl/styles.xml"


@dataclass(frozen=True)
class SheetPart:
    """The sheet to read: its name for people, its part in the archive, and how many sheets there are."""

    name: str
    part: str
    count: int


def open_workbook(file: BinaryIO) -> OpenedTable:
    """Open a workbook as a table.

    Raises:
        TableFault: the archive is damaged, dangerous, locked, or holds no sheet.
    """
    try:
        archive = zipfile.ZipFile(file)
    except DAMAGE as error:
        raise TableFault(damaged()) from error
    check_archive(archive)
    book = _small_part(archive, WORKBOOK_PART)
    sheet = _first_shown_sheet(archive, book)
    names = archive.namelist()
    strings: list[str] = []
    if _STRINGS_PART in names:
        check_strings(archive.getinfo(_STRINGS_PART))
        strings = read_strings(archive, _STRINGS_PART)
    styles = _date_styles(_small_part(archive, _STYLES_PART)) if _STYLES_PART in names else frozenset()
    reader = SheetReader(strings, styles, counts_from_1904=_counts_from_1904(book))
    return OpenedTable(_description(sheet), reader.rows(archive, sheet.part))


def _description(sheet: SheetPart) -> str:
    if sheet.count == 1:
        return _("XLSX, лист «%(name)s»") % {"name": sheet.name}
    return _("XLSX, лист «%(name)s» — первый из %(count)d, остальные не читаются") % {
        "name": sheet.name,
        "count": sheet.count,
    }


def _small_part(archive: zipfile.ZipFile, name: str) -> Element:
    try:
        if archive.getinfo(name).file_size > LARGEST_SMALL_PART:
            raise TableFault(damaged())
        return fromstring(archive.read(name), forbid_dtd=True)
    except DAMAGE as error:
        raise TableFault(damaged()) from error


def _named(element: Element, name: str) -> list[Element]:
    """Return the descendants of a name, whichever of the format's two namespaces they are in."""
    return [found for found in element.iter() if found.tag.rpartition("}")[2] == name]


def _first_shown_sheet(archive: zipfile.ZipFile, book: Element) -> SheetPart:
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in _named(_small_part(archive, _RELATIONS_PART), "Relationship")
    }
    sheets = _named(book, "sheet")
    shown = [sheet for sheet in sheets if sheet.get("state", "visible") == "visible"]
    for sheet in shown:
        keys = [value for name, value in sheet.attrib.items() if name.rpartition("}")[2] == "id"]
        target = targets.get(keys[0], "") if keys else ""
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if "worksheets/" in part and part in archive.namelist():
            return SheetPart(sheet.get("name", ""), part, len(shown))
    raise TableFault(_("В книге нет ни одного видимого листа с таблицей."))


def _counts_from_1904(book: Element) -> bool:
    return any(found.get("date1904") in ("1", "true") for found in _named(book, "workbookPr"))


def _date_styles(styles: Element) -> frozenset[int]:
    """Return the numbers of the cell styles that show a number as a date."""
    formats: dict[Any, Any] = dict(BUILTIN_FORMATS)
    for found in _named(styles, "numFmt"):
        formats[_integer(found.get("numFmtId"))] = found.get("formatCode", "")
    groups = _named(styles, "cellXfs")
    used = [_integer(style.get("numFmtId")) for style in groups[0]] if groups else []
    return frozenset(
        index
        for index, key in enumerate(used)
        if key in range(27, 37) or key in range(50, 59) or is_date_format(formats.get(key, ""))
    )


def _integer(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() else 0
