import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from portal.imports.checking import RunChecker, Superseded, begin, check_run
from portal.imports.enums import EventKind, RunStatus
from portal.imports.models import ImportRow, ImportRun, RememberedWord

pytestmark = pytest.mark.django_db

HEADER = "Прежний адрес;Куда ведёт;Постоянная\n"


def states(run):
    return {row.number: row.state for row in run.rows.all()}


def problems(run):
    return {row.number: [problem["text"] for problem in row.problems] for row in run.rows.all() if row.problems}


def test_each_row_is_new_changed_or_the_same_before_anything_is_written(checked):
    Redirect.objects.create(old_path="/a", redirect_link="/b/", is_permanent=True)
    Redirect.objects.create(old_path="/c", redirect_link="/d/", is_permanent=True)
    run = checked(f"{HEADER}/a;/x/;да\n/c;/d/;да\n/e;/f/;нет\n")
    assert run.status == RunStatus.CHECKED
    assert run.counts == {"new": 1, "changed": 1, "same": 1}
    assert states(run) == {2: "changed", 4: "new"}
    changed = run.rows.get(number=2)
    assert (changed.before, changed.values) == ({"redirect_link": "/b/"}, {"redirect_link": "/x/"})
    assert Redirect.objects.get(old_path="/a").redirect_link == "/b/"
    assert run.events.last().event == EventKind.CHECKED
    assert run.events.last().detail == "новые — 1, с изменениями — 1, без изменений — 1"


def test_a_cell_that_can_t_be_used_is_named_with_its_column_and_text(checked):
    run = checked(f"{HEADER}/a;/x/;наверное\n;/d/;да\n")
    first, second = run.rows.all()
    assert first.problems == [{"column": "is_permanent", "given": "наверное", "text": "Напишите «да» или «нет»."}]
    assert second.problems == [{"column": "old_path", "given": "", "text": "Ячейка пуста."}]
    assert run.counts == {"faulty": 2}
    assert not run.can_be_written


def test_a_key_that_repeats_is_shown_with_the_row_it_repeats(checked):
    run = checked(f"{HEADER}/a;/x/;да\n/a;/y/;да\n/a;/x/;да\n")
    assert states(run) == {2: "new", 3: "conflict", 4: "conflict"}
    assert problems(run)[4] == ["Повторяет строку 2 этой таблицы."]


def test_an_empty_cell_leaves_what_is_known_and_a_dash_takes_it_away(checked):
    redirect = Redirect.objects.create(old_path="/a", redirect_link="/b/", site=Site.objects.get())
    run = checked("Прежний адрес;Куда ведёт;Сайт\n/a;;—\n")
    row = run.rows.get()
    assert (row.record, row.values, row.before) == (redirect.pk, {"site": None}, {"site": redirect.site.hostname})


def test_rows_of_another_length_are_named(checked):
    run = checked(f"{HEADER}/a;/x/\n/b;/x/;да;лишнее\n/c;/x/;да;;\n")
    assert states(run) == {2: "faulty", 3: "faulty", 4: "new"}
    assert "В строке ячеек: 2, в заголовке: 3" in problems(run)[2][0]


def test_a_word_outside_the_vocabulary_is_offered_and_never_created(checked):
    run = checked("Прежний адрес;Куда ведёт;Сайт\n/a;/x/;Наш сайт\n/b;/x/;наш сайт\n/c;/x/;другой\n")
    assert run.unknown_words == {"site": {"Наш сайт": 1, "наш сайт": 1, "другой": 1}}
    assert problems(run)[4] == ["«другой» нет в справочнике «Сайты»."]
    assert Site.objects.count() == 1
    RememberedWord.objects.create(kind="redirects", column="site", word="нашсайт", term=Site.objects.get().hostname)
    RememberedWord.objects.create(kind="redirects", column="site", word="другой", term="")
    again = checked("Прежний адрес;Куда ведёт;Сайт\n/a;/x/;НАШ САЙТ\n/c;/x/;другой\n")
    assert [row.values["site"] for row in again.rows.all()] == [Site.objects.get().hostname, None]


def test_a_word_explained_by_an_entry_that_is_gone_is_unknown_again(checked):
    RememberedWord.objects.create(kind="redirects", column="site", word="наш", term="gone.example")
    assert checked("Прежний адрес;Куда ведёт;Сайт\n/a;/x/;наш\n").unknown_words == {"site": {"наш": 1}}


def test_a_file_that_breaks_off_says_where(checked):
    rows = "".join(f"/{number};/x/;да\n" for number in range(40))
    run = checked(f'{HEADER}{rows}/b;"/x/;да\n/c;/x/;да\n')
    assert run.status == RunStatus.CHECKED
    assert "В строке 42 кавычка" in run.fault
    assert not run.can_be_written


def test_a_table_with_a_header_alone_says_so(checked):
    assert checked(HEADER).fault == "Под заголовком нет ни одной строки."


def test_a_check_that_died_begins_anew_and_the_former_one_stops(upload, kind):
    run = upload(f"{HEADER}/a;/x/;да\n")
    ImportRun.objects.filter(pk=run.pk).update(status=RunStatus.CHECKING)
    former = RunChecker(begin(run.pk), kind)
    former.save([ImportRow(run=run, number=2, state="new", title="/a")], 1)
    check_run(run.pk)
    with pytest.raises(Superseded):
        former.save([ImportRow(run=run, number=3, state="new")], 2)
    former.finish("опоздал")
    run.refresh_from_db()
    assert (run.status, run.fault, states(run)) == (RunStatus.CHECKED, "", {2: "new"})


def test_a_check_nobody_asked_for_does_nothing(upload, kind):
    run = upload(f"{HEADER}/a;/x/;да\n")
    check_run(run.pk)
    run.refresh_from_db()
    assert run.status == RunStatus.UPLOADED


def test_queries_of_a_check_do_not_grow_with_rows(checked, django_assert_max_num_queries):
    for count in (10, 400):
        rows = "".join(f"/{count}/{number};/x/;да\n" for number in range(count))
        with django_assert_max_num_queries(36):
            assert checked(f"{HEADER}{rows}").counts == {"new": count}


def test_a_fault_of_ours_ends_the_check_and_says_so(upload, kind, monkeypatch):
    run = upload(f"{HEADER}/a;/x/;да\n")
    ImportRun.objects.filter(pk=run.pk).update(status=RunStatus.CHECKING)
    monkeypatch.setattr(kind, "match", lambda rows: 1 / 0)
    check_run(run.pk)
    run.refresh_from_db()
    assert run.status == RunStatus.CHECKED
    assert "Внутренняя ошибка" in run.fault
    assert not run.can_be_written
