"""Photos on an organisation's card."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class EnterprisePhoto(Orderable):
    """A photo of an organisation; shown only while its credit is cleared."""

    enterprise = ParentalKey(
        "industries.Enterprise", verbose_name=_("предприятие"), on_delete=models.CASCADE, related_name="photos"
    )
    photo = models.ForeignKey("media.Photo", verbose_name=_("фото"), on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("подпись к снимку"), max_length=200, blank=True)

    panels = [FieldPanel("photo"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        verbose_name = _("фото предприятия")
        verbose_name_plural = _("фото предприятий")

    def __str__(self) -> str:
        return self.caption or str(self.photo)
