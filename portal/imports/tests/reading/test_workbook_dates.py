"""Numbers that a workbook shows as dates, counted from 1900 and from 1904."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from portal.imports.reading import FaultyCell, open_table
from portal.imports.reading.workbook_cells import CellReader


def dated(serial, counts_from_1904):
    return CellReader([], frozenset({1}), counts_from_1904).read(serial, {"s": "1"}, has_formula=False)


def workbook_of_1904(serial, row):
    """Return a workbook whose cell A of the row shows the number as a date."""
    book = openpyxl.Workbook()
    for number in range(1, row):
        book.active.cell(number, 1, "слово")
    book.active.cell(row, 1, serial).number_format = "yyyy-mm-dd"
    book.epoch = CALENDAR_MAC_1904
    file = io.BytesIO()
    book.save(file)
    return file


@pytest.mark.parametrize(
    ("counts_from_1904", "last", "beyond"), [(False, "2958465", "2958466"), (True, "2957003", "2957004")]
)
def test_the_last_day_a_date_can_say_is_read_and_the_next_one_is_a_fault(counts_from_1904, last, beyond):
    assert dated(last, counts_from_1904) == "9999-12-31"
    assert dated(f"{last}.5", counts_from_1904) == "9999-12-31 12:00"
    for serial in (beyond, f"{last}.9999999", "2958000000", "1e300", "1e400", "-1", "-0.5", "NaN"):
        found = dated(serial, counts_from_1904)
        assert isinstance(found, FaultyCell)
        assert found.reason == "Такой даты нет."


@given(st.integers(1, 3_000_000), st.booleans())
def test_every_whole_number_shown_as_a_date_is_the_day_spreadsheets_show_or_a_fault(serial, counts_from_1904):
    found = dated(str(serial), counts_from_1904)
    try:
        expected = from_excel(serial, CALENDAR_MAC_1904 if counts_from_1904 else CALENDAR_WINDOWS_1900)
    except OverflowError:
        assert isinstance(found, FaultyCell)
    else:
        assert found == expected.date().isoformat()


@given(st.floats(), st.booleans())
def test_every_number_shown_as_a_date_is_text_or_a_fault_with_a_reason(serial, counts_from_1904):
    found = dated(repr(serial), counts_from_1904)
    assert getattr(found, "reason", "") == "Такой даты нет." or found[:4].isdecimal()


@pytest.mark.parametrize("row", [2, 40])
def test_a_day_beyond_all_dates_is_one_faulty_cell_wherever_it_stands(row):
    found = [cells[0] for _number, cells, _fault in open_table(workbook_of_1904(2_958_000, row)).rows]
    assert [getattr(cell, "reason", "") for cell in found] == [""] * (row - 1) + ["Такой даты нет."]
