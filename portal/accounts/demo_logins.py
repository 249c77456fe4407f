"""Demonstration logins of the three roles, for development only."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group

from portal.accounts.models import User
from portal.accounts.roles import EDITORS, MODERATORS

DEMO_MAIL_DOMAIN = "demo.invalid"


@dataclass(frozen=True)
class DemoLogin:
    """A login to show: its name, the person it plays, and the role; no role means administrator."""

    username: str
    first_name: str
    last_name: str
    role: str | None


DEMO_LOGINS = (
    DemoLogin("editor", "Вера", "Редакторова", EDITORS),
    DemoLogin("moderator", "Михаил", "Модераторов", MODERATORS),
    DemoLogin("administrator", "Анна", "Администраторова", None),
)


class DemoLoginsForbiddenError(Exception):
    """Demonstration logins exist in development settings only."""


def demo_mail_address(username: str) -> str:
    """Return the address that marks an account as a demonstration login; such mail leads nowhere."""
    return f"{username}@{DEMO_MAIL_DOMAIN}"


def demo_logins() -> list[User]:
    """Return the demonstration logins that can still sign in."""
    return list(User.objects.filter(email__endswith=f"@{DEMO_MAIL_DOMAIN}", is_active=True).order_by("pk"))


def create_demo_logins() -> dict[str, User]:
    """Make the three demonstration logins, or find them, and return them by username.

    The password comes from ``DEMO_PASSWORD``; an existing login keeps its own. Raises
    :class:`DemoLoginsForbiddenError` outside development settings.
    """
    if not settings.DEMO_LOGINS_ALLOWED:
        raise DemoLoginsForbiddenError("Demonstration logins are made in development settings only.")
    return {login.username: create_demo_login(login) for login in DEMO_LOGINS}


def create_demo_login(login: DemoLogin) -> User:
    """Make or find one demonstration login."""
    existing = User.objects.filter(username=login.username).first()
    if existing:
        return existing
    user = User.objects.create_user(
        login.username,
        demo_mail_address(login.username),
        settings.DEMO_PASSWORD,
        first_name=login.first_name,
        last_name=login.last_name,
        is_superuser=login.role is None,
    )
    if login.role:
        user.groups.add(Group.objects.get(name=login.role))
    return user


def remove_demo_logins() -> int:
    """Switch the demonstration logins off, keeping what they have signed; return how many."""
    users = demo_logins()
    for user in users:
        user.is_active = False
        user.set_unusable_password()
        user.save()
    return len(users)
