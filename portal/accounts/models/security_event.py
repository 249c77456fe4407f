"""What happened at the door: who, from where, when, with what result."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SecurityEventKind(models.TextChoices):
    """Closed list of what the security log can say."""

    SIGNED_IN = "signed_in", _("вход выполнен")
    PASSWORD_REFUSED = "password_refused", _("неверное имя или пароль")
    ACCOUNT_LOCKED = "account_locked", _("отказ: слишком много попыток для учётной записи")
    ADDRESS_LOCKED = "address_locked", _("отказ: слишком много попыток с адреса")
    CODE_REFUSED = "code_refused", _("неверный код второго фактора")
    SECOND_FACTOR_CHANGED = "second_factor_changed", _("второй фактор изменён")
    SIGNED_OUT = "signed_out", _("выход")
    RESET_REQUESTED = "reset_requested", _("запрошен сброс пароля")
    RESET_LIMITED = "reset_limited", _("отказ: слишком много запросов сброса")
    PASSWORD_CHANGED = "password_changed", _("пароль изменён")
    RIGHTS_CHANGED = "rights_changed", _("права изменены")
    SESSIONS_ENDED = "sessions_ended", _("все сеансы завершены")


class SecurityEvent(models.Model):
    """One line of the security log. Lines are added, never changed."""

    happened_at = models.DateTimeField(_("когда"), auto_now_add=True, db_index=True)
    kind = models.CharField(_("что произошло"), max_length=32, choices=SecurityEventKind.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("пользователь"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="security_events",
    )
    entered_name = models.CharField(_("введённое имя"), max_length=150, blank=True)
    address = models.GenericIPAddressField(_("адрес"), null=True, blank=True)
    detail = models.CharField(_("подробности"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("событие безопасности")
        verbose_name_plural = _("журнал безопасности")
        ordering = ("-happened_at", "-pk")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.entered_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the line; refuse to change one that is already written."""
        if not self._state.adding:
            raise TypeError("A line of the security log cannot be changed.")
        super().save(*args, **kwargs)
