"""What each version of the content has changed, so that whoever keeps something need not read everything anew."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContentChange(models.Model):
    """One record changed by a version; an empty ``label`` is everything, an empty ``record`` all of a kind.

    Only the latest versions are kept: whoever is further behind reads everything.
    """

    version = models.PositiveBigIntegerField(_("версия"), db_index=True)
    label = models.CharField(_("что изменено"), max_length=100, blank=True)
    record = models.CharField(_("запись"), max_length=40, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("изменение содержания")
        verbose_name_plural = _("изменения содержания")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.version}: {self.label} {self.record}"
