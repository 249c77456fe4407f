"""Builds workbooks for tests, the sane ones and those an attacker makes by hand."""

import io
import zipfile

from portal.core.spreadsheets import Sheet, stream_xlsx

SHEET_PART = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def plain_workbook(rows=(("Название", "ИНН"), ("Завод", "7700000000"))):
    header, *others = rows
    return b"".join(stream_xlsx(Sheet("Лист", header, others)))


def changed_workbook(content=None, *, without=(), **parts):
    """Return a workbook with some of its parts (named by the end of their path) replaced, added or left out."""
    source = zipfile.ZipFile(io.BytesIO(content or plain_workbook()))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            if name not in without and name not in parts:
                archive.writestr(name, source.read(name))
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def sheet_xml(rows_xml, before=""):
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}">{before}<sheetData>{rows_xml}</sheetData></worksheet>'


def workbook_of(rows_xml, before="", **parts):
    """Return a workbook whose sheet holds these rows, written as XML."""
    return changed_workbook(**{SHEET_PART: sheet_xml(rows_xml, before)}, **parts)
