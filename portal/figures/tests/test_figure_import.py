from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.accounts.tests.factories import make_administrator, make_editor
from portal.figures.enums import Act
from portal.figures.figure_import.kind import FiguresKind
from portal.figures.models import Figure, FigureChange, FigureValue, Source, Unit
from portal.figures.tests.factories import FigureFactory
from portal.imports.enums import RunStatus
from portal.imports.presentation import row_views
from portal.imports.services import (
    StepRefused,
    approve_undo,
    begin_undo,
    begin_writing,
    check_again,
    send_for_approval,
    start_import,
)

pytestmark = pytest.mark.django_db

HEADER = "Код;Точность;Число;Период;На дату;Источник;Проверка;Основание;Пояснение для читателя\n"
ADDRESS = "https://example.org/itogi"


@pytest.fixture
def source():
    return Source.objects.create(publisher="Ведомство", title="Итоги года", url=ADDRESS)


@pytest.fixture
def figure(source):
    return FigureFactory(code="F01", subject="Занято", period="2025", as_of="2025-10-29", source=source)


@pytest.fixture
def checked(django_capture_on_commit_callbacks):
    def bring(rows, header=HEADER, person=None):
        file = SimpleUploadedFile("цифры.csv", f"{header}{rows}".encode())
        run = start_import(FiguresKind(), file, person or make_editor())
        with django_capture_on_commit_callbacks(execute=True):
            check_again(run, run.uploaded_by)
        run.refresh_from_db()
        return run

    return bring


@pytest.fixture
def approve(django_capture_on_commit_callbacks):
    def carry_out(run):
        other = make_administrator()
        with django_capture_on_commit_callbacks(execute=True):
            send_for_approval(run, run.uploaded_by)
            begin_writing(run, other)
        run.refresh_from_db()
        return other

    return carry_out


@pytest.fixture
def take_back(django_capture_on_commit_callbacks):
    def carry_out(run):
        people = make_editor("third"), make_editor("fourth")
        with django_capture_on_commit_callbacks(execute=True):
            begin_undo(run, people[0])
            approve_undo(run, people[1])
        run.refresh_from_db()
        return people

    return carry_out


def shown(figure):
    value = FigureValue.objects.get(figure=figure, is_current=True)
    return f"{value.value.normalize():f}", value.period, value.as_of


def test_a_new_period_adds_a_value_and_keeps_the_former_in_history(checked, approve, figure, source):
    run = checked(f"F01;более;760 000;2026;2026-11-01;{ADDRESS};подтверждено;Годовой отчёт;\n")
    assert run.counts == {"changed": 1}
    assert run.fault == ""
    other = approve(run)
    assert (run.status, run.fault) == (RunStatus.APPLIED, "")
    assert shown(figure) == ("760000", "2026", "2026-11-01")
    change = FigureChange.objects.get()
    assert (change.act, change.reason, change.approved_by, change.made_by) == (
        Act.UPDATE,
        "Годовой отчёт",
        other,
        run.uploaded_by,
    )
    assert FigureValue.objects.get(is_current=True).source == source
    assert FigureValue.objects.filter(figure=figure).count() == 2


def test_the_preview_of_a_row_names_only_what_it_changes(checked, figure):
    run = checked(f"F01;более;760 000;2025;2025-10-29;{ADDRESS};;;Опечатка в источнике\n")
    (view,) = row_views(FiguresKind(), run.rows.all())
    assert [str(change.label) for change in view.changes] == ["Число", "Пояснение для читателя"]


def test_a_value_without_a_source_in_the_table_claims_none(checked, approve, figure):
    run = checked("F01;760000;2026;2026-11-01\n", header="Код;Число;Период;На дату\n")
    approve(run)
    value = FigureValue.objects.get(is_current=True)
    assert (value.source, value.status, value.comparator) == (None, "unchecked", "more-than")


def test_the_same_period_and_date_correct_the_value_and_tell_readers_why(checked, approve, figure):
    row = "F01;;750 000;2025;2025-10-29;;;Опечатка;"
    run = checked(f"{row}\n")
    assert run.counts == {"faulty": 1}
    assert "это исправление" in run.rows.get().problems[0]["text"]
    run = checked(f"{row}В числе была опечатка.\n", person=run.uploaded_by)
    approve(run)
    change = FigureChange.objects.get()
    assert (change.act, change.public_note) == (Act.CORRECT, "В числе была опечатка.")
    assert shown(figure) == ("750000", "2025", "2025-10-29")
    assert FigureValue.objects.get().source is not None


