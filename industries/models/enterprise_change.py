"""What visitors could read on a card before and after a change."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ChangeKind(models.TextChoices):
    """What has happened to a card that visitors see."""

    PUBLISHED = "published", _("карточка опубликована")
    CHANGED = "changed", _("изменены сведения")
    VERIFIED = "verified", _("сведения сверены с источниками")
    MERGED = "merged", _("присоединена запись о том же предприятии")


class EnterpriseChange(models.Model):
    """One change of a public card, whoever made it on whatever path; who it was is no part of it.

    ``values`` holds a triple for each public field that has changed: its name, what it said, what it says now. Links
    are kept in the words they were shown with, so that a later renaming does not rewrite the past.
    """

    enterprise = models.ForeignKey(
        "industries.Enterprise", verbose_name=_("предприятие"), on_delete=models.CASCADE, related_name="changes"
    )
    happened_at = models.DateTimeField(_("когда"), default=timezone.now)
    kind = models.CharField(_("что произошло"), max_length=10, choices=ChangeKind.choices)
    values = models.JSONField(_("было и стало"), default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("изменение карточки")
        verbose_name_plural = _("изменения карточек")
        ordering = ["-happened_at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["enterprise", "-happened_at"], name="industries_change_of_a_card")]

    def __str__(self) -> str:
        return str(self.get_kind_display())
