"""Decisions on credits: kept for ever, never changed."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _

from media.enums import CreditStatus
from media.models.photo import Photo, private_storage


class Credit(Photo):
    """A photo as moderators see it; the permission to decide is on this model."""

    class Meta:
        proxy = True
        verbose_name = _("подпись к фото")
        verbose_name_plural = _("подписи к фото")
        default_permissions = ()
        permissions = [("moderate_credit", _("Может решать о подписях к фото"))]


class CreditDecision(models.Model):
    """One step of a credit's state: who, when, why, on what rights."""

    photo = models.ForeignKey(Photo, verbose_name=_("фотография"), on_delete=models.PROTECT, related_name="decisions")
    photo.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    from_status = models.CharField(_("было"), max_length=20, choices=CreditStatus.choices)
    to_status = models.CharField(_("стало"), max_length=20, choices=CreditStatus.choices)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("кто решил"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("когда"), auto_now_add=True)
    reason = models.TextField(_("причина"), blank=True)
    evidence = models.FileField(_("подтверждение"), upload_to="evidence", storage=private_storage, blank=True)
    rights_snapshot = models.JSONField(_("права на момент решения"), default=dict)

    class Meta:
        verbose_name = _("решение о подписи")
        verbose_name_plural = _("решения о подписях")
        ordering = ["-decided_at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.get_from_status_display()} → {self.get_to_status_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new decision; a written one can't be changed.

        Raises:
            PermissionDenied: the decision exists already.
        """
        if not self._state.adding:
            raise PermissionDenied(_("Решение о подписи нельзя изменить."))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse: decisions are kept.

        Raises:
            PermissionDenied: always.
        """
        raise PermissionDenied(_("Решение о подписи нельзя удалить."))
