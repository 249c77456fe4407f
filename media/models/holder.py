"""Those who hold the rights to photos."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class RightsHolder(index.Indexed, models.Model):
    """A person or an organisation; its standard credit line is the default of every photo it gives."""

    name = models.CharField(_("правообладатель"), max_length=200, unique=True)
    aliases = models.TextField(
        _("другие написания"),
        blank=True,
        help_text=_("По одному в строке: так имя встречается в файлах и старых подписях."),
    )
    credit_line = models.CharField(
        _("обычная подпись"), max_length=250, help_text=_("Стоит под каждым снимком, если у снимка нет своей.")
    )
    contact = models.TextField(_("контакт"), blank=True, help_text=_("Только для редакции."))

    panels = [FieldPanel("name"), FieldPanel("credit_line"), FieldPanel("aliases"), FieldPanel("contact")]

    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("aliases"),
        index.AutocompleteField("name"),
        index.AutocompleteField("aliases"),
    ]

    class Meta:
        verbose_name = _("правообладатель")
        verbose_name_plural = _("правообладатели")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
