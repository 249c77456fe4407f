import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry, ReferenceIndex

from industries.enterprise_import.kind import EnterprisesKind
from industries.models import Enterprise, FormerAddress
from industries.tests.enterprise_import.conftest import ADDRESS, INN, OTHER_INN, commit, content_version, problem
from industries.tests.factories import EnterpriseFactory, MarketFactory
from portal.accounts.tests.factories import make_administrator, make_editor
from portal.imports import writing
from portal.imports.enums import RunStatus
from portal.imports.models import ImportRun
from portal.imports.services import begin_undo, begin_writing, check_again, start_import
from portal.imports.writing import undo_run, write_run

pytestmark = pytest.mark.django_db


def test_a_new_row_becomes_a_draft_with_its_revision_history_and_usages(checked, step, person, source):
    run = checked(
        "Название;ИНН;Отрасль;Рынки;Год основания;Сайт;Источник;На дату\n"
        f"Завод Опыт;{INN};приборостроение;Турция, India;1942;завод.рф;{ADDRESS};2026-01\n"
    )
    assert run.counts == {"new": 1}
    commit()
    before = content_version()
    step(begin_writing, run, person)
    assert (run.status, run.fault) == (RunStatus.APPLIED, "")
    made = Enterprise.objects.get(inn=INN)
    assert (made.live, made.slug, made.founded, made.website) == (
        False,
        "zavod-opyt",
        1942,
        "https://xn--80aegj1b.xn--p1ai",
    )
    assert [market.slug for market in made.markets.order_by("slug")] == ["india", "turkey"]
    assert made.source == source
    assert made.search_words
    assert made.latest_revision.as_object().inn == INN
    assert made.latest_revision.user == person
    assert [market.slug for market in made.latest_revision.as_object().markets.all()] == ["india", "turkey"]
    assert [entry.action for entry in ModelLogEntry.objects.for_instance(made)] == ["wagtail.create"]
    assert ReferenceIndex.get_references_to(source).count() == 1
    assert content_version() == before + 1


def test_the_revision_of_a_new_record_says_all_that_the_record_says(checked, step, person, source):
    run = checked(
        "Название;Отрасль;Продукция;Площадка;Рынки;Год основания;Источник;На дату\n"
        f"Завод Опыт;приборостроение;датчики;;Турция;1942;{ADDRESS};2026-01\nЗавод Другой;приборостроение;;;;;;\n"
    )
    step(begin_writing, run, person)
    assert run.status == RunStatus.APPLIED
    for record in Enterprise.objects.all():
        told = json.loads(json.dumps(record.serializable_data(), cls=DjangoJSONEncoder))
        # What a revision can't know yet: itself, and that the record has it.
        known_later = {"latest_revision", "has_unpublished_changes"}
        content = record.latest_revision.content
        assert content.keys() == told.keys()
        assert {name: content[name] for name in content if name not in known_later} == {
            name: value for name, value in told.items() if name not in known_later
        }


def test_a_table_publishes_only_what_has_a_source_and_a_date(checked, step, person, source):
    run = checked("Название;Отрасль;На сайте;Источник;На дату\nОпыт;instruments;да;;\n")
    assert "укажите источник и дату" in problem(run)
    run = checked(f"Название;Отрасль;На сайте;Источник;На дату\nОпыт;instruments;да;{ADDRESS};2026-01\n")
    step(begin_writing, run, person)
    made = Enterprise.objects.get(name="Опыт")
    assert made.live
    assert made.first_published_at is not None
    step(begin_undo, run, person)
    made.refresh_from_db()
    assert (made.live, made.retired_on is not None) == (False, True)


def test_a_live_record_stays_live_and_gets_a_revision(checked, step, person):
    made = EnterpriseFactory(name="Опыт", inn=INN, products="датчики", founded=1930, founded_is_verified=True)
    run = checked(f"Название;ИНН;Продукция;Год основания\nОпыт;{INN};датчики и реле;1931\n")
    assert run.rows.get().before == {"products": "датчики", "founded": 1930}
    step(begin_writing, run, person)
    made.refresh_from_db()
    assert (made.live, made.products, made.founded, made.founded_is_verified) == (True, "датчики и реле", 1931, False)
    assert made.live_revision == made.latest_revision
    assert not made.has_unpublished_changes
    assert " реле " in made.search_words
    changed = [["founded", 1930, 1931], ["founded_is_verified", True, False], ["products", "датчики", "датчики и реле"]]
    assert sorted(made.changes.first().values) == changed
    step(begin_undo, run, person)
    made.refresh_from_db()
    assert (made.products, made.founded, made.founded_is_verified, made.live) == ("датчики", 1930, True, True)
    assert sorted(made.changes.first().values) == [[name, now, was] for name, was, now in changed]


def test_a_draft_is_compared_and_changed_as_its_editor_sees_it(checked, step, person):
    made = EnterpriseFactory(name="Опыт", inn=INN, live=False, products="старое")
    made.products = "черновое"
    made.legal_name = "АО «Опыт»"
    made.save_revision()
    run = checked(f"Название;ИНН;Продукция\nОпыт;{INN};из таблицы\n")
    assert run.rows.get().before == {"products": "черновое"}
    step(begin_writing, run, person)
    made.refresh_from_db()
    assert (made.products, made.legal_name, made.live) == ("из таблицы", "АО «Опыт»", False)


