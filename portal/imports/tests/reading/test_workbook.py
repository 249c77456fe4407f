import io
import time
import tracemalloc
import zipfile
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.imports.reading import FaultyCell, TableFault, open_table
from portal.imports.tests.workbooks import SHEET_PART, changed_workbook, plain_workbook, sheet_xml, workbook_of

INLINE = '<c r="{0}" t="inlineStr"><is><t>{1}</t></is></c>'


def read(content):
    return [row.cells for row in open_table(io.BytesIO(content)).rows]


def text_row(number, *texts):
    cells = "".join(INLINE.format(f"{chr(65 + index)}{number}", text) for index, text in enumerate(texts))
    return f'<row r="{number}">{cells}</row>'


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_of_a_spreadsheet_program_is_read_by_type():
    book = openpyxl.Workbook()
    book.active.title = "Заводы"
    book.active.append(["Название", "ИНН", "Доля", "Дата", "Есть"])
    book.active.append(["Завод", 7700000000, 27.3, "2025-10-29", True])
    book.active["D2"].number_format = "DD.MM.YYYY"
    book.active["D2"].value = openpyxl.utils.datetime.from_ISO8601("2025-10-29")
    opened = open_table(io.BytesIO(saved(book)))
    assert opened.description == "XLSX, лист «Заводы»"
    assert [row.cells for row in opened.rows][1] == ["Завод", "7700000000", "27.3", "2025-10-29", "да"]


def test_only_the_first_visible_sheet_is_read_and_that_is_said():
    book = openpyxl.Workbook()
    book.active.title = "Скрытый"
    book.active.sheet_state = "hidden"
    book.create_sheet("Данные").append(["А"])
    book.create_sheet("Ещё").append(["Б"])
    opened = open_table(io.BytesIO(saved(book)))
    assert "лист «Данные» — первый из 2" in opened.description
    assert [row.cells for row in opened.rows] == [["А"]]


def test_a_lying_dimension_loses_no_row():
    rows = "".join(text_row(number, "а", "б") for number in range(1, 21))
    for claimed in ("A1", "A1:XFD1048576"):
        assert len(read(workbook_of(rows, f'<dimension ref="{claimed}"/>'))) == 20


@pytest.mark.parametrize("address", ["XFD1048576", "XFD2", "GS1", "A1048576"])
def test_a_cell_at_the_end_of_the_world_is_refused_at_once(address):
    number = "".join(letter for letter in address if letter.isdecimal())
    content = workbook_of(text_row(1, "а") + f'<row r="{number}">{INLINE.format(address, "x")}</row>')
    began = time.process_time()
    with pytest.raises(TableFault, match="так далеко таблица не доходит"):
        read(content)
    assert time.process_time() - began < 1


def test_an_empty_styled_cell_far_away_is_no_cell():
    assert read(workbook_of(text_row(1, "а") + '<row r="1048576"><c r="XFD1048576" s="1"/></row>')) == [["а"]]


