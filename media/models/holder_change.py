"""Renamings and mergers of rights holders, kept so that they can be undone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from media.models.holder import RightsHolder


class HolderChange(models.Model):
    """One renaming, or one merger when :attr:`merged` holds the record that was taken in."""

    holder = models.ForeignKey(
        RightsHolder, verbose_name=_("правообладатель"), on_delete=models.CASCADE, related_name="changes"
    )
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    merged = models.JSONField(default=dict, blank=True)
    moved = models.JSONField(default=dict, blank=True, help_text=_("Записи, переведённые на другого правообладателя."))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("кто"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(_("когда"), auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("кто отменил"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(_("отменено"), null=True, blank=True)

    class Meta:
        verbose_name = _("изменение правообладателя")
        verbose_name_plural = _("изменения правообладателей")
        ordering = ["-made_at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        if self.merged:
            return _("«%(source)s» → «%(target)s»: объединены") % {
                "source": self.merged["name"], "target": self.after["name"],
            }  # fmt: skip
        if self.before["name"] == self.after["name"]:
            return _("«%(name)s»: новая подпись «%(line)s»") % {
                "name": self.after["name"], "line": self.after["credit_line"],
            }  # fmt: skip
        return _("«%(before)s» → «%(after)s»: новое имя") % {
            "before": self.before["name"], "after": self.after["name"],
        }  # fmt: skip

    @property
    def may_be_undone(self) -> bool:
        """Whether nothing newer has been built on the change."""
        newer = HolderChange.objects.filter(holder_id=self.holder_id, undone_at__isnull=True, pk__gt=self.pk)
        return self.undone_at is None and not newer.exists()
