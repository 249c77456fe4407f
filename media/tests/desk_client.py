"""What a moderator does at the desk, for the tests of its screens."""

from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from media.seen_credits import digest_of
from media.tests.factories import UserFactory


def make_moderator(client):
    """Return a signed-in user who may do nothing but decide on credits."""
    user = UserFactory()
    group, _created = Group.objects.get_or_create(name="Проверка")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "moderate_credit"]))
    user.groups.add(group)
    client.force_login(user)
    return user


def decide_in_browser(client, photo, status, **values):
    """Press a decision's button on the photo's screen, which shows what ``photo`` holds."""
    seen = {"expected_status": photo.credit_status, "seen_digest": digest_of(photo)}
    data = {"status": status, "reason": "", **seen, **values}
    return client.post(reverse("credits:decide", args=[photo.pk]), data)


def bulk(client, kind, photos, **values):
    """Send photos from the queue to an action on many."""
    return client.post(reverse("credits:bulk"), {"kind": kind, "photo": [photo.pk for photo in photos], **values})


def confirm(client, response, kind, **values):
    """Confirm what the screen of an action on many has shown."""
    shown = {name: response.context[name] for name in ("selection", "previewed") if name in response.context}
    data = {"kind": kind, "confirm": "1", **shown, **values}
    return client.post(reverse("credits:bulk"), data, follow=True)
