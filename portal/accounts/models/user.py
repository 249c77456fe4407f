"""The person who signs in to the admin."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An editor, moderator or administrator whose open sessions can be ended all at once.

    Every session remembers a hash of the password and of ``session_version``; raising the version
    makes the hash differ, so each open session stops being valid with its next request.
    """

    session_version = models.PositiveIntegerField(_("версия сеансов"), default=0, editable=False)

    class Meta(AbstractUser.Meta):
        verbose_name = _("пользователь")  # type: ignore[assignment]
        verbose_name_plural = _("пользователи")  # type: ignore[assignment]

    def __str__(self) -> str:
        """Return the person's own name: colleagues are chosen and read of by it, not by a login."""
        return self.get_full_name() or self.get_username()

    def _get_session_auth_hash(self, secret: Any = None) -> str:
        return salted_hmac(
            "portal.accounts.session", f"{self.password}|{self.session_version}", secret=secret, algorithm="sha256"
        ).hexdigest()
