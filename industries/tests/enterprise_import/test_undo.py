from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.utils import timezone
from wagtail.models import ModelLogEntry

from industries import services
from industries.enterprise_import import deleting
from industries.models import Enterprise, FormerAddress
from industries.tests.enterprise_import.conftest import commit, content_version
from industries.tests.factories import EnterpriseFactory
from portal.accounts.tests.factories import make_editor
from portal.imports.enums import RunStatus
from portal.imports.services import begin_undo, begin_writing

pytestmark = pytest.mark.django_db

THREE = "Название;ИНН;Отрасль\nОпыт;7700000009;instruments\nДубль;;instruments\nЗавод;;instruments\n"


def test_an_undo_removes_drafts_that_were_never_public(checked, step, person):
    run = checked("Название;ИНН;Отрасль\nОпыт;7700000009;instruments\n")
    step(begin_writing, run, person)
    step(begin_undo, run, person)
    assert (run.status, run.fault, Enterprise.objects.count()) == (RunStatus.UNDONE, "", 0)


def test_an_undo_leaves_drafts_decided_on_since_and_names_them(checked, step, person):
    run = checked(THREE)
    step(begin_writing, run, person)
    kept = EnterpriseFactory(name="Прежний")
    services.merge(kept, [Enterprise.objects.get(name="Дубль")], person)
    services.retire([Enterprise.objects.get(name="Опыт")], person)
    Enterprise.objects.filter(name="Опыт").update(retired_on=date(2026, 1, 1))
    step(begin_undo, run, person)
    assert (run.status, run.fault) == (RunStatus.UNDONE, "")
    assert set(Enterprise.objects.values_list("name", flat=True)) == {"Прежний", "Дубль", "Опыт"}
    assert Enterprise.objects.get(name="Дубль").merged_into == kept
    assert Enterprise.objects.get(name="Опыт").retired_on == date(2026, 1, 1)
    assert run.events.last().detail == (
        "строк: 3; остались, потому что сняты с показа или объединены после загрузки: «Дубль», «Опыт»"
    )


def test_an_undo_leaves_a_draft_another_record_was_joined_to(checked, step, person):
    run = checked(THREE)
    step(begin_writing, run, person)
    services.merge(Enterprise.objects.get(name="Завод"), [EnterpriseFactory(name="Прежний", slug="former")], person)
    step(begin_undo, run, person)
    assert set(Enterprise.objects.values_list("name", flat=True)) == {"Прежний", "Завод"}
    assert FormerAddress.objects.get(slug="former").enterprise.name == "Завод"


def test_a_draft_something_else_stands_on_stops_the_undo_in_words(checked, step, person, monkeypatch):
    run = checked(THREE)
    step(begin_writing, run, person)
    draft = Enterprise.objects.get(name="Опыт")

    class HeldCollector(Collector):
        def delete(self):
            raise ProtectedError("held", {draft})

    monkeypatch.setattr(deleting, "Collector", HeldCollector)
    step(begin_undo, run, person)
    assert (run.status, Enterprise.objects.count()) == (RunStatus.APPLIED, 3)
    assert run.fault.startswith("Черновики загрузки нельзя удалить, пока с ними связаны: «Опыт».")


def test_no_draft_brings_back_what_an_undo_has_retired(checked, step, person, source):
    run = checked(f"Название;Отрасль;На сайте;Источник;На дату\nОпыт;instruments;да;{source.url};2026-01\n")
    step(begin_writing, run, person)
    enterprise = Enterprise.objects.get(name="Опыт")
    enterprise.revisions.update(approved_go_live_at=timezone.now())
    other = make_editor()
    step(begin_undo, run, other)
    with pytest.raises(ValidationError, match="снята с показа"):
        Enterprise.objects.get(name="Опыт").latest_revision.publish()
    assert not enterprise.revisions.filter(approved_go_live_at__isnull=False).exists()
    assert ModelLogEntry.objects.for_instance(enterprise).get(action="industries.retire").user == other


def test_lists_hear_that_an_undo_has_retired_a_record(checked, step, person, source):
    run = checked(f"Название;Отрасль;На сайте;Источник;На дату\nОпыт;instruments;да;{source.url};2026-01\n")
    step(begin_writing, run, person)
    commit()
    before = content_version()
    step(begin_undo, run, person)
    assert content_version() == before + 1
    assert Enterprise.objects.get(name="Опыт").retired_on == timezone.localdate()


def test_history_names_who_took_an_import_back(checked, step, person):
    enterprise = EnterpriseFactory(name="Завод", slug="zavod", products="детали")
    run = checked("Адрес карточки;Название;Продукция\nzavod;Завод;станки\n")
    step(begin_writing, run, person)
    other = make_editor()
    step(begin_undo, run, other)
    entries = ModelLogEntry.objects.for_instance(enterprise)
    assert entries.get(action="wagtail.edit").user == person
    assert entries.get(action="wagtail.revert").user == other
