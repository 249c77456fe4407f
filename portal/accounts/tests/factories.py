"""People of each role for tests."""

from django.contrib.auth.models import Group

from portal.accounts.models import User
from portal.accounts.roles import EDITORS, MODERATORS

PASSWORD = "nagar-tigel-5583"


def make_person(username="vera", role=None, **values):
    """Return a person with ``PASSWORD`` who belongs to ``role``, or to none."""
    person = User.objects.create_user(username, f"{username}@example.org", PASSWORD, **values)
    if role:
        person.groups.add(Group.objects.get(name=role))
    person.refresh_from_db()
    return person


def make_editor(username="vera"):
    """Return an editor."""
    return make_person(username, EDITORS)


def make_moderator(username="mikhail"):
    """Return a moderator."""
    return make_person(username, MODERATORS)


def make_administrator(username="anna"):
    """Return an administrator."""
    return make_person(username, is_superuser=True)
