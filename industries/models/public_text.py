"""The public texts of the portal, kept to be searched for names of organisations."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublicText(models.Model):
    """What visitors read on one page or of one record, in the portal's first language.

    ``kind`` names the kind of thing (:mod:`industries.mentions.kinds`), ``key`` is its primary key. ``words`` holds the
    normalised words in order, each between spaces, so that any database finds a name in them. Where the kind tells
    addresses when it is asked, ``url`` is only what the thing adds to them.
    """

    kind = models.CharField(_("вид"), max_length=20)
    key = models.PositiveBigIntegerField(_("номер записи"))
    title = models.CharField(_("название"), max_length=255)
    url = models.CharField(_("адрес"), max_length=500)
    text = models.TextField(_("текст"))
    words = models.TextField(_("слова"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("публичный текст")
        verbose_name_plural = _("публичные тексты")
        ordering = ["title", "pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="industries_text_once")]

    def __str__(self) -> str:
        return self.title
