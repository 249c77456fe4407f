"""Checks of a page before publication that apps to the left of the core bring with them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from media.gate import PublicationProblem

PublicationCheck = Callable[[Any], "list[PublicationProblem]"]

_checks: list[PublicationCheck] = []


def register_publication_check(check: PublicationCheck) -> None:
    """Let ``check`` name what keeps a page, as it is in memory, from being public; called once, when the app starts."""
    if check not in _checks:
        _checks.append(check)


def registered_problems(page: Any) -> "list[PublicationProblem]":
    """Return what the registered checks find in ``page``."""
    return [problem for check in _checks for problem in check(page)]
