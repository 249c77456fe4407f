"""What must be true of accounts before an installation may serve strangers."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError

from portal.accounts.demo_logins import demo_logins
from portal.core.health import database_is_present


@register(Tags.security, Tags.database, deploy=True)
def no_demo_logins(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse an installation in which a demonstration login, with its published password, still works."""
    if settings.DEMO_LOGINS_ALLOWED or not databases or not database_is_present():
        return []
    try:
        names = [user.get_username() for user in demo_logins()]
    except DatabaseError:
        return []
    if not names:
        return []
    return [
        Error(
            f"Demonstration logins exist: {', '.join(names)}.",
            hint="Delete them or give each a new password: manage.py remove_demo_logins.",
            id="portal.E004",
        )
    ]
