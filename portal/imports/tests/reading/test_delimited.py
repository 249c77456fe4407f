import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.imports.reading import FaultyCell, TableFault, open_table
from portal.imports.reading.encodings import find_encoding

LINES = "Название;ИНН;Отрасль\r\nАО «Рэнера»;7700000000;Электротранспорт\r\nООО «Ёлка»;7700000001;Приборы\r\n"
TABLE = [
    ["Название", "ИНН", "Отрасль"],
    ["АО «Рэнера»", "7700000000", "Электротранспорт"],
    ["ООО «Ёлка»", "7700000001", "Приборы"],
]


def read(content, encoding=""):
    return [row.cells for row in open_table(io.BytesIO(content), encoding).rows]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1251", "Windows-1251"),
        ("koi8-r", "KOI8-R"),
        ("cp866", "DOS (866)"),
    ],
)
def test_every_usual_encoding_is_found_and_said(encoding, said):
    text = LINES if encoding not in ("koi8-r", "cp866") else LINES.replace("«", '"').replace("»", '"')
    text = text.replace('"Рэнера"', "Рэнера").replace('"Ёлка"', "Ёлка")
    opened = open_table(io.BytesIO(text.encode(encoding)))
    assert opened.description == f"CSV, {said}, точка с запятой"
    assert [row.cells[2] for row in opened.rows] == ["Отрасль", "Электротранспорт", "Приборы"]


def test_capitals_of_windows_are_not_taken_for_another_encoding():
    text = "ПРЕДПРИЯТИЕ;ОТРАСЛЬ\nМАШИНОСТРОИТЕЛЬНЫЙ ЗАВОД;СТАНКОСТРОЕНИЕ И ИНСТРУМЕНТЫ"
    assert find_encoding(io.BytesIO(text.encode("cp1251"))) == "cp1251"


def test_an_encoding_that_was_chosen_is_used():
    assert read("Цех;Да".encode("cp866"), "cp866") == [["Цех", "Да"]]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_of_every_program(delimiter, line_end):
    text = LINES.replace(";", delimiter).replace("\r\n", line_end)
    assert read(text.encode()) == TABLE


def test_a_separator_declared_by_excel_is_believed_and_is_no_row():
    rows = list(open_table(io.BytesIO("sep=,\r\nА,Б\r\n1,2;3\r\n".encode())).rows)
    assert [(row.number, row.cells) for row in rows] == [(2, ["А", "Б"]), (3, ["1", "2;3"])]


def test_blank_lines_are_no_rows_and_numbers_are_those_of_the_file():
    rows = list(open_table(io.BytesIO("А;Б\n\n;\n1;2\n".encode())).rows)
    assert [row.number for row in rows] == [1, 4]


def test_line_breaks_inside_quotes_are_text():
    assert read('А;Б\n"1\nулица";2\n3;4\n'.encode()) == [["А", "Б"], ["1\nулица", "2"], ["3", "4"]]


@pytest.mark.parametrize(
    "text",
    [
        'А;Б\n"Завод;2\n3;4\n5;6\n7;8\n',
        'А;Б\n"Завод;2\n3;4\n5;6\n"7";8\n',
        'А;Б\n"Завод;2\n3;4\n5;6\n7";8\n',
        'А;Б\n"ООО "Завод"";2\n',
    ],
)
def test_an_open_quote_refuses_the_file_and_names_its_row(text):
    with pytest.raises(TableFault, match="В строке 2 кавычка"):
        read(text.encode())


@pytest.mark.parametrize(("letter", "reason"), [("\x00", "управляющий"), ("\x1b", "управляющий")])
def test_a_control_character_is_a_fault_of_its_cell(letter, reason):
    cell = read(f"А;Б\n1{letter};2\n".encode())[1][0]
    assert isinstance(cell, FaultyCell)
    assert reason in cell.reason
    assert letter not in cell


def test_a_cell_of_two_hundred_thousand_letters_is_refused_in_words():
    with pytest.raises(TableFault):
        read(f"А;Б\n{'я' * 200_000};2\n".encode())
    assert read(f"А;Б\n{'я' * 40_000};2\n".encode())[1][0].reason == "Текст длиннее 32 767 знаков."


def test_a_line_of_a_megabyte_and_a_half_is_refused():
    with pytest.raises(TableFault, match="Строка 2 слишком длинная"):
        read(f"А;Б\n{'я' * 1_500_000}\n".encode())


def test_twenty_thousand_columns_are_refused():
    with pytest.raises(TableFault, match="столбцов: 20000"):
        read(";".join(["а"] * 20_000).encode())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "пуст"),
        (b" \n\t", "пуст"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "не таблица"),
        (b"MZ\x90", "не таблица"),
        (b"<html><table></table></html>", "веб-страница"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "веб-страница"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "старый формат"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "паролем"),
        ("а;б".encode("utf-32"), "UTF-32"),
    ],
)
def test_what_is_no_table_is_named(content, words):
    with pytest.raises(TableFault, match=words):
        read(content)


def test_an_apostrophe_this_portal_has_put_before_a_formula_comes_off():
    assert read("А;Б\n'=1+1;'слово\n".encode())[1] == ["=1+1", "'слово"]


@given(st.binary(max_size=400))
def test_noise_gives_rows_or_words(content):
    with suppress(TableFault):
        read(content)
