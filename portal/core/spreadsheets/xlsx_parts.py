"""The fixed parts of a workbook with one sheet, and how a cell is written in it.

Texts are written into the sheet itself, typed as text, so nothing is ever computed and no table of strings is held.
"""

from datetime import date, datetime
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from portal.core.spreadsheets.cells import (
    CellValue,
    boolean_word,
    clean_text,
    local_moment,
    looks_like_formula,
    number_text,
)

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

DATE_STYLE, TIME_STYLE, HEADER_STYLE, QUOTED_STYLE = 1, 2, 3, 4
LONGEST_EXACT_INTEGER = 10**15
_FIRST_DAY = date(1899, 12, 30)
_LONGEST_SHEET_NAME = 31
_FORBIDDEN_IN_SHEET_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))

CONTENT_TYPES = (
    f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_WORKBOOK_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_WORKBOOK_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_WORKBOOK_TYPE}.worksheet+xml"/></Types>'
)
PACKAGE_RELATIONS = (
    f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
WORKBOOK_RELATIONS = (
    f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>'
)
STYLES = (
    f'{_DECLARATION}<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
EMPTY_CELL = "<c/>"
SHEET_END = "</sheetData></worksheet>"


def workbook_part(sheet_name: str) -> str:
    """Return the part that names the sheet, with what a sheet's name must not hold taken out."""
    name = clean_text(sheet_name).translate(_FORBIDDEN_IN_SHEET_NAME).strip()[:_LONGEST_SHEET_NAME] or "1"
    return (
        f'{_DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships"><sheets>'
        f'<sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def sheet_start(header_row: int, columns: int, width: int = 24) -> str:
    """Return the beginning of the sheet: the header stays in sight, columns are wide enough to read."""
    return (
        f'{_DECLARATION}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        f'<pane ySplit="{header_row}" topLeftCell="A{header_row + 1}" activePane="bottomLeft" state="frozen"/>'
        f'</sheetView></sheetViews><cols><col min="1" max="{max(columns, 1)}" width="{width}" customWidth="1"/></cols>'
        "<sheetData>"
    )


def row_xml(number: int, values: list[str]) -> str:
    """Return a row of written cells."""
    return f'<row r="{number}">{"".join(values)}</row>'


def cell_xml(value: CellValue, style: int = 0) -> str:
    """Return a cell with the value's own type: number, date or text."""
    match value:
        case None:
            return EMPTY_CELL
        case bool():
            return _text_cell(boolean_word(value), style)
        case int() if abs(value) >= LONGEST_EXACT_INTEGER:
            return _text_cell(str(value), style)
        case int() | float() | Decimal():
            text = number_text(value)
            return f"<c><v>{text}</v></c>" if text else EMPTY_CELL
        case datetime():
            return _date_cell(value)
        case date():
            return f'<c s="{DATE_STYLE}"><v>{(value - _FIRST_DAY).days}</v></c>'
        case _:
            text = clean_text(str(value))
            return _text_cell(text, QUOTED_STYLE if looks_like_formula(text) else style)


def _text_cell(text: str, style: int) -> str:
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _date_cell(moment: datetime) -> str:
    local = local_moment(moment)
    days = (local.date() - _FIRST_DAY).days
    seconds = local.hour * 3600 + local.minute * 60 + local.second
    return f'<c s="{TIME_STYLE}"><v>{days + seconds / 86_400:.8f}</v></c>'
