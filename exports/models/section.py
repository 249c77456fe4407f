"""The section of the article about exports."""

from django.utils.translation import gettext_lazy as _

from exports.blocks import CountryListBlock, EventBlock, SpotlightBlock
from media.blocks import PhotoBlock
from portal.core.blocks import ParagraphBlock, SubheadingBlock
from portal.core.models import BodySectionPage, section_body
from portal.figures.blocks import FigureBlock, FigureStripBlock
from portal.figures.charts.blocks import ChartBlock


class ExportsSectionPage(BodySectionPage):
    """What the region sells abroad and to whom."""

    page_description = _("Экспорт: цифры, страны, событие.")
    section_template = "exports/sections/exports.html"

    body = section_body(
        ("figure", FigureBlock()), ("figure_strip", FigureStripBlock()), ("paragraph", ParagraphBlock()),
        ("country_list", CountryListBlock()), ("spotlight", SpotlightBlock()), ("event", EventBlock()),
        ("subheading", SubheadingBlock()), ("photo", PhotoBlock()), ("chart", ChartBlock()),
    )  # fmt: skip

    class Meta:
        verbose_name = _("раздел «Экспорт»")
        verbose_name_plural = _("разделы «Экспорт»")
