"""The section of the article about exports."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from exports.blocks import CountryListBlock, EventBlock, SpotlightBlock
from media.blocks import PhotoBlock
from portal.core.blocks import ParagraphBlock, SubheadingBlock
from portal.core.models import SectionPage
from portal.figures.blocks import FigureBlock, FigureStripBlock


class ExportsSectionPage(SectionPage):
    """What the region sells abroad and to whom."""

    page_description = _("Экспорт: цифры, страны, событие.")
    section_template = "exports/sections/exports.html"
    parent_page_types = ["longread.LandscapePage"]
    is_creatable = True

    body = StreamField(
        [
            ("figure", FigureBlock()), ("figure_strip", FigureStripBlock()), ("paragraph", ParagraphBlock()),
            ("country_list", CountryListBlock()), ("spotlight", SpotlightBlock()), ("event", EventBlock()),
            ("subheading", SubheadingBlock()), ("photo", PhotoBlock()),
        ],
        verbose_name=_("содержание"), blank=True,
    )  # fmt: skip

    content_panels = [*SectionPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("раздел «Экспорт»")
        verbose_name_plural = _("разделы «Экспорт»")
