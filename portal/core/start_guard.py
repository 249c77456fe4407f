"""Refuses to serve strangers from an installation that is not safe or has lost its database."""

from django.conf import settings
from django.core.checks import ERROR, CheckMessage, Tags, run_checks

from portal.core.checks import database_file_exists

OWN_CHECKS = "portal."


class UnsafeInstallationError(Exception):
    """The installation must not serve; the message says why and what to do, one reason per line."""


def explain(problem: CheckMessage) -> str:
    """Return a problem and its remedy on one line."""
    return f"{problem.id}: {problem.msg} {problem.hint or ''}".strip()


def refuse_unsafe_start() -> None:
    """Raise :class:`UnsafeInstallationError` if one of the portal's own deployment checks fails.

    Development settings allow demonstration logins and a published key, so nothing is refused there.
    """
    if settings.DEMO_LOGINS_ALLOWED:
        return
    problems = database_file_exists(None) or [
        problem
        for problem in run_checks(
            tags=[Tags.security, Tags.database], include_deployment_checks=True, databases=["default"]
        )
        if problem.level >= ERROR and str(problem.id).startswith(OWN_CHECKS)
    ]
    if problems:
        reasons = "\n".join(explain(problem) for problem in problems)
        raise UnsafeInstallationError(f"The portal refuses to start.\n{reasons}")
