"""What figures are about, as readers look for them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class FigureTopic(models.Model):
    """A heading under which readers find figures; it is retired, never deleted while figures stand under it."""

    name = models.CharField(_("название"), max_length=80, unique=True)
    name_english = models.CharField(_("то же по-английски"), max_length=80, blank=True)
    slug = models.SlugField(_("код"), max_length=60, unique=True)
    position = models.PositiveSmallIntegerField(_("место в списке"), default=0)
    retired_on = models.DateField(_("больше не предлагать с"), null=True, blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("name_english"),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("position"), FieldPanel("retired_on")]),
    ]

    class Meta:
        verbose_name = _("тема цифр")
        verbose_name_plural = _("темы цифр")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name