def test_an_import_is_taken_back_by_acts_in_the_names_of_those_who_took_it_back(checked, approve, take_back, figure):
    run = checked(f"F01;;760000;2026;2026-11-01;{ADDRESS};;;\n")
    approve(run)
    third, fourth = take_back(run)
    assert (run.status, run.fault) == (RunStatus.UNDONE, "")
    assert shown(figure) == ("755000", "2025", "2025-10-29")
    assert FigureChange.objects.count() == 2
    last = FigureChange.objects.order_by("pk").last()
    assert (last.made_by, last.approved_by) == (third, fourth)
    assert (last.made_by_name, last.approved_by_name) == ("third", "fourth")
    assert FigureValue.objects.filter(figure=figure).count() == 3


def test_a_correction_is_taken_back_as_a_correction(checked, approve, take_back, figure):
    run = checked("F01;;750000;2025;2025-10-29;;;;Опечатка.\n")
    approve(run)
    take_back(run)
    assert shown(figure) == ("755000", "2025", "2025-10-29")
    assert [change.act for change in FigureChange.objects.all()] == [Act.CORRECT, Act.CORRECT]


def test_nobody_takes_published_numbers_back_alone(checked, approve, figure):
    run = checked(f"F01;;760000;2026;2026-11-01;{ADDRESS};;;\n")
    approve(run)
    begin_undo(run, run.uploaded_by)
    assert run.status == RunStatus.UNDO_WAITING
    with pytest.raises(StepRefused, match="другой человек"):
        approve_undo(run, run.uploaded_by)
    assert (shown(figure)[0], FigureChange.objects.count()) == ("760000", 1)


def test_nobody_approves_an_import_of_their_own(checked, figure):
    run = checked("F01;;760000;2026;2026-11-01;;;;\n")
    send_for_approval(run, run.uploaded_by)
    with pytest.raises(StepRefused, match="другой человек"):
        begin_writing(run, run.uploaded_by)
    assert shown(figure)[0] == "755000"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("F99;;1;2026;2026-11-01;;;;", "Нет цифры"),
        ("F01;;много;2026;2026-11-01;;;;", "не число"),
        ("F01;;7,7E+09;2026;2026-11-01;;;;", "Excel сократил число"),
        ("F01;;1;вчера;2026-11-01;;;;", "ериод"),
        ("F01;;1;2026;01.11.26;;;;", "Напишите дату"),
        ("F01;;;2026;2026-11-01;;;;", "Ячейка пуста"),
        ("F01;;1;2026;2026-11-01;https://example.org/none;;;", "нет в справочнике «Источники»"),
        ("F01;;1;2026;2026-11-01;;подтверждено;;", "нужен источник"),
        ("F01;сильно;1;2026;2026-11-01;;;;", "нет в справочнике «Точность»"),
    ],
)
def test_a_row_that_can_t_be_used_says_why(checked, figure, row, words):
    run = checked(f"{row}\n")
    assert words in run.rows.get().problems[0]["text"]
    assert not run.can_be_written


def test_what_is_downloaded_comes_back_without_a_change(checked, figure):
    FigureFactory(code="F02", value=None, live=False)
    rows = list(FiguresKind().current_rows())
    assert {"code": "F01", "value": "755000", "comparator": "more-than"}.items() <= rows[0].items()
    run = checked(f"F01;более;755000;2025;2025-10-29;{ADDRESS};не проверено;;\n")
    assert run.counts == {"same": 1}


def test_five_thousand_rows_report_exactly_their_fifty_bad_ones_and_change_nothing(checked, source):
    unit = Unit.objects.create(name="штук", slug="shtuk", one="штука", few="штуки", many="штук")
    figures = Figure.objects.bulk_create(
        Figure(code=f"B{number}", subject=f"Проверка {number}", slug=f"b{number}", unit=unit, live=False)
        for number in range(5_000)
    )
    FigureValue.objects.bulk_create(
        FigureValue(figure=figure, value=Decimal(number), period="2025", as_of="2025-12-31", is_current=True)
        for number, figure in enumerate(figures)
    )
    bad = set(range(0, 5_000, 100))
    rows = "".join(
        f"B{number};{'ошибка' if number in bad else number + 1};2026;2026-06-30\n" for number in range(5_000)
    )
    run = checked(rows, header="Код;Число;Период;На дату\n")
    assert run.counts == {"changed": 4_950, "faulty": 50}
    assert {row.number - 2 for row in run.rows.filter(state="faulty")} == bad
    with pytest.raises(StepRefused):
        send_for_approval(run, run.uploaded_by)
    assert not FigureChange.objects.exists()
    assert FigureValue.objects.count() == 5_000