def test_rows_and_cells_without_addresses_are_counted():
    rows = open_table(io.BytesIO(workbook_of("<row><c/><c><v>5</v></c></row><row/><row><c><v>6</v></c></row>"))).rows
    assert list(rows) == [(1, ["", "5"], ""), (3, ["6"], "")]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c t="e"><v>#REF!</v></c>', "ошибка #REF!"),
        ("<c><f>A1*2</f></c>", "Формула без посчитанного значения"),
        ('<c s="1"><v>-1</v></c>', "Такой даты нет"),
        ('<c s="1"><v>9999999</v></c>', "Такой даты нет"),
        ("<c><v>1e400</v></c>", "не число"),
        ("<c><v>слово</v></c>", "не число"),
        ("<c><v>1234567890123456</v></c>", "больше 15 цифр"),
        ('<c t="s"><v>7</v></c>', "повреждён"),
    ],
)
def test_a_cell_that_can_t_be_used_says_why(cell, text):
    found = read(workbook_of(f"<row>{cell}</row>"))[0][0]
    assert isinstance(found, FaultyCell)
    assert text in found.reason


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<c><v>7.701234567E9</v></c>", "7701234567"),
        ("<c><v>27.300000000000001</v></c>", "27.3"),
        ("<c><v>1E-7</v></c>", "0.0000001"),
        ("<c><f>1+1</f><v>2</v></c>", "2"),
        ('<c t="str"><f>"а"</f><v>а</v></c>', "а"),
        ('<c s="1"><v>1</v></c>', "1900-01-01"),
        ('<c s="1"><v>61</v></c>', "1900-03-01"),
        ('<c s="2"><v>45959.5</v></c>', "2025-10-29 12:00"),
        ('<c t="d"><v>2025-10-29T00:00:00</v></c>', "2025-10-29"),
        ('<c t="b"><v>0</v></c>', "нет"),
        ('<c t="inlineStr"><is><r><t>АО </t></r><r><t>Завод</t></r><rPh><t>x</t></rPh></is></c>', "АО Завод"),
        ('<c t="inlineStr"><is><t>а_x000D_б</t></is></c>', "а\rб"),
        ('<c t="inlineStr"><is><t>\u00a0 завод </t></is></c>', "завод"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(cell, text):
    assert read(workbook_of(f"<row>{cell}</row>")) == [[text]]


def test_days_counted_from_1904_are_the_same_days():
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append([openpyxl.utils.datetime.from_ISO8601("2025-10-29")])
    assert read(saved(book)) == [["2025-10-29"]]


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "{0}">]>'
BOMB = DOCTYPE.format("б" * 1000)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE])
@pytest.mark.parametrize("part", [SHEET_PART, "xl/workbook.xml", "xl/styles.xml"])
def test_entities_are_refused_unread(doctype, part):
    with pytest.raises(TableFault, match="повреждён"):
        read(changed_workbook(**{part: f'<?xml version="1.0"?>{doctype}<x>&a;</x>'}))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"../../etc/passwd": "x"}, "повреждён"),
        ({"/etc/passwd": "x"}, "повреждён"),
        ({"xl/vbaProject.bin": "x"}, "макросы"),
        ({"xl/macrosheets/sheet1.xml": "x"}, "макросы"),
        ({f"part{number}": "" for number in range(1_001)}, "слишком велика"),
        ({"xl/_rels/workbook.xml.rels": "<x/>"}, "ни одного видимого листа"),
        ({SHEET_PART: "<worksheet><sheetData><row>"}, "повреждён"),
        ({"xl/workbook.xml": "слова"}, "повреждён"),
    ],
)
def test_a_workbook_that_is_none_is_refused_in_words(parts, words):
    with pytest.raises(TableFault, match=words):
        read(changed_workbook(**parts))


def archive_of(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("word/document.xml", "текст или презентация"),
        ("xl/workbook.bin", "xlsb"),
        ("content.xml", "ods"),
        ("readme.txt", "архив"),
    ],
)
def test_another_kind_of_archive_is_named(name, words):
    with pytest.raises(TableFault, match=words):
        read(archive_of(**{name: "x"}))


def test_external_links_and_embedded_objects_are_passed_over():
    parts = {"xl/externalLinks/externalLink1.xml": "<x/>", "xl/embeddings/oleObject1.bin": "x"}
    assert read(changed_workbook(**parts))[0] == ["Название", "ИНН"]


def test_a_locked_archive_is_named():
    content = bytearray(plain_workbook())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    with pytest.raises(TableFault, match="паролем"):
        read(bytes(content))


def test_a_bomb_is_refused_before_it_is_unpacked():
    content = changed_workbook(**{SHEET_PART: sheet_xml("<row><c><v>1</v></c></row>" * 4_000_000)})
    assert len(content) < 1_000_000
    tracemalloc.start()
    with pytest.raises(TableFault, match="слишком велика"):
        read(content)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_a_bomb_that_lies_about_its_size_is_refused():
    content = bytearray(plain_workbook((("А",), *[(f"слово {number}",) for number in range(3000)])))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = (50).to_bytes(4, "little")
    with pytest.raises(TableFault, match="повреждён"):
        read(bytes(content))


@given(st.integers(0, 2_000), st.integers(0, 255), st.integers(0, 2_000))
def test_a_damaged_or_cut_workbook_gives_rows_or_words(position, value, cut):
    content = bytearray(plain_workbook())
    content[position % len(content)] = value
    for damaged in (bytes(content), bytes(content[: cut % len(content)])):
        with suppress(TableFault):
            read(damaged)
