"""What a load into an empty database does, and what it leaves behind when it fails."""

import io

import pytest
from django.core.management import CommandError, call_command

from media.models import Photo
from portal.accounts.models import User
from portal.demo.loading import article as article_loading
from portal.demo.loading.figures import load_figures
from portal.demo.loading.photos import load_holders
from portal.figures.models import Figure, FigureValue, Source, Unit
from portal.longread.models import LandscapePage

pytestmark = pytest.mark.django_db


def test_figures_and_rights_holders_loaded_again_are_the_same_records(db):
    first, holders = load_figures(), load_holders()
    Figure.objects.filter(code="F01").update(caption="Правка редактора")
    before = (Figure.objects.count(), FigureValue.objects.count(), Source.objects.count(), Unit.objects.count())
    assert {code: figure.pk for code, figure in load_figures().items()} == {
        code: figure.pk for code, figure in first.items()
    }
    assert load_holders() == holders
    assert Figure.objects.get(code="F01").caption == "Правка редактора"
    assert (
        Figure.objects.count(), FigureValue.objects.count(), Source.objects.count(), Unit.objects.count()
    ) == before  # fmt: skip


def test_a_load_that_fails_leaves_nothing_behind(migrated_database, monkeypatch):
    def fail(*args):
        raise RuntimeError("power cut")

    monkeypatch.setattr(article_loading, "_section", fail)
    with pytest.raises(RuntimeError, match="power cut"):
        call_command("load_demo", stdout=io.StringIO())
    assert not LandscapePage.objects.exists()
    assert not Figure.objects.exists()
    assert not Photo.objects.exists()
    assert not User.objects.exists()


def test_production_settings_refuse_the_demo_in_words(db, settings):
    settings.DEMO_LOGINS_ALLOWED = False
    with pytest.raises(CommandError, match="только в настройках разработки"):
        call_command("load_demo", stdout=io.StringIO())
    assert not Figure.objects.exists()


@pytest.mark.same_on_every_database
def test_the_load_tells_in_russian_what_it_does(migrated_database):
    output = io.StringIO()
    call_command("load_demo", stdout=output)
    told = output.getvalue()
    assert "Цифры: 86 значений из 54 источников." in told
    assert "Рисунки: 1 из " in told
    assert told.rstrip().endswith("«Московский промышленный ландшафт», разделов — 9.")
