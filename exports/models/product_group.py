"""What is sold."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index


class ProductGroup(index.Indexed, models.Model):
    """A group of goods that facts and cases are sorted by."""

    name = models.CharField(_("название"), max_length=80, unique=True)
    slug = models.SlugField(_("адрес"), max_length=80, unique=True)
    name_english = models.CharField(_("название по-английски"), max_length=80, blank=True)
    industry = models.ForeignKey(
        "industries.Industry",
        verbose_name=_("отрасль"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="product_groups",
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_english")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("industry")]),
    ]

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("группа товаров")
        verbose_name_plural = _("группы товаров")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def shown_name(self) -> str:
        """The name in the language of the page."""
        return self.name if get_language() == "ru" else self.name_english or self.name
