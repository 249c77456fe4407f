"""Places that wait for a photo."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class PhotoSlot(models.Model):
    """A place for a photo that has been promised and not delivered: who owes it, with what credit."""

    name = models.CharField(_("для чего"), max_length=160, unique=True)
    rights_holder = models.ForeignKey(
        "media.RightsHolder", verbose_name=_("от кого ждём"), on_delete=models.PROTECT, related_name="awaited_photos"
    )
    credit_line = models.CharField(_("ожидаемая подпись"), max_length=250)
    stand_in = models.ForeignKey(
        "media.Photo", verbose_name=_("пока стоит"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    photo = models.ForeignKey(
        "media.Photo", verbose_name=_("получено"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(_("заметка"), blank=True)

    panels = [FieldPanel(name) for name in ("name", "rights_holder", "credit_line", "stand_in", "photo", "note")]

    class Meta:
        verbose_name = _("ожидаемое фото")
        verbose_name_plural = _("ожидаемые фото")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def state(self) -> str | Promise:
        """Whether the photo has come."""
        return _("получено") if self.photo_id else _("фото не передано")
