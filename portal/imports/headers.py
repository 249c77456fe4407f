"""Understands the header of a brought table: where it stands, which column is which, what is wrong with it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from portal.imports.columns import Column
from portal.imports.reading import TableRow
from portal.imports.vocabularies import plain_word

LINES_TO_LOOK_AT = 25
_LOOK_ALIKES = str.maketrans("aceopxykhtmbcë", "асеорхукнтмвсе")


@dataclass
class Header:
    """A header as it was understood: the place of each column in the table, and what an editor should know."""

    row: TableRow
    places: dict[str, int] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def find_header(beginning: Sequence[TableRow], columns: Iterable[Column]) -> Header:
    """Return the first line that names the most columns; lines about the file may stand above it."""
    known = list(columns)
    headers = [understand(row, known) for row in beginning[:LINES_TO_LOOK_AT]]
    return max(headers, key=lambda header: len(header.places))


def understand(row: TableRow, columns: Sequence[Column]) -> Header:
    """Match the cells of a line with columns by their headings, letters that only look alike included."""
    header = Header(row)
    exact = [plain_word(cell) for cell in row.cells]
    folded = [look_alike(cell) for cell in row.cells]
    for column in columns:
        places = _places(exact, [plain_word(heading) for heading in column.headings()])
        if not places:
            places = _places(folded, [look_alike(heading) for heading in column.headings()])
            header.remarks += [_look_alike_remark(row.cells[place], column) for place in places[:1]]
        if len(places) > 1:
            header.remarks.append(_double_remark(column, len(places)))
        if places:
            header.places[column.key] = places[0]
    return header


def _places(cells: list[str], headings: list[str]) -> list[int]:
    wanted = {heading for heading in headings if heading}
    return [place for place, cell in enumerate(cells) if cell in wanted]


def look_alike(text: str) -> str:
    """Return the text with Latin letters that look like Russian ones made Russian."""
    return plain_word(text).translate(_LOOK_ALIKES)


def _look_alike_remark(given: str, column: Column) -> str:
    return _("Заголовок «%(given)s» написан с латинскими буквами; принят за «%(label)s».") % {
        "given": given,
        "label": column.label,
    }


def _double_remark(column: Column, count: int) -> str:
    return _("Столбец «%(label)s» встречается %(count)d раза; выбран первый. Проверьте.") % {
        "label": column.label,
        "count": count,
    }


def header_remarks(header: Sequence[str], places: dict[str, int], columns: Sequence[Column]) -> list[str]:
    """Return what an editor should know: required columns not found, columns not read, headings that repeat."""
    remarks = []
    missing = [f"«{column.label}»" for column in columns if column.is_required and column.key not in places]
    if missing:
        remarks.append(_("Не найдены обязательные столбцы: %(names)s.") % {"names": listed(missing)})
    unread = [f"«{cell}»" for place, cell in enumerate(header) if cell and place not in places.values()]
    if unread:
        remarks.append(_("Не читаются: %(names)s.") % {"names": listed(unread[:20])})
    repeated = [f"«{cell}»" for cell, count in Counter(cell for cell in header if cell).items() if count > 1]
    if repeated:
        remarks.append(_("Повторяются заголовки: %(names)s.") % {"names": listed(repeated[:20])})
    return remarks


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence has them: «А, Б и В»."""
    return get_text_list(list(names), _("и"))


def signature(header: Sequence[str]) -> str:
    """Return what two equal headers share."""
    return hashlib.sha256("\x1f".join(plain_word(cell) for cell in header).encode()).hexdigest()