def test_addresses_are_free_of_present_and_former_ones(checked, step, person):
    kept = EnterpriseFactory(slug="opyt", name="Прежний")
    FormerAddress.objects.create(slug="opyt-2", enterprise=kept)
    run = checked(f"Название;ИНН;Отрасль\nОпыт;{INN};instruments\nОпыт;{OTHER_INN};instruments\n")
    step(begin_writing, run, person)
    assert set(Enterprise.objects.filter(name="Опыт").values_list("slug", flat=True)) == {"opyt-3", "opyt-4"}


def test_markets_are_changed_and_taken_back(checked, step, person):
    made = EnterpriseFactory(name="Опыт", inn=INN, markets=[MarketFactory()])
    run = checked(f"Название;ИНН;Рынки\nОпыт;{INN};Индия\n")
    step(begin_writing, run, person)
    assert [market.slug for market in Enterprise.objects.get(pk=made.pk).markets.all()] == ["india"]
    assert made.get_latest_revision_as_object().markets.get().slug == "india"
    step(begin_undo, run, person)
    assert [market.slug for market in Enterprise.objects.get(pk=made.pk).markets.all()] == ["turkey"]


def test_an_inn_taken_meanwhile_stops_the_whole_write(checked, step, person):
    run = checked(f"Название;ИНН;Отрасль\nДругой;{OTHER_INN};instruments\nОпыт;{INN};instruments\n")
    EnterpriseFactory(name="Раньше", inn=INN)
    step(begin_writing, run, person)
    assert run.status == RunStatus.CHECKED
    assert run.fault == "Такие записи появились после проверки: «Опыт». Проверьте таблицу ещё раз."
    assert not Enterprise.objects.filter(inn=OTHER_INN).exists()


def test_an_address_of_a_merged_record_stops_the_whole_write(checked, step, person):
    EnterpriseFactory(slug="opyt", live=False, merged_into=EnterpriseFactory(name="Главный", slug="glavny"))
    run = checked("Название;Адрес карточки;Отрасль\nДругой;drugoy;instruments\nОпыт;opyt;instruments\n")
    step(begin_writing, run, person)
    assert run.status == RunStatus.CHECKED
    assert "уже есть у другой записи" in run.fault
    assert not Enterprise.objects.filter(slug="drugoy").exists()


def test_queries_of_check_and_write_do_not_grow_with_rows(checked, step, person, django_assert_max_num_queries):
    for count in (5, 100):
        rows = "".join(f"Опыт {count} {number};instruments;Турция\n" for number in range(count))
        with django_assert_max_num_queries(90):
            run = checked(f"Название;Отрасль;Рынки\n{rows}")
        assert run.counts == {"new": count}
        ImportRun.objects.filter(pk=run.pk).update(status=RunStatus.APPLYING)
        with django_assert_max_num_queries(40):
            write_run(run.pk)
        assert Enterprise.objects.filter(name__startswith=f"Опыт {count} ").count() == count


def queries_of(work, run, status):
    """Write a checked run or take it back; return the number of queries."""
    ImportRun.objects.filter(pk=run.pk).update(status=status)
    with CaptureQueriesContext(connection) as captured:
        work(run.pk)
    run.refresh_from_db()
    assert run.fault == ""
    return len(captured)


def test_many_rows_are_written_and_taken_back_in_as_many_queries_as_few(checked, source):
    def queries(names):
        table = "Название;Отрасль;Продукция\n" + "".join(f"{name};приборостроение;датчики\n" for name in names)
        created = checked(table)
        taken = [queries_of(write_run, created, RunStatus.APPLYING)]
        changed = checked(table.replace("датчики", "насосы"))
        taken.append(queries_of(write_run, changed, RunStatus.APPLYING))
        assert set(Enterprise.objects.values_list("products", flat=True)) == {"насосы"}
        taken.append(queries_of(undo_run, changed, RunStatus.UNDOING))
        assert set(Enterprise.objects.values_list("products", flat=True)) == {"датчики"}
        taken.append(queries_of(undo_run, created, RunStatus.UNDOING))
        assert not Enterprise.objects.exists()
        return taken

    few = queries(["Первый"])
    assert queries([f"Завод номер {number}" for number in range(20)]) == few


def test_the_same_table_of_two_people_makes_no_doubles(step, source):
    table = SimpleUploadedFile("заводы.csv", "Название;Отрасль\nЗавод Опыт;приборостроение\n".encode())
    runs = []
    for person in (make_administrator(), make_editor()):
        table.seek(0)
        runs.append(step(check_again, start_import(EnterprisesKind(), table, person), person))
    first, second = [step(begin_writing, run, run.uploaded_by) for run in runs]
    assert (first.status, second.status) == (RunStatus.APPLIED, RunStatus.CHECKED)
    assert second.fault == "Такие записи появились после проверки: «Завод Опыт». Проверьте таблицу ещё раз."
    assert Enterprise.objects.count() == 1
    step(check_again, second, second.uploaded_by)
    assert second.counts == {"same": 1}


def test_namesakes_of_one_table_told_apart_by_their_inn_are_both_made(checked, step, person, monkeypatch):
    monkeypatch.setattr(writing, "ROWS_A_BATCH", 1)
    run = checked(f"Название;Отрасль;ИНН\nОпыт;приборостроение;{INN}\nОпыт;приборостроение;{OTHER_INN}\n")
    step(begin_writing, run, person)
    assert (run.status, run.fault) == (RunStatus.APPLIED, "")
    assert Enterprise.objects.count() == 2
