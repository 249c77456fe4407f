import csv
import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.spreadsheets import Sheet, spreadsheet_response, stream_csv, stream_xlsx, without_formula
from portal.core.spreadsheets.cells import LONGEST_TEXT, without_guard

DANGEROUS = ["=1+1", "=HYPERLINK(0)", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "-2-3", "+7=1", "—=1"]
HARMLESS = [
    "+7 495 000-00-00",
    "+74950000000",
    "+7 (495) 000-00-00 доб. 12",
    "-12,5",
    "+5 %",
    "-1.5",
    "завод",
    "",
    "5-7",
]
ROWS = [
    ["АО «Завод»", 4600, Decimal("27.3"), date(2026, 2, 28), True, None],
    ["=1+1", -5, 0.1234567, datetime(2026, 2, 28, 9, 30, tzinfo=UTC), False, "+7 495 000-00-00"],
]


def sheet(rows=ROWS, about=()):
    return Sheet("Предприятия: список", ["Название", "Число", "Доля", "Дата", "Есть", "Телефон"], rows, about)


def read_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def read_xlsx(content):
    return [list(row) for row in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)]


@pytest.mark.parametrize("text", DANGEROUS[:-1])
def test_what_a_spreadsheet_would_compute_gets_an_apostrophe(text):
    assert without_formula(text) == f"'{text}"


@pytest.mark.parametrize("text", [*HARMLESS, DANGEROUS[-1]])
def test_telephones_and_negative_numbers_stay_as_they_are(text):
    assert without_formula(text) == text


@given(st.text(max_size=30).filter(lambda text: not text.startswith("'")))
def test_the_apostrophe_comes_off_when_a_file_comes_back(text):
    assert without_guard(without_formula(text)) == text


def test_csv_opens_in_russian_excel():
    content = b"".join(stream_csv(sheet()))
    assert content.startswith(b"\xef\xbb\xbf")
    assert read_csv(content)[1:] == [
        ["АО «Завод»", "4600", "27,3", "2026-02-28", "да", ""],
        ["'=1+1", "-5", "0,1234567", "2026-02-28 12:30", "нет", "+7 495 000-00-00"],
    ]


def test_lines_about_the_file_stand_above_the_header():
    about = [["Фильтр", "=отрасль"], ["Лицензия", "CC BY 4.0"]]
    lines = read_csv(b"".join(stream_csv(sheet(about=about))))
    assert lines[:3] == [["Фильтр", "'=отрасль"], ["Лицензия", "CC BY 4.0"], []]
    assert lines[3][0] == "Название"


def test_workbook_holds_typed_cells_and_computes_nothing():
    content = b"".join(stream_xlsx(sheet(about=[["Дата", date(2026, 11, 27)]])))
    rows = read_xlsx(content)
    assert rows[0][:2] == ["Дата", datetime(2026, 11, 27)]
    assert rows[3] == ["АО «Завод»", 4600, 27.3, datetime(2026, 2, 28), "да", None]
    assert rows[4] == ["=1+1", -5, 0.1234567, datetime(2026, 2, 28, 12, 30), "нет", "+7 495 000-00-00"]
    part = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in part
    assert b'ySplit="3"' in part


def test_long_identifiers_keep_every_digit():
    number = 304_500_116_000_157
    rows = read_xlsx(b"".join(stream_xlsx(Sheet("ОГРНИП", ["ОГРНИП"], [[number], [number * 10]]))))
    assert rows[1:] == [[number], [str(number * 10)]]


@pytest.mark.parametrize(
    "text", ["\x00\x0b\ufffe\ud800", "x" * (LONGEST_TEXT + 5), "<&>\"'", " пробелы ", "строка\nещё"]
)
@pytest.mark.parametrize("stream", [stream_csv, stream_xlsx])
def test_any_text_gives_a_file_that_opens(text, stream):
    content = b"".join(stream(Sheet("]:*?/\\[" + text, ["Текст"], [[text]])))
    read = read_csv(content) if stream is stream_csv else read_xlsx(content)
    assert len(read) == 2


@pytest.mark.parametrize("number", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_no_number_is_left_empty(number):
    table = Sheet("Лист", ["Число"], [[number]])
    assert read_csv(b"".join(stream_csv(table)))[1] == [""]
    assert read_xlsx(b"".join(stream_xlsx(table)))[1] == [None]


@pytest.mark.parametrize("stream", [stream_csv, stream_xlsx])
def test_rows_are_asked_for_as_the_file_leaves(stream):
    asked = []

    def rows():
        for number in range(20_000):
            asked.append(number)
            yield [number, "название"]

    pieces = stream(Sheet("Лист", ["№", "Название"], rows()))
    sizes = []
    for piece in pieces:
        if len(sizes) == 1:
            assert len(asked) <= 1000
        sizes.append(len(piece))
    assert max(sizes) < 200_000
    assert len(asked) == 20_000


def test_the_answer_is_a_file_with_its_russian_name():
    response = spreadsheet_response(sheet(), "xlsx", "предприятия")
    assert response["Content-Type"].startswith("application/vnd.openxmlformats")
    assert "attachment; filename*=utf-8''%D0%BF" in response["Content-Disposition"]
    assert read_xlsx(b"".join(response))[1][0] == "АО «Завод»"
