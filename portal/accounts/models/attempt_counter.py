"""How many attempts a subject (an account from an address, an address, a mailbox) has made."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AttemptCounter(models.Model):
    """Attempts of one subject within the current window, and until when it is refused.

    ``key`` is a keyed hash: neither names nor addresses of people are stored here. Kept in the
    database and not in the cache, so that losing the cache never opens the door to guessing.
    """

    key = models.CharField(_("ключ"), max_length=64, unique=True)
    attempts = models.PositiveIntegerField(_("попыток"), default=0)
    window_started_at = models.DateTimeField(_("начало окна"))
    locked_until = models.DateTimeField(_("закрыто до"), null=True, blank=True, db_index=True)
    lock_count = models.PositiveSmallIntegerField(_("блокировок подряд"), default=0)

    class Meta:
        verbose_name = _("счётчик попыток")
        verbose_name_plural = _("счётчики попыток")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.attempts}"
