import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from portal.accounts.tests.factories import make_editor, make_person
from portal.imports.enums import EventKind, RunStatus
from portal.imports.models import ImportEvent, ImportRun, RememberedColumns, RememberedWord
from portal.imports.reading.limits import LARGEST_FILE

pytestmark = pytest.mark.django_db

NEW = "/admin/imports/new/redirects/"
TABLE = "Прежний адрес;Куда ведёт;Сайт\n/a;/x/;\n/b;/y/;Наш\n"


@pytest.fixture
def admin(client, kind, person):
    client.force_login(person)
    return client


@pytest.fixture
def send(admin, django_capture_on_commit_callbacks):
    """Send a form as the newest run's screen has it now, and let the background work it begins be done."""

    def post(address, data=None):
        attempts = ImportRun.objects.values_list("attempt", flat=True)
        with django_capture_on_commit_callbacks(execute=True):
            return admin.post(address, {"seen": attempts.first() or 0, **(data or {})})

    return post


def table(text=TABLE, name="таблица.csv"):
    return {"file": SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text), "encoding": ""}


def page(admin, run, query=""):
    return admin.get(f"/admin/imports/{run.pk}/{query}").content.decode()


def test_a_table_goes_from_file_to_records(admin, send):
    response = send(NEW, table())
    run = ImportRun.objects.get()
    assert response["Location"] == f"/admin/imports/{run.pk}/columns/"
    text = admin.get(response["Location"]).content.decode()
    assert "CSV, UTF-8, точка с запятой" in text
    assert "A · Прежний адрес" in text
    response = send(response["Location"], {"old_path": "0", "redirect_link": "1", "site": "2"})
    text = page(admin, run)
    assert "новые · 1" in text
    assert "с ошибками · 1" in text
    assert "«Наш» нет в справочнике «Сайты»." in text
    assert "Записать строк: 1, пропустить: 1" in text
    words = f"/admin/imports/{run.pk}/words/"
    assert "Наш" in admin.get(words).content.decode()
    send(words, {"word-0": Site.objects.get().hostname})
    assert "Записать строк: 2" in page(admin, run)
    send(f"/admin/imports/{run.pk}/step/write/")
    assert Redirect.objects.count() == 2
    assert "записан" in page(admin, run)
    send(f"/admin/imports/{run.pk}/step/undo/")
    assert Redirect.objects.count() == 0


