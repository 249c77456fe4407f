"""The entrances to all figures and to all sources; the lists in them are made by :mod:`portal.figures.public`."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from portal.core.models import IndexPage


class FiguresIndexPage(IndexPage):
    """Every published figure; it also says on which terms figures may be taken."""

    template = "figures/figures_index_page.html"
    page_description = _("Все цифры портала: поиск, темы, история каждой. Адрес — /figures/.")
    is_creatable = True
    address = "figures"

    licence = models.CharField(
        _("условия использования"),
        max_length=200,
        blank=True,
        help_text=_("На каких условиях можно брать цифры. Стоит на странице каждой цифры и в выгрузках."),
    )
    licence_url = models.URLField(_("адрес текста лицензии"), blank=True)

    content_panels = [
        *IndexPage.content_panels,
        MultiFieldPanel([FieldPanel("licence"), FieldPanel("licence_url")], _("Условия использования цифр")),
    ]

    class Meta:
        verbose_name = _("страница «Цифры»")
        verbose_name_plural = _("страницы «Цифры»")


class SourcesIndexPage(IndexPage):
    """Every source of the portal with what it supports."""

    template = "figures/sources_index_page.html"
    page_description = _("Все источники и то, что на них держится. Адрес — /sources/.")
    is_creatable = True
    address = "sources"

    class Meta:
        verbose_name = _("страница «Источники»")
        verbose_name_plural = _("страницы «Источники»")
