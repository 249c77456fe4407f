"""Further publications about an enterprise."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel


class EnterpriseSource(models.Model):
    """A publication that says something more of an enterprise, with what it says."""

    enterprise = ParentalKey(
        "industries.Enterprise",
        verbose_name=_("предприятие"),
        on_delete=models.CASCADE,
        related_name="further_sources",
    )
    source = models.ForeignKey(
        "figures.Source", verbose_name=_("источник"), on_delete=models.PROTECT, related_name="further_enterprises"
    )
    fact = models.CharField(_("что сообщает"), max_length=250, help_text=_("Своими словами: показывается на карточке."))

    panels = [FieldPanel("source"), FieldPanel("fact")]

    class Meta:
        verbose_name = _("ещё источник")
        verbose_name_plural = _("ещё источники")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.fact
