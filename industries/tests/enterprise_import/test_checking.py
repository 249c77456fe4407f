from datetime import date

import pytest

from industries.enterprise_import.columns import COLUMNS
from industries.enterprise_import.kind import EnterprisesKind
from industries.tests.enterprise_import.conftest import INN, OTHER_INN, problem
from industries.tests.factories import EnterpriseFactory
from portal.core.spreadsheets import Sheet, stream_csv, stream_xlsx
from portal.imports.parsing import column_readers

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("column", ["ИНН", "ОГРН", "Адрес карточки", "Название"])
def test_a_record_is_found_by_whatever_the_table_names_it_by(checked, column):
    made = EnterpriseFactory(name="АО «Ёлка»", inn=INN, ogrn="1027700000008", slug="elka")
    value = {"ИНН": INN, "ОГРН": "1027700000008", "Адрес карточки": "elka", "Название": "ООО Елка"}[column]
    name = "" if column == "Название" else ";Название"
    run = checked(f"{column};Продукция{name}\n{value};игрушки{';АО «Ёлка»' if name else ''}\n")
    row = run.rows.get()
    assert (row.record, row.state) == (made.pk, "changed")
    assert row.values["products"] == "игрушки"


@pytest.mark.parametrize(("column", "name"), [("Отрасль;Продукция", "Ёлка"), ("ИНН;Продукция", "ООО Елка")])
def test_only_who_is_sure_of_the_record_renames_it(checked, column, name):
    EnterpriseFactory(name="Ёлка", inn=INN, products="игрушки")
    cell = INN if column.startswith("ИНН") else "instruments"
    row = checked(f"Название;{column}\nООО Елка;{cell};шары\n").rows.get()
    assert row.values["products"] == "шары"
    assert row.values.get("name", "Ёлка") == name


def test_a_live_record_somebody_is_editing_is_left_alone(checked):
    made = EnterpriseFactory(name="Опыт", inn=INN)
    made.products = "новое"
    made.save_revision()
    run = checked(f"Название;ИНН;Продукция\nОпыт;{INN};реле\n")
    assert "неопубликованные правки" in problem(run)


@pytest.mark.parametrize(
    ("inn", "words"),
    [
        ("7700000005", "контрольная цифра"),
        ("7,7E+09", "Excel сократил номер"),
        ("77OOOOOOO9", "только цифры"),
        ("770000000", "десять или двенадцать"),
        ("501000001", "отбросил ноль"),
    ],
)
def test_a_wrong_inn_is_refused_by_row_with_its_likely_cause(checked, inn, words):
    assert words in problem(checked(f"Название;ИНН;Отрасль\nОпыт;{inn};instruments\n"))


@pytest.mark.parametrize(
    "website", ["javascript:alert(1)", "http://127.0.0.1/", "http://localhost", "ftp://a.ru", "http://a b.ru", "слово",
                "https://example.org/" + "x" * 3000, "https://user@example.org"],
)  # fmt: skip
def test_an_address_that_is_no_public_site_is_refused(checked, website):
    run = checked(f"Название;Сайт;Отрасль\nОпыт;{website};instruments\n")
    assert run.counts == {"faulty": 1}


def test_rows_that_name_one_organisation_twice_are_shown(checked):
    run = checked(
        "Название;ИНН;Отрасль\n"
        f"Опыт;{INN};instruments\nОпыт-2;{INN};instruments\nОпыт;{OTHER_INN};instruments\n«ОПЫТ»;;instruments\n"
    )
    assert {row.number: row.state for row in run.rows.all()} == {2: "new", 3: "conflict", 4: "new", 5: "new"}


def test_a_namesake_with_another_inn_is_shown_and_not_guessed(checked):
    EnterpriseFactory(name="Опыт", inn=INN)
    assert "с другим ИНН" in problem(checked(f"Название;ИНН;Отрасль\nОпыт;{OTHER_INN};instruments\n"))


def test_numbers_that_point_at_two_records_are_a_conflict(checked):
    EnterpriseFactory(name="Опыт", inn=INN)
    EnterpriseFactory(name="Завод", ogrn="1027700000008")
    run = checked(f"Название;ИНН;ОГРН\nОпыт;{INN};1027700000008\n")
    assert "указывают на разные записи" in problem(run)


def test_words_outside_the_vocabularies_are_collected(checked):
    run = checked("Название;Отрасль;Рынки\nОпыт;Космонавтика;Турция; Атлантида\n".replace("; Ат", ", Ат"))
    assert run.unknown_words == {"industry": {"Космонавтика": 1}, "markets": {"Атлантида": 1}}


def test_a_new_record_needs_its_industry(checked):
    assert "нужна отрасль" in problem(checked("Название\nОпыт\n"))


@pytest.mark.parametrize("stream", [stream_csv, stream_xlsx])
def test_what_is_downloaded_comes_back_without_a_change(checked, source, stream):
    EnterpriseFactory(
        name='Завод "Опыт"; =1', inn=INN, products="реле,\nдатчики", founded=1931, verified_on=date(2026, 1, 1),
        source=source, website="https://example.org/",
    )  # fmt: skip
    draft = EnterpriseFactory(name="Черновик", live=False, source=None, as_of="", products="")
    draft.products = "из черновика"
    draft.save_revision()
    readers = column_readers(EnterprisesKind())
    rows = [[readers[key].cell(values[key]) for key in readers] for values in EnterprisesKind().current_rows()]
    content = b"".join(stream(Sheet("Предприятия", [str(column.label) for column in COLUMNS], rows)))
    run = checked(content)
    assert (run.fault, [row.problems for row in run.rows.all()]) == ("", [])
    assert run.counts == {"same": 2}
