"""What must be true of an installation before it may serve strangers."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from portal.core.health import database_is_present

DEVELOPMENT_KEY_MARK = "development-only"
EXAMPLE_KEY_MARK = "replace-me"


@register(Tags.security, deploy=True)
def secret_key_is_own(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse keys that stand in a public file."""
    if DEVELOPMENT_KEY_MARK in settings.SECRET_KEY or EXAMPLE_KEY_MARK in settings.SECRET_KEY:
        return [
            Error(
                "SECRET_KEY is the published example.",
                hint='Make one: python -c "import secrets; print(secrets.token_urlsafe(64))"',
                id="portal.E001",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def base_url_is_secure(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a base address that letters would carry without HTTPS or that this site does not serve."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if address.scheme != "https" or not address.hostname:
        return [Error("BASE_URL must be an https address.", hint="BASE_URL=https://example.org", id="portal.E002")]
    return []


@register(Tags.database, deploy=True)
def database_file_exists(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse to go on with an SQLite file that is not there: an empty one would be made silently."""
    if database_is_present():
        return []
    return [
        Error(
            "The SQLite database file does not exist.",
            hint="Restore it or run migrate first; check DATABASE_URL.",
            id="portal.E003",
        )
    ]


@register(Tags.security, deploy=True)
def letters_are_sent_in_background(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Warn when background work runs inside the visitor's request."""
    if "immediate" in settings.TASKS["default"]["BACKEND"].lower():
        return [
            Warning(
                "Background work runs inside requests.",
                hint="Leave TASKS_BACKEND unset and run the worker: manage.py db_worker.",
                id="portal.W001",
            )
        ]
    return []
