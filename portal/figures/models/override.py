"""A named person's decision to publish a page with a doubtful figure."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PublicationOverride(models.Model):
    """Who lets a page show a value that differs from public sources or has none, and why.

    It speaks of one page and one value: a new or corrected value needs a decision of its own.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("страница"), on_delete=models.CASCADE, related_name="figure_overrides"
    )
    value = models.ForeignKey(
        "figures.FigureValue", verbose_name=_("значение"), on_delete=models.CASCADE, related_name="overrides"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("кто"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_by_name = models.CharField(_("имя"), max_length=200)
    made_at = models.DateTimeField(_("когда"), default=timezone.now)
    reason = models.TextField(_("почему публикуем"))
    ended_at = models.DateTimeField(_("перестало действовать"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("решение о публикации")
        verbose_name_plural = _("решения о публикации")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "value"], condition=models.Q(ended_at=None), name="figures_override_one_in_force"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="figures_override_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.made_by_name} · {self.made_at:%d.%m.%Y}"
