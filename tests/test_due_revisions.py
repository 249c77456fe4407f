import logging
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import Revision

from media.jobs import overdue_jobs
from media.models import JobRun
from media.scheduling import HELD, publish_due, release_held
from portal.accounts.tests.factories import make_administrator
from technopolis.models import Site
from technopolis.tests.factories import SiteFactory

pytestmark = pytest.mark.django_db


def due_site(minutes_ago, **values):
    """Return a site that is a draft and was to go live so many minutes ago."""
    site = SiteFactory(live=False)
    for name, value in values.items():
        setattr(site, name, value)
    moment = timezone.now() - timedelta(minutes=minutes_ago)
    site.go_live_at = moment
    revision = site.save_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=moment)
    return site


def live(*sites):
    return [Site.objects.get(pk=site.pk).live for site in sites]


def test_a_record_whose_place_is_taken_is_held_in_words_and_stops_no_other(
    client, mailoutbox, django_capture_on_commit_callbacks
):
    blocked, later = due_site(60, position=60), due_site(30)
    SiteFactory(position=60)
    with django_capture_on_commit_callbacks(execute=True):
        run = publish_due()
    assert live(blocked, later) == [False, True]
    [held] = run.held
    assert (held.revision.object_id, run.failed) == (str(blocked.pk), [])
    assert held.reasons == "Площадка: значение поля «Номер на карте» уже занято. Возьмите другое."
    assert registry.get_logs_for_instance(blocked).filter(action=HELD).count() == 1
    client.force_login(make_administrator())
    history = client.get(reverse("wagtailsnippets_technopolis_site:history", args=[blocked.pk])).content.decode()
    assert "Публикация ждёт: Площадка: значение поля «Номер на карте» уже занято. Возьмите другое." in history


def test_a_held_record_goes_live_as_soon_as_its_place_is_free():
    blocked, other = due_site(60, position=60), SiteFactory(position=60)
    assert (release_held.call(), live(blocked)) == (1, [False])
    other.position = 61
    other.save()
    assert (release_held.call(), live(blocked)) == (0, [True])


def test_what_a_record_s_own_code_raises_is_logged_and_tells_on_the_run(monkeypatch, caplog):
    broken, later = due_site(60, name="Сломанная"), due_site(30)
    save = Site.save

    def broken_save(site, *args, **kwargs):
        if site.name == "Сломанная":
            raise RuntimeError("no such thing")
        save(site, *args, **kwargs)

    monkeypatch.setattr(Site, "save", broken_save)
    JobRun.objects.create(name="publish_scheduled", finished_at=timezone.now() - timedelta(minutes=11))
    with caplog.at_level(logging.ERROR, "media.publishing"), pytest.raises(CommandError, match="revision"):
        call_command("publish_scheduled")
    assert live(broken, later) == [False, True]
    assert "RuntimeError: no such thing" in caplog.text
    assert overdue_jobs() == ["publish_scheduled"]


def test_one_record_that_can_t_be_unpublished_stops_no_other(monkeypatch):
    past = timezone.now() - timedelta(minutes=1)
    broken, other = SiteFactory(expire_at=past), SiteFactory(expire_at=past)
    unpublish = Site.unpublish

    def broken_unpublish(site, *args, **kwargs):
        if site.pk == broken.pk:
            raise RuntimeError("no such thing")
        unpublish(site, *args, **kwargs)

    monkeypatch.setattr(Site, "unpublish", broken_unpublish)
    with pytest.raises(CommandError, match=str(broken)):
        call_command("publish_scheduled")
    assert live(broken, other) == [True, False]