def test_columns_are_remembered_for_the_next_table_with_this_header(admin, send):
    send(NEW, table("Откуда;Туда\n/a;/b/\n"))
    run = ImportRun.objects.get()
    assert run.columns == {}
    assert "Не найдены обязательные столбцы: «Прежний адрес»." in (
        admin.get(f"/admin/imports/{run.pk}/columns/").content.decode()
    )
    send(f"/admin/imports/{run.pk}/columns/", {"old_path": "0", "redirect_link": "1"})
    assert RememberedColumns.objects.count() == 1
    send(NEW, table("ОТКУДА;Туда\n/c;/d/\n"))
    assert ImportRun.objects.first().columns == {"old_path": 0, "redirect_link": 1}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Без этого столбца строки не прочесть."),
        ({"old_path": "0", "redirect_link": "0"}, "Один столбец выбран дважды: «Прежний адрес» и «Куда ведёт»."),
        ({"old_path": "77"}, "Выберите корректный вариант"),
    ],
)
def test_columns_that_make_no_sense_are_refused_in_words(admin, send, data, words):
    send(NEW, table())
    assert words in send(f"/admin/imports/{ImportRun.objects.get().pk}/columns/", data).content.decode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "пуст"),
        (b"%PDF-1.4", "документ PDF"),
        (b"PK\x03\x04 cut", "повреждён"),
        ("Прежний адрес;Куда\n\"/a;/b/\n".encode(), "кавычка открыта"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_is_refused_at_its_field(admin, send, content, words):
    response = send(NEW, table(content, "таблица.xlsx"))
    assert words in response.content.decode()
    assert not ImportRun.objects.exists()


def test_a_file_that_is_too_large_is_not_looked_into(admin, send):
    assert "Файл больше 20 МБ" in send(NEW, table(b"a" * (LARGEST_FILE + 1))).content.decode()


def test_a_header_with_latin_letters_and_doubles_is_named(admin, send):
    send(NEW, table("Прежний aдрес;Куда ведёт;Куда ведёт;Лишнее\n/a;/b/;/c/;1\n"))
    run = ImportRun.objects.get()
    assert run.columns["old_path"] == 0
    text = admin.get(f"/admin/imports/{run.pk}/columns/").content.decode()
    assert "Заголовок «Прежний aдрес» написан с латинскими буквами; принят за «Прежний адрес»." in text
    assert "Столбец «Куда ведёт» встречается 2 раза" in text
    assert "Повторяются заголовки: «Куда ведёт»." in text
    assert "«Лишнее»" in text


def test_lines_about_the_file_above_the_header_are_passed_over(admin, send):
    send(NEW, table(f"Выгрузка;27.11.2026\nФильтр;все\n\n{TABLE}"))
    assert ImportRun.objects.get().header_row == 4


def test_a_file_that_was_written_before_is_pointed_out(admin, send):
    send(NEW, table())
    ImportRun.objects.update(status=RunStatus.APPLIED)
    send(NEW, table())
    run = ImportRun.objects.order_by("-pk").first()
    assert "Этот файл уже записан" in admin.get(f"/admin/imports/{run.pk}/columns/").content.decode()


def test_fifty_rows_a_page_and_one_state_at_a_time(admin, send, django_assert_max_num_queries):
    rows = "".join(f"/{number};/x/\n" for number in range(120))
    send(NEW, table(f"Прежний адрес;Куда ведёт\n{rows}/a;\n"))
    run = ImportRun.objects.get()
    send(f"/admin/imports/{run.pk}/columns/", {"old_path": "0", "redirect_link": "1"})
    with django_assert_max_num_queries(30):
        text = page(admin, run)
    assert text.count('<td class="title">') == 50
    assert "1 / 3" in text
    assert page(admin, run, "?state=faulty").count('<td class="title">') == 1
    for query in ("?state=none&p=x", "?p=-5", "?p=99999999999", "?state=%00"):
        assert admin.get(f"/admin/imports/{run.pk}/{query}").status_code == 200


def test_what_stands_in_a_cell_is_text(admin, send):
    attack = "<script>alert(1)</script>{{ 7|add:7 }}"
    send(NEW, table(f"Прежний адрес;Куда ведёт;{attack}\n{attack};/x/;{attack}\n"))
    run = ImportRun.objects.get()
    send(f"/admin/imports/{run.pk}/columns/", {"old_path": "0", "redirect_link": "1"})
    for address in ("", "columns/"):
        text = admin.get(f"/admin/imports/{run.pk}/{address}").content.decode()
        assert "<script>alert(1)" not in text
        assert "&lt;script&gt;alert(1)" in text


def test_downloads_are_tables_of_the_same_columns_and_are_written_down(admin, person):
    Redirect.objects.create(old_path="/a", redirect_link="=1+1")
    read = lambda address: list(  # noqa: E731
        csv.reader(io.StringIO(b"".join(admin.get(address)).decode("utf-8-sig")), delimiter=";")
    )
    header = ["Прежний адрес", "Куда ведёт", "Постоянная", "Сайт"]
    assert read("/admin/imports/template/redirects/csv/") == [header]
    assert read("/admin/imports/current/redirects/csv/") == [header, ["/a", "'=1+1", "да", ""]]
    event = ImportEvent.objects.get()
    assert (event.event, event.person, event.kind) == (EventKind.EXPORTED, person, "redirects")
    assert admin.get("/admin/imports/current/redirects/exe/").status_code == 404


def test_the_faults_of_a_table_can_be_taken_away(admin, checked):
    run = checked("Прежний адрес;Куда ведёт;Постоянная\n/a;/x/;может быть\n")
    text = b"".join(admin.get(f"/admin/imports/{run.pk}/problems/csv/")).decode("utf-8-sig")
    assert "2;/a;Постоянная;может быть;Напишите «да» или «нет»." in text


def test_a_step_that_can_t_be_taken_is_explained_and_an_unknown_one_is_absent(admin, send, checked):
    run = checked("Прежний адрес;Куда ведёт\n/a;/x/\n")
    send(f"/admin/imports/{run.pk}/step/undo/")
    assert "Загрузка уже в состоянии «проверен»." in page(admin, run)
    assert admin.post(f"/admin/imports/{run.pk}/step/nothing/").status_code == 404
    assert admin.get(f"/admin/imports/{run.pk}/step/write/").status_code == 405


def test_work_that_died_can_be_taken_up(admin, send, checked):
    run = checked("Прежний адрес;Куда ведёт\n/a;/x/\n")
    ImportRun.objects.filter(pk=run.pk).update(status=RunStatus.APPLYING, touched_at=timezone.now())
    assert "Идёт работа" in page(admin, run)
    assert admin.get(f"/admin/imports/{run.pk}/state/").json()["is_working"] is True
    ImportRun.objects.filter(pk=run.pk).update(touched_at=timezone.now() - timezone.timedelta(minutes=5))
    assert "похоже, прервалась" in page(admin, run)
    send(f"/admin/imports/{run.pk}/step/resume/")
    assert Redirect.objects.count() == 1


def test_only_who_may_change_the_records_brings_tables_in(client, kind, checked):
    run = checked("Прежний адрес;Куда ведёт\n/a;/x/\n")
    for person in (make_editor(), make_person("nobody")):
        client.force_login(person)
        for address in (NEW, f"/admin/imports/{run.pk}/", "/admin/imports/current/redirects/csv/"):
            assert client.get(address).status_code in (302, 403)
        assert client.post(f"/admin/imports/{run.pk}/step/write/").status_code in (302, 403)
    assert Redirect.objects.count() == 0


def test_a_kind_that_is_gone_is_absent(admin, checked):
    run = checked("Прежний адрес;Куда ведёт\n/a;/x/\n")
    ImportRun.objects.filter(pk=run.pk).update(kind="gone")
    assert admin.get(f"/admin/imports/{run.pk}/").status_code == 404
    assert admin.get("/admin/imports/").status_code == 200
    assert admin.get("/admin/imports/new/gone/").status_code == 404


def test_the_journal_offers_each_kind_and_is_narrowed_down(admin, checked):
    checked("Прежний адрес;Куда ведёт\n/a;/x/\n", name="весна.csv")
    text = admin.get("/admin/imports/").content.decode()
    assert "весна.csv" in text
    assert NEW in text
    assert "весна.csv" not in admin.get("/admin/imports/?status=applied").content.decode()
    assert admin.get("/admin/imports/?status=x&kind=x&uploaded_at_from=x").status_code == 200


STEPS_AND_STATUSES = [
    ("check", RunStatus.CHECKED),
    ("send", RunStatus.CHECKED),
    ("write", RunStatus.CHECKED),
    ("write-good", RunStatus.CHECKED),
    ("reject", RunStatus.CHECKED),
    ("undo", RunStatus.APPLIED),
    ("resume", RunStatus.APPLYING),
]


@pytest.mark.parametrize(("step", "status"), STEPS_AND_STATUSES)
@pytest.mark.parametrize("seen", [{"seen": "0"}, {"seen": "2"}, {"seen": "x"}, {"seen": "1" * 5_000}, {"seen": ""}])
def test_nobody_decides_on_another_check_than_the_one_they_saw(admin, send, checked, step, status, seen):
    run = checked("Прежний адрес;Куда ведёт\n/a;/x/\n")
    ImportRun.objects.filter(pk=run.pk).update(status=status)
    events = ImportEvent.objects.count()
    send(f"/admin/imports/{run.pk}/step/{step}/", seen)
    run.refresh_from_db()
    assert (run.status, run.attempt, ImportEvent.objects.count()) == (status, 1, events)
    assert "Таблицу с тех пор проверили заново." in page(admin, run)


def test_every_form_of_a_run_says_which_check_it_shows(admin, send, checked):
    run = checked(TABLE)
    shown = f'<input type="hidden" name="seen" value="{run.attempt}">'
    text = page(admin, run)
    assert text.count(shown) == text.count(f'action="/admin/imports/{run.pk}/step/') == 3
    for address in ("columns/", "words/"):
        assert admin.get(f"/admin/imports/{run.pk}/{address}").content.decode().count(shown) == 1


def test_words_explained_on_an_old_screen_are_not_remembered(admin, send, checked):
    run = checked(TABLE)
    stale = {"seen": "0", "word-0": Site.objects.get().hostname}
    for answers in (stale, {**stale, "word-0": "gone.example"}):
        response = send(f"/admin/imports/{run.pk}/words/", answers)
        assert response["Location"] == f"/admin/imports/{run.pk}/"
        assert "Таблицу с тех пор проверили заново." in page(admin, run)
    assert not RememberedWord.objects.exists()


def test_columns_chosen_on_an_old_screen_change_nothing(admin, send, checked):
    run = checked(TABLE)
    send(f"/admin/imports/{run.pk}/columns/", {"seen": "0", "old_path": "1"})
    assert "Таблицу с тех пор проверили заново." in page(admin, run)
    run.refresh_from_db()
    assert run.columns == {"old_path": 0, "redirect_link": 1, "site": 2}
