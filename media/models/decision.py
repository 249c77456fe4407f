"""Decisions on credits: kept for ever, never changed."""

import hashlib
import json
from typing import Any, NoReturn

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
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


class AppendOnlyQuerySet(models.QuerySet):
    """Rows that are only added."""

    def update(self, **values: Any) -> NoReturn:
        """Refuse: a written decision can't be changed.

        Raises:
            PermissionDenied: always.
        """
        raise PermissionDenied(_("Решение о подписи нельзя изменить."))

    def delete(self) -> NoReturn:
        """Refuse: decisions are kept.

        Raises:
            PermissionDenied: always.
        """
        raise PermissionDenied(_("Решение о подписи нельзя удалить."))


class CreditDecision(models.Model):
    """One step of a credit's state: who, when, why, on what rights.

    Each decision carries the digest of the one before it on the same photo, so that a row changed or taken out of
    the middle past the models breaks the chain (``manage.py check_credit_journal``).
    """

    photo = models.ForeignKey(Photo, verbose_name=_("фотография"), on_delete=models.PROTECT, related_name="decisions")
    photo.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    from_status = models.CharField(_("было"), max_length=20, choices=CreditStatus.choices)
    to_status = models.CharField(_("стало"), max_length=20, choices=CreditStatus.choices)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("кто решил"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("когда"), default=timezone.now, editable=False, db_index=True)
    reason = models.TextField(_("причина"), blank=True)
    evidence = models.FileField(_("подтверждение"), upload_to="evidence", storage=private_storage, blank=True)
    evidence_digest = models.CharField(max_length=64, blank=True, editable=False, default="")
    rights_snapshot = models.JSONField(_("права на момент решения"), default=dict)
    previous_digest = models.CharField(max_length=64, blank=True, editable=False, default="")
    digest = models.CharField(_("отпечаток"), max_length=64, blank=True, editable=False, default="")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("решение о подписи")
        verbose_name_plural = _("решения о подписях")
        ordering = ["-decided_at", "-pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(from_status=models.F("to_status")), name="media_decision_changes_the_state"
            ),
            models.UniqueConstraint(
                fields=["photo", "previous_digest"],
                condition=~models.Q(digest=""),
                name="media_decision_follows_one_only",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_from_status_display()} → {self.get_to_status_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new decision and seal it; a written one can't be changed.

        Raises:
            PermissionDenied: the decision exists already.
        """
        if not self._state.adding:
            raise PermissionDenied(_("Решение о подписи нельзя изменить."))
        previous = CreditDecision.objects.filter(photo_id=self.photo_id).order_by("-pk").first()
        self.seal(previous.digest if previous else "")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse: decisions are kept.

        Raises:
            PermissionDenied: always.
        """
        raise PermissionDenied(_("Решение о подписи нельзя удалить."))

    def seal(self, previous_digest: str) -> None:
        """Join the decision to the one before it on the same photo."""
        self.previous_digest = previous_digest
        if self.evidence:
            self.evidence.seek(0)
            self.evidence_digest = hashlib.file_digest(self.evidence, "sha256").hexdigest()
            self.evidence.seek(0)
        self.digest = self.computed_digest()

    def computed_digest(self) -> str:
        """Return the digest of what the decision says now."""
        content = {
            "previous": self.previous_digest,
            "photo": self.photo_id,
            "from": self.from_status,
            "to": self.to_status,
            "by": self.decided_by_id,
            "at": self.decided_at.astimezone(timezone.get_fixed_timezone(0)).isoformat(),
            "reason": self.reason,
            "evidence": self.evidence_digest,
            "rights": self.rights_snapshot,
        }
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()
