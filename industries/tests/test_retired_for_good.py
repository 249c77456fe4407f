"""A record that is retired or merged stays so, whatever draft of it is published, and by whatever way."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from industries import services
from industries.models import Enterprise
from industries.tests.factories import EnterpriseFactory
from portal.accounts.tests.factories import make_editor

pytestmark = pytest.mark.django_db


def scheduled(**values):
    """A draft with an earlier revision that is to be published tomorrow, and a later one that is not."""
    enterprise = EnterpriseFactory(live=False, **values)
    enterprise.go_live_at = timezone.now() + timedelta(days=1)
    enterprise.save_revision().publish()
    enterprise.refresh_from_db()
    enterprise.go_live_at = None
    enterprise.save_revision()
    return Enterprise.objects.get(pk=enterprise.pk)


def retired(enterprise):
    services.retire([enterprise], make_editor())


def merged(enterprise):
    services.merge(EnterpriseFactory(name="Завод, что остаётся"), [enterprise], make_editor())


@pytest.mark.parametrize("take_off", [retired, merged])
def test_what_was_to_be_published_later_no_longer_is(take_off):
    enterprise = scheduled(name="Завод с планом")
    take_off(enterprise)
    assert not enterprise.revisions.filter(approved_go_live_at__isnull=False).exists()
    enterprise.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled", stdout=StringIO(), stderr=StringIO())
    fresh = Enterprise.objects.get(pk=enterprise.pk)
    assert (fresh.live, fresh.retired_on) == (False, timezone.localdate())


@pytest.mark.parametrize("take_off", [retired, merged])
def test_an_earlier_draft_cannot_bring_it_back(take_off, client):
    enterprise = EnterpriseFactory(name="Завод")
    first = enterprise.save_revision()
    enterprise.save_revision()
    take_off(enterprise)
    with pytest.raises(ValidationError):
        first.publish()
    client.force_login(make_editor("boris"))
    address = reverse("wagtailsnippets_industries_enterprise:revisions_revert", args=[enterprise.pk, first.pk])
    client.post(address, {"action-publish": "1", "name": "Завод"})
    fresh = Enterprise.objects.get(pk=enterprise.pk)
    assert (fresh.live, fresh.retired_on) == (False, timezone.localdate())


def test_an_earlier_draft_takes_no_verification_back():
    editor, enterprise = make_editor(), EnterpriseFactory()
    first = enterprise.save_revision()
    enterprise.save_revision()
    services.verify_today([enterprise], editor)
    first.publish()
    fresh = Enterprise.objects.get(pk=enterprise.pk)
    assert (fresh.verified_on, fresh.verified_by_id) == (timezone.localdate(), editor.pk)
