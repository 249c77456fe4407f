"""The journal of imports."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.imports.enums import EventKind


class ImportEvent(models.Model):
    """Who did what with an import or took records away as a table; written once, never changed."""

    run = models.ForeignKey(
        "imports.ImportRun", verbose_name=_("загрузка"), null=True, on_delete=models.PROTECT, related_name="events"
    )
    kind = models.CharField(_("что загружается"), max_length=40)
    event = models.CharField(_("что произошло"), max_length=20, choices=EventKind.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("кто"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    detail = models.TextField(_("подробности"), blank=True)
    happened_at = models.DateTimeField(_("когда"), auto_now_add=True)

    class Meta:
        verbose_name = _("запись журнала загрузок")
        verbose_name_plural = _("журнал загрузок")
        ordering = ["happened_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        said = str(self.get_event_display())
        return f"{said}: {self.detail}" if self.detail else said

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new entry.

        Raises:
            PermissionDenied: the entry exists already.
        """
        if not self._state.adding:
            raise PermissionDenied(_("Запись журнала нельзя изменить."))
        super().save(*args, **kwargs)
